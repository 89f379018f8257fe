import { listedActionsQuery } from '../actions/list-store.ts';
import type { PrivacySection } from '../campaigns/privacy-section.ts';
import { mapQuery } from '../platform/query.ts';
import { eventKind } from './kind.ts';
import { privacyCopy } from './pages/privacy-copy.ts';

/** What happens to sign-ups, for a campaign that has an event. */
export const eventsPrivacy: PrivacySection = (db, campaign) =>
  mapQuery(listedActionsQuery(db, campaign), (actions) => ({ language }) => {
    if (actions.every(({ kind }) => kind !== eventKind.name)) return {};
    const { kept, shown, until } = privacyCopy[language];
    return { kept: [kept], shown: [shown], until: [until] };
  });
