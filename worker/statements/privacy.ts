import type { PrivacySection } from '../campaigns/privacy-section.ts';
import { knownQuery } from '../platform/query.ts';
import { copy } from './pages/copy.ts';

export const statementsPrivacy: PrivacySection = () =>
  knownQuery(({ language }) => {
    const { kept, shown, until } = copy[language].privacy;
    return { kept: [kept], shown: [shown], until: [until] };
  });
