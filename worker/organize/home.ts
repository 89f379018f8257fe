import type { Language, Text } from '../../web/language.ts';
import { formatDay, formatInstant, formatShortInstant, message } from '../../web/language.ts';
import type { Deps } from '../platform/deps.ts';
import { joinQueries, listQuery, runQuery } from '../platform/query.ts';
import { dateIn, day, hour } from '../platform/time/clock.ts';
import { listClaims } from './claim-store.ts';
import type {
  ConsoleCampaign,
  ConsoleVariables,
  MenuEntry,
  NamedSection,
  Waiting,
} from './console-section.ts';
import { consolePath, menuOf, waitingQuery, waitingWords } from './frame.ts';
import { emailsOf } from './organizers.ts';
import { copy } from './pages/copy.ts';
import type { NumbersProps } from './pages/numbers.tsx';
import type { DeskLink, WaitingRow } from './pages/waiting.tsx';
import { mayDo, type Role } from './role-rules.ts';
import { verbsOf } from './sections.ts';
import { numbersQuery } from './week-numbers.ts';

type Reader = {
  organizer: ConsoleVariables['organizer'];
  sections: readonly NamedSection[];
  language: Language;
};

export type CampaignDesk = {
  numbers: NumbersProps['numbers'];
  rows: WaitingRow[];
  menu: DeskLink[];
  next: DeskLink[];
  /** All that waits, whoever may do it. */
  waiting: Waiting[];
};

/**
 * Each campaign's numbers of the week, and what waits there that the reader may take care of. One batch, whatever the
 * number of campaigns.
 */
export async function readDesks(
  deps: Deps,
  campaigns: readonly (ConsoleCampaign & { role: Role })[],
  { organizer, sections, language, now }: Reader & { now: Date },
): Promise<CampaignDesk[]> {
  const queries = campaigns.map((campaign) =>
    joinQueries({
      waiting: waitingQuery(deps.db, { sections, campaign, now, ages: true }),
      numbers: numbersQuery(deps.db, { sections, campaign, language, now }),
    }),
  );
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
  return campaigns.map((campaign, index) => ({
    numbers: found[index]?.numbers ?? [],
    waiting: found[index]?.waiting ?? [],
    ...linksOf(sections, campaign, language, (verb) => may(verb, campaign.role)),
    rows: (found[index]?.waiting ?? [])
      .filter(({ verb }) => may(verb, campaign.role))
      .map((waiting) => {
        const claim = claims.find(
          ({ campaignId, what }) => campaignId === campaign.id && what === waiting.kind,
        );
        return {
          ...told(waiting, campaign, { language, now }),
          claim: claim
            ? {
                email: emails.get(claim.organizerId) ?? '',
                isMine: claim.organizerId === organizer.id,
                until: formatInstant(claim.until, campaign.timeZone, language),
              }
            : null,
        };
      }),
  }));
}

/** A campaign's menu, for pages that belong to no campaign, and what can be done when nothing waits. */
function linksOf(
  sections: readonly NamedSection[],
  campaign: ConsoleCampaign,
  language: Language,
  may: (verb: string) => boolean,
): { menu: DeskLink[]; next: DeskLink[] } {
  const entries = menuOf(sections, campaign, may);
  const link = ({ path }: MenuEntry, words: Text) => ({
    href: consolePath(campaign, path),
    label: words[language],
  });
  return {
    menu: entries.map((entry) => link(entry, entry.label)),
    next: entries.flatMap((entry) => (entry.next ? [link(entry, entry.next)] : [])),
  };
}

function told(
  waiting: Waiting,
  campaign: ConsoleCampaign,
  { language, now }: { language: Language; now: Date },
): Omit<WaitingRow, 'claim'> {
  const words = copy[language].home;
  const waited = now.getTime() - waiting.oldestAt.getTime();
  return {
    kind: waiting.kind,
    words: waitingWords(waiting, language),
    href: consolePath(campaign, waiting.path),
    oldest:
      waited < day
        ? formatShortInstant(waiting.oldestAt, campaign.timeZone, language)
        : formatDay(dateIn(campaign.timeZone, waiting.oldestAt), language),
    age:
      waited >= day
        ? message(words.days, { n: Math.floor(waited / day) }, language)
        : message(words.hours, { n: Math.max(0, Math.floor(waited / hour)) }, language),
  };
}
