import type { Language } from '../../web/language.ts';
import { joinQueries, listQuery, mapQuery, type Query, type Subquery } from '../platform/query.ts';
import { renderMarkdown } from '../platform/text/markdown.ts';
import { dateIn } from '../platform/time/clock.ts';
import { type Entry, type EntryKind, entryKinds } from './entry-rules.ts';
import { entriesQuery } from './entry-store.ts';
import type { Agreement, Norms } from './norms-rules.ts';
import { agreementsQuery, normsQuery } from './norms-store.ts';
import { togetherCopy } from './pages/together-copy.ts';
import type { ShownEntry } from './pages/together-entries.tsx';
import type { ShownNorms, ShownPartner } from './pages/together-parts.tsx';
import type { Partner } from './rules.ts';
import { partnersQuery } from './store.ts';

export const onThePage = 5;
export const onAList = 20;

type Together = {
  norms: Norms | null;
  agreements: Map<number, Agreement>;
  partners: Partner[];
  /** One more than the page shows, if there are more. */
  lists: Record<EntryKind, Entry[]>;
};

/** Everything that the partners of a campaign share, in one batch. */
export function togetherQuery(db: D1Database, campaign: Subquery): Query<Together> {
  const lists = entryKinds.map((kind) =>
    entriesQuery(db, campaign, { kind, before: null, most: onThePage + 1 }),
  );
  return joinQueries({
    norms: normsQuery(db, campaign),
    agreements: agreementsQuery(db, campaign),
    partners: mapQuery(partnersQuery(db, campaign), (all) => all.filter(({ retired }) => !retired)),
    lists: mapQuery(listQuery(lists), ([agenda = [], idea = [], notes = []]): Together['lists'] => ({
      agenda,
      idea,
      notes,
    })),
  });
}

type Reader = { language: Language; timeZone: string };

export function shownNorms(norms: Norms | null, { language, timeZone }: Reader): ShownNorms | null {
  return (
    norms && {
      version: norms.version,
      since: dateIn(timeZone, norms.since),
      texts: norms.texts.map((text) => text[language]),
    }
  );
}

export function shownPartners(
  { partners, agreements }: Pick<Together, 'partners' | 'agreements'>,
  language: Language,
): ShownPartner[] {
  return partners.map(({ id, name, sector, role, brings, decides }) => ({
    ...{ name: name[language], sector, role: role[language] },
    ...{ brings: brings?.[language] ?? null, decides: decides?.[language] ?? null },
    agreed: agreements.get(id) ?? null,
  }));
}

/** The idea of a partner that left stays under its name. */
export function shownEntry(
  entry: Entry,
  { language, timeZone, mayChange }: Reader & { mayChange: boolean },
): ShownEntry {
  const { partner, addedAt, onDay, ...own } = entry;
  return {
    ...own,
    html: entry.kind === 'notes' ? renderMarkdown(entry.text) : null,
    on: onDay,
    addedOn: dateIn(timeZone, addedAt),
    by: partner?.name[language] ?? togetherCopy[language].idea.team,
    mayChange,
  };
}
