import { message } from '../../web/language.ts';
import type { PrivacySection } from '../campaigns/privacy-section.ts';
import { mapQuery } from '../platform/query.ts';
import { webhooksCopy } from './pages/copy.ts';
import { toldPartnersQuery } from './store.ts';

/** Which partners have a server that is told about each person who comes through them. */
export const webhooksPrivacy: PrivacySection = (db, campaign) =>
  mapQuery(toldPartnersQuery(db, campaign), (partners) => ({ language }) => ({
    given: partners.map((name) =>
      message(webhooksCopy[language].privacy, { partner: name[language] }, language),
    ),
  }));
