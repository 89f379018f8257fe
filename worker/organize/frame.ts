import type { ConsoleDone, ConsoleFrame } from '../../web/console/frame-props.ts';
import { type Language, message } from '../../web/language.ts';
import { plainShell, type Shell } from '../../web/shell.ts';
import { districtsIn } from '../places/rules.ts';
import { knownQuery, listQuery, mapQuery, type Query, runQuery } from '../platform/query.ts';
import { findAct } from './act-store.ts';
import type { ConsoleCampaign, ConsoleContext, MenuEntry, NamedSection, Waiting } from './console-section.ts';
import { copy } from './pages/copy.ts';
import { actKindsOf, plainWords, undoVerbOf } from './sections.ts';
import { subjectsQuery } from './subject-words.ts';
import { ownPath } from './way-back-rules.ts';

/** The whole address of a section's path, such as `/organize/campaigns/arrest-the-trafficker/names` for `/names`. */
export function consolePath({ slug }: { slug: string }, path: string): string {
  return `/organize/campaigns/${slug}${path}`;
}

/** The console is in English and Spanish, whatever languages the campaign has. */
export function consoleShell(c: Pick<ConsoleContext, 'var' | 'req'>): Shell {
  return {
    ...plainShell(c.var.language, pagePath(c)),
    isReadOnly: c.var.switches.has('read-only'),
  };
}

/** The answer to a form names the page with the form: its own address may take forms only. */
function pagePath({ req }: Pick<ConsoleContext, 'req'>): string {
  const own = new URL(req.url);
  const from = req.method === 'POST' && URL.parse(req.header('referer') ?? '');
  return from && from.origin === own.origin && ownPath(from.pathname)
    ? from.pathname + from.search
    : own.pathname + own.search;
}

/** "7 names wait for a look", "more than 50 names wait for a look". */
export function waitingWords({ words, count, more }: Waiting, language: Language): string {
  const counted = message(words[language], { n: count }, language);
  return more ? message(copy[language].home.more, { words: counted }, language) : counted;
}

/** The menu entries that this role may open in this campaign, daily work first. */
export function menuOf(
  sections: readonly NamedSection[],
  { content }: Pick<ConsoleCampaign, 'content'>,
  may: (verb: string) => boolean,
): MenuEntry[] {
  return sections
    .flatMap(({ section }) => section.menu ?? [])
    .filter(
      ({ verb, inKit }) =>
        may(verb) && (inKit === undefined || [inKit].flat().some((key) => content.includes(key))),
    )
    .toSorted((a, b) => a.order - b.order);
}

/** Above this a badge says "99+". */
const badgeAtMost = 99;

export function countOf(found: readonly Waiting[]): { n: number; more: boolean } | null {
  if (found.length === 0) return null;
  const n = found.reduce((sum, { count }) => sum + count, 0);
  return { n: Math.min(n, badgeAtMost), more: n > badgeAtMost || found.some(({ more }) => more ?? false) };
}

/** What waits in a campaign, oldest first. */
export function waitingQuery(
  db: D1Database,
  {
    sections,
    campaign,
    now,
    ages,
  }: { sections: readonly NamedSection[]; campaign: ConsoleCampaign; now: Date; ages: boolean },
): Query<Waiting[]> {
  const queries = sections.map(
    ({ section }) => section.waits?.(db, campaign, now, { ages }) ?? knownQuery([]),
  );
  return mapQuery(listQuery(queries), (lists) =>
    lists
      .flat()
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => a.oldestAt.getTime() - b.oldestAt.getTime()),
  );
}

/**
 * Everything around a page of the console: read once a page, with one batch for the counts of the menu. After a
 * decision, lead to a page with `withDone`: the frame then says what was done and offers to undo it. `known`: what
 * waits, where the page has read it already. `done`: the act, where the page is the answer to the decision itself.
 */
export async function consoleFrame(
  c: ConsoleContext,
  { known, done }: { known?: readonly Waiting[] | undefined; done?: string | undefined } = {},
): Promise<ConsoleFrame> {
  const { deps, now, campaign, sections, organizer, session, role } = c.var;
  const waiting =
    known ?? (await runQuery(deps.db, waitingQuery(deps.db, { sections, campaign, now, ages: false })));
  const { language } = c.var;
  const { pathname } = new URL(c.req.url);
  return {
    shell: consoleShell(c),
    campaign: {
      slug: campaign.slug,
      name: campaign.title[language],
      accent: campaign.accent,
      ...districtsIn(campaign),
    },
    organizer: organizer.email,
    role,
    formToken: session.formToken,
    menu: menuOf(sections, campaign, c.var.may).map(({ path, label, counts }) => {
      const href = consolePath(campaign, path);
      return {
        href,
        label: label[language],
        isHere: path === '' ? pathname === href : pathname === href || pathname.startsWith(`${href}/`),
        count: countOf(waiting.filter(({ kind }) => [counts].flat().includes(kind))),
      };
    }),
    done: await doneOf(c, done ?? c.req.query('done')),
  };
}

/** Adds to an address what was done, for the frame to show. */
export function withDone(path: string, actId: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}done=${actId}`;
}

async function doneOf(c: ConsoleContext, id: string | undefined): Promise<ConsoleDone | null> {
  const { campaign, organizer, language, deps, sections } = c.var;
  const act = id ? await findAct(deps.db, id) : null;
  if (!act || act.campaignId !== campaign.id || act.actor !== organizer.id) return null;
  const kind = actKindsOf(sections).get(act.kind);
  const named = await runQuery(deps.db, subjectsQuery(deps.db, { sections, campaign, acts: [act] }));
  const subject = named.get(act.subject)?.words[language] ?? act.subject;
  const { pathname, searchParams } = new URL(c.req.url);
  searchParams.delete('done');
  const query = searchParams.size > 0 ? `?${searchParams}` : '';
  return {
    words: actWords(kind?.words ?? plainWords(act.kind), { ...act, subject }, language),
    undo:
      kind?.undo && act.undoneBy === null && c.var.may(undoVerbOf(kind, act))
        ? { action: consolePath(campaign, `/acts/${act.id}/undo`), back: pathname + query }
        : null,
  };
}

export function actWords(
  words: { en: string; es: string },
  { count, subject, reason }: { count: number; subject: string; reason: string },
  language: 'en' | 'es',
): string {
  return message(words[language], { count, subject, reason }, language);
}
