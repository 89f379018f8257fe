import { message } from '../../web/language.ts';
import { listedActionsQuery } from '../actions/list-store.ts';
import type { PrivacySection } from '../campaigns/privacy-section.ts';
import { districtsIn } from '../places/rules.ts';
import { mapQuery } from '../platform/query.ts';
import { surveyKind } from './kind.ts';
import { privacyCopy } from './pages/privacy-copy.ts';

/** What happens to answers, for a campaign that has a survey. */
export const surveysPrivacy: PrivacySection = (db, campaign) =>
  mapQuery(listedActionsQuery(db, campaign), (actions) => ({ campaign, language }) => {
    if (actions.every(({ kind }) => kind !== surveyKind.name)) return {};
    const { kept, shown, given, city, until } = privacyCopy[language];
    const byPlace = message(given, districtsIn(campaign.city), language);
    return { kept: [kept], shown: [shown], given: [byPlace, city], until: [until] };
  });
