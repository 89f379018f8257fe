import { formatDate, message } from '../../web/language.ts';
import type { PrivacySection } from '../campaigns/privacy-section.ts';
import { mapQuery } from '../platform/query.ts';
import { dateIn } from '../platform/time/clock.ts';
import { keptLongerQuery } from './list-store.ts';
import { privacyCopy } from './pages/privacy-copy.ts';

/** Which actions' erasure was postponed, and until when. */
export const actionsPrivacy: PrivacySection = (db, campaign) =>
  mapQuery(keptLongerQuery(db, campaign), (kept) => ({ campaign, language }) => {
    const words = privacyCopy[language];
    const lines = kept.map(({ title, until }) => {
      const date = formatDate(dateIn(campaign.city.timeZone, until), language);
      return message(words.putOff, { title: title[language], date }, language);
    });
    return { until: [words.told, ...lines] };
  });
