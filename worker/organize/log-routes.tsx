import { formatShortInstant, timeZoneName } from '../../web/language.ts';
import { runQuery } from '../platform/query.ts';
import { spreadsheetStream } from '../platform/text/spreadsheet.ts';
import { dayIn } from '../platform/time/clock.ts';
import { type Act, byCommand } from './act-rules.ts';
import { type ActFilter, actsQuery, findHead } from './act-store.ts';
import { checkActs } from './check-acts.ts';
import type { ActSubject, ConsoleContext, ConsoleRouter } from './console-section.ts';
import { codeWords, factLines, factWordsOf } from './fact-words.ts';
import { actWords, consoleFrame, consolePath } from './frame.ts';
import { emailsOf, tellOrganizer } from './organizers.ts';
import { LogCheckPage } from './pages/log-check-page.tsx';
import { logCopy } from './pages/log-copy.ts';
import { LogPage, type LogPageProps, type LogRow } from './pages/log-page.tsx';
import { peopleQuery } from './people-store.ts';
import { actKindsOf, plainWords, undoVerbOf } from './sections.ts';
import { subjectsQuery } from './subject-words.ts';

const pageOf = 25;
/** How many acts of an export are in memory at once. */
const exportedAtOnce = 500;

export function logRoutes(console: ConsoleRouter): void {
  console.get('/log', 'read-log', logPage);
  console.get('/log.csv', 'read-log', logFile);
  console.get('/log/check', 'read-log', checkPage);
}

async function logPage(c: ConsoleContext) {
  const { deps, campaign, sections, language } = c.var;
  const { before } = c.req.query();
  const asked = askedOf(c);
  const { filter, campaignId } = wantedOf(c, asked);
  const from = before !== undefined && /^\d{1,15}$/.test(before) ? Number(before) : null;
  const [frame, acts, head, people] = await Promise.all([
    consoleFrame(c),
    runQuery(deps.db, actsQuery(deps.db, campaignId, { filter, before: from, most: pageOf + 1 })),
    findHead(deps.db, campaignId),
    runQuery(deps.db, peopleQuery(deps.db, campaign.id)),
  ]);
  const shown = acts.slice(0, pageOf);
  const [emails, named] = await Promise.all([
    emailsOf(
      deps,
      shown.map((act) => act.actor),
    ),
    runQuery(deps.db, subjectsQuery(deps.db, { sections, campaign, acts: shown })),
  ]);
  const actors = await Promise.all(
    people.map(async ({ organizerId: value, sealed }) => {
      return { value, label: await tellOrganizer(deps.keyring, { id: value, sealed }, language) };
    }),
  );
  // Only organizers of this campaign, so that the site's log does not show those of other campaigns.
  const own = new Map(actors.map(({ value, label }) => [value, label]));
  const kinds = [...actKindsOf(sections)].map(([value, { words }]) => {
    return { value, label: actWords(words, { count: 1, subject: '…', reason: '…' }, language) };
  });
  const last = acts.length > pageOf ? shown.at(-1) : undefined;
  const page = (
    <LogPage
      frame={frame}
      rows={shown.map((act) => rowOf(c, act, { emails, own, named }))}
      head={head}
      zone={timeZoneName(campaign.timeZone, language)}
      filter={asked}
      csv={logPath(c, asked, '/log.csv')}
      check={logPath(c, { of: asked.of }, '/log/check')}
      kinds={kinds}
      actors={[{ value: byCommand, label: logCopy[language].command }, ...actors]}
      pager={{
        next: last ? logPath(c, { ...asked, before: String(last.seq) }) : null,
        first: from === null ? null : logPath(c, asked),
      }}
    />
  );
  return c.html(page);
}

/** A step of the check; the page leads to the next one. */
async function checkPage(c: ConsoleContext) {
  const { deps, campaign } = c.var;
  const { after = '', before = '', of = '' } = c.req.query();
  const numberIn = (text: string) => (/^\d{1,15}$/.test(text) ? Number(text) : 0);
  const from = numberIn(after);
  const isSite = of === 'site';
  const { next, ...found } = await checkActs(deps.db, isSite ? null : campaign, from);
  // Of the steps that led here.
  const checked = found.checked + (from === 0 ? 0 : numberIn(before));
  const query = { of: isSite ? 'site' : '' };
  return c.html(
    <LogCheckPage
      frame={await consoleFrame(c)}
      {...found}
      checked={checked}
      next={
        next === null
          ? null
          : logPath(c, { ...query, after: String(next), before: String(checked) }, '/log/check')
      }
      back={logPath(c, query)}
    />,
  );
}

type LogFilter = LogPageProps['filter'];

function askedOf(c: ConsoleContext): LogFilter {
  const { kind = '', actor = '', subject = '', day = '', of = '' } = c.req.query();
  return { kind, actor, subject: subject.trim(), day: day.trim(), of: of === 'site' ? of : '' };
}

/** The page says that a day is not valid, and does not filter by it. */
function wantedOf(c: ConsoleContext, { kind, actor, subject, day, of }: LogFilter) {
  const { campaign } = c.var;
  const filter: ActFilter = { kind, actor, subject, day: dayIn(campaign.timeZone, day) };
  return { filter, campaignId: of === 'site' ? null : campaign.id };
}

function logPath(c: ConsoleContext, query: Record<string, string>, path = '/log'): string {
  const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''));
  return `${consolePath(c.var.campaign, path)}${asked.size > 0 ? `?${asked}` : ''}`;
}

type LogNames = {
  emails: ReadonlyMap<string, string>;
  own: ReadonlyMap<string, string>;
  named: ReadonlyMap<string, ActSubject>;
};

function rowOf(c: ConsoleContext, act: Act, { emails, own, named }: LogNames): LogRow {
  const { sections, language, campaign } = c.var;
  const words = factWordsOf(sections, act, language);
  const { timeZone, hasDistricts } = campaign;
  const reader = { language, timeZone, hasDistricts };
  const kind = actKindsOf(sections).get(act.kind);
  const { left = 0, ...after } = act.after;
  const email = actKindsOf(sections).get(act.undoneKind ?? act.kind)?.isAboutOrganizer
    ? own.get(act.subject)
    : undefined;
  const about = email ?? named.get(act.subject)?.words[language] ?? shortId(act.subject);
  const page = email ? { path: '/people', verb: 'manage-people' } : named.get(act.subject)?.page;
  return {
    id: act.id,
    when: formatShortInstant(act.at, campaign.timeZone, language),
    who: act.actor === byCommand ? null : (emails.get(act.actor) ?? act.actor),
    words: actWords(kind?.words ?? plainWords(act.kind), { ...act, subject: about }, language),
    subject: {
      words: about,
      page: page && c.var.may(page.verb) ? consolePath(campaign, page.path) : null,
      id: shortId(act.subject),
      href: logPath(c, { subject: act.subject, of: act.campaignId === null ? 'site' : '' }),
    },
    reason: codeWords(act.reason, words),
    before: factLines(act.before, words, reader),
    after: factLines(after, words, reader),
    left: Number(left),
    isUndone: act.undoneBy !== null,
    canUndo: kind?.undo !== undefined && act.undoes === null && c.var.may(undoVerbOf(kind, act)),
  };
}

/** Enough of a long id to tell it from others: ids that begin with a time differ at their end. */
function shortId(subject: string): string {
  if (/^[0-9A-Z]{26}$/.test(subject)) return `…${subject.slice(-6)}`;
  return /^[\w-]{22}$/.test(subject) ? subject.slice(0, 8) : subject;
}

const columns = [
  'seq',
  'id',
  'at',
  'actor',
  'kind',
  'subject',
  'reason',
  'before',
  'after',
  'count',
  'batch',
  'undoes',
  'prev',
  'hash',
];

/**
 * The log with its hashes, so that the chain can be checked elsewhere. Organizers are shown by their ids. The first
 * rows are read before the answer begins, so that an outage gives an error and not a truncated file.
 */
async function logFile(c: ConsoleContext) {
  const { deps, campaign } = c.var;
  const { filter, campaignId } = wantedOf(c, askedOf(c));
  const read = (before: number | null) =>
    runQuery(deps.db, actsQuery(deps.db, campaignId, { filter, before, most: exportedAtOnce }));
  const first = await read(null);
  async function* pages() {
    let acts = first;
    while (acts.length > 0) {
      yield acts.map(lineOf);
      acts = acts.length < exportedAtOnce ? [] : await read(acts.at(-1)?.seq ?? 0);
    }
  }
  c.header('content-disposition', `attachment; filename="${campaign.slug}-log.csv"`);
  const body = spreadsheetStream(columns, pages());
  return c.body(body, 200, { 'content-type': 'text/csv; charset=utf-8' });
}

function lineOf(act: Act) {
  const facts = { before: JSON.stringify(act.before), after: JSON.stringify(act.after) };
  return { ...act, at: act.at.toISOString(), ...facts };
}
