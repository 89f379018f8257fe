import { message } from '../../web/language.ts';
import type { PrivacySection } from '../campaigns/privacy-section.ts';
import { mapQuery } from '../platform/query.ts';
import { privacyCopy } from './pages/privacy-copy.ts';
import { partnersQuery } from './store.ts';

/** What partners get: numbers, and the name and address of people who allowed it. */
export const coalitionPrivacy: PrivacySection = (db, campaign) =>
  mapQuery(partnersQuery(db, campaign), (partners) => ({ language }) => {
    const present = partners.filter(({ retired }) => !retired);
    if (present.length === 0) return {};
    const words = privacyCopy[language];
    const asking = present.filter(({ mayAskContact }) => mayAskContact);
    const may = asking.map(({ name }) => message(words.mayAsk, { partner: name[language] }, language));
    return { given: [words.numbers, ...(may.length > 0 ? may : [words.none])] };
  });
