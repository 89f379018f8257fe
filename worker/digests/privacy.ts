import { addressee } from '../../web/addressee.ts';
import { message } from '../../web/language.ts';
import { listedActionsQuery } from '../actions/list-store.ts';
import type { PrivacySection } from '../campaigns/privacy-section.ts';
import { mapQuery } from '../platform/query.ts';
import { privacyCopy } from './pages/privacy-copy.ts';

/** What each committee of a campaign is told. */
export const digestsPrivacy: PrivacySection = (db, campaign) =>
  mapQuery(listedActionsQuery(db, campaign), (actions) => ({ language }) => {
    const committees = new Map(actions.map(({ committee }) => [committee.id, committee]));
    return {
      given: [...committees.values()].map(({ name, council }) =>
        message(
          privacyCopy[language].committee,
          addressee({ committee: name[language], council: council[language] }, language),
          language,
        ),
      ),
    };
  });
