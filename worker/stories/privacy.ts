import type { PrivacySection } from '../campaigns/privacy-section.ts';
import { mapQuery } from '../platform/query.ts';
import { kitPartQuery } from './kit-store.ts';
import { copy } from './pages/copy.ts';

export const storiesPrivacy: PrivacySection = (db, campaign) =>
  mapQuery(kitPartQuery(db, campaign), (kit) => ({ language }) => {
    if (!kit) return {};
    const { kept, shown, until, rights } = copy[language].privacy;
    return { kept: [kept], shown: [shown], until: [until], rights: [rights] };
  });
