import type { PrivacySection } from '../campaigns/privacy-section.ts';
import { knownQuery } from '../platform/query.ts';
import { privacyCopy } from './pages/privacy-copy.ts';

export const samplesPrivacy: PrivacySection = () =>
  knownQuery(({ language }) => {
    const { kept, until } = privacyCopy[language];
    return { kept: [kept], until: [until] };
  });
