import type { Language } from '../../web/language.ts';
import { formatInstant, message } from '../../web/language.ts';
import type { Deps } from '../platform/deps.ts';
import { listQuery, runQuery } from '../platform/query.ts';
import { listClaims } from './claim-store.ts';
import type { ConsoleCampaign, ConsoleVariables, NamedSection, Waiting } from './console-section.ts';
import { consolePath, waitingQuery } from './frame.ts';
import { emailsOf } from './organizers.ts';
import type { WaitingRow } from './pages/waiting.tsx';
import { mayDo, type Role } from './role-rules.ts';
import { verbsOf } from './sections.ts';

type Reader = {
  organizer: ConsoleVariables['organizer'];
  sections: readonly NamedSection[];
  language: Language;
};

/** What waits in each campaign, told to somebody who may do it there. One batch, whatever the number of campaigns. */
export async function readWaiting(
  deps: Deps,
  campaigns: readonly (ConsoleCampaign & { role: Role })[],
  { organizer, sections, language, now }: Reader & { now: Date },
): Promise<WaitingRow[][]> {
  const queries = campaigns.map((campaign) => waitingQuery(deps.db, { sections, campaign, now }));
  const [found, claims] = await Promise.all([
    runQuery(deps.db, listQuery(queries)),
    listClaims(deps.db, { campaignIds: campaigns.map(({ id }) => id), now }),
  ]);
  const emails = await emailsOf(
    deps,
    claims.map(({ organizerId }) => organizerId),
  );
  const verbs = verbsOf(sections);
  const may = (verb: string, role: Role) => {
    const asked = verbs.get(verb);
    return asked !== undefined && mayDo({ role: asked.role }, { role, passkeyAt: null, now }) === 'yes';
  };
  return campaigns.map((campaign, index) =>
    (found[index] ?? [])
      .filter(({ verb }) => may(verb, campaign.role))
      .map((waiting) => {
        const claim = claims.find(
          ({ campaignId, what }) => campaignId === campaign.id && what === waiting.kind,
        );
        return {
          ...told(waiting, campaign, language),
          claim: claim
            ? {
                email: emails.get(claim.organizerId) ?? '',
                isMine: claim.organizerId === organizer.id,
                until: formatInstant(claim.until, campaign.timeZone, language),
              }
            : null,
        };
      }),
  );
}

function told(waiting: Waiting, campaign: ConsoleCampaign, language: Language): Omit<WaitingRow, 'claim'> {
  return {
    kind: waiting.kind,
    words: message(waiting.words[language], { n: waiting.count }, language),
    href: consolePath(campaign, waiting.path),
    oldest: formatInstant(waiting.oldestAt, campaign.timeZone, language),
  };
}
