import type { PrivacySection } from '../campaigns/privacy-section.ts';
import { mapQuery } from '../platform/query.ts';
import { copy } from './pages/copy.ts';
import { trainingQuery } from './store.ts';

export const trainingPrivacy: PrivacySection = (db, campaign) =>
  mapQuery(trainingQuery(db, campaign), (training) => ({ language }) => {
    const { kept, until } = copy[language].privacy;
    return training ? { kept: [kept], until: [until] } : {};
  });
