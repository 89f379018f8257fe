import type { PrivacySection } from '../campaigns/privacy-section.ts';
import { knownQuery } from '../platform/query.ts';
import { privacyCopy } from './pages/privacy-copy.ts';

/** What happens to what people write on paper. */
export const paperPrivacy: PrivacySection = () => knownQuery(({ language }) => privacyCopy[language]);
