import { formatDate, message } from '../../web/language.ts';
import type { PrivacySection } from '../campaigns/privacy-section.ts';
import { districtsIn } from '../places/rules.ts';
import { mapQuery } from '../platform/query.ts';
import { dateIn } from '../platform/time/clock.ts';
import { privacyCopy } from './pages/privacy-copy.ts';
import { lastExportQuery } from './store.ts';

/** Who may export addresses, and when that last happened. */
export const exportsPrivacy: PrivacySection = (db, campaign) =>
  mapQuery(lastExportQuery(db, campaign), (last) => ({ campaign: { city }, language }) => {
    const words = privacyCopy[language];
    const lists = message(words.lists, districtsIn(city), language);
    const date = last && formatDate(dateIn(city.timeZone, last), language);
    return {
      given: [lists, date ? message(words.last, { date }, language) : words.none],
      rights: [words.unchecked],
    };
  });
