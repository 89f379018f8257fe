import { helpOf } from '../campaigns/shell.ts';
import { findCampaignById } from '../campaigns/store.ts';
import type { ConsoleContext, ConsoleRouter, ConsoleSection } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { joinQueries, knownValue, mapQuery, runQuery } from '../platform/query.ts';
import {
  asEntryKind,
  type Entry,
  type EntryKind,
  entryKinds,
  entryStates,
  parseEntry,
} from './entry-rules.ts';
import { entriesQuery, entryQuery, kindsQuery } from './entry-store.ts';
import { agreementsQuery, normsQuery } from './norms-store.ts';
import { addByOrganizer, changeByOrganizer, undoAdding, undoChange } from './organize-entries.ts';
import {
  TogetherConsole,
  TogetherConsoleList,
  type TogetherConsoleListProps,
} from './pages/together-console-page.tsx';
import { togetherCopy } from './pages/together-copy.ts';
import { partnersQuery } from './store.ts';
import { onAList, shownEntry, shownNorms, shownPartners } from './together-view.ts';

const { en, es } = togetherCopy;
const home = '/coalition';
const see = 'see-coalition';
const work = 'work-in-coalition';

const both = (of: (words: typeof en) => string) => ({ en: of(en), es: of(es) });

/** What organizers do with what all partners share. */
export const togetherSection = {
  verbs: { [see]: { role: 'viewer' }, [work]: { role: 'moderator' } },
  menu: [{ path: home, order: 48, label: { en: en.title, es: es.title }, verb: see }],
  subjects: (db, { id: campaignId }, ids) =>
    mapQuery(
      kindsQuery(db, { campaignId, ids }),
      (found) =>
        new Map(
          found.map(({ id, kind }) => {
            const page = { path: `${home}/${kind}`, verb: see };
            return [id, { words: both((words) => words[kind].heading), page }];
          }),
        ),
    ),
  acts: {
    'add-coalition-entry': { words: both(({ console }) => console.acts.add), verb: work, undo: undoAdding },
    'finish-coalition-entry': {
      ...{ words: both(({ console }) => console.acts.finish), verb: work, undo: undoChange },
    },
    'reopen-coalition-entry': {
      ...{ words: both(({ console }) => console.acts.reopen), verb: work, undo: undoChange },
    },
    'take-off-coalition-entry': {
      ...{ words: both(({ console }) => console.acts.off), verb: work, undo: undoChange },
    },
  },
  facts: {
    keys: { list: both(({ console }) => console.list) },
    codes: {
      ...Object.fromEntries(entryKinds.map((kind) => [kind, both((words) => words[kind].heading)])),
      ...Object.fromEntries(entryStates.map((state) => [state, both(({ console }) => console.state[state])])),
    },
  },
} satisfies Omit<ConsoleSection, 'routes'>;

export function togetherConsoleRoutes(console: ConsoleRouter): void {
  console.get(home, see, overview);
  console.get(`${home}/:list`, see, (c) => listed(c, (kind) => show(c, kind)));
  console.post(`${home}/:list`, work, (c) => listed(c, (kind) => add(c, kind)));
  console.post(`${home}/:list/:entry`, work, (c) => listed(c, (kind) => decide(c, kind)));
}

async function overview(c: ConsoleContext) {
  const { deps, campaign, language } = c.var;
  const here = knownValue(campaign.id);
  const [frame, found] = await Promise.all([
    consoleFrame(c),
    runQuery(
      deps.db,
      joinQueries({
        norms: normsQuery(deps.db, here),
        agreements: agreementsQuery(deps.db, here),
        partners: partnersQuery(deps.db, here),
      }),
    ),
  ]);
  const partners = found.partners.filter(({ retired }) => !retired);
  return c.html(
    <TogetherConsole
      frame={frame}
      path={consolePath(campaign, home)}
      norms={shownNorms(found.norms, { language, timeZone: campaign.timeZone })}
      partners={shownPartners({ ...found, partners }, language)}
    />,
  );
}

function listed(c: ConsoleContext, go: (kind: EntryKind) => Response | Promise<Response>) {
  const kind = asEntryKind(c.req.param('list'));
  return kind ? go(kind) : refuse(c, 'not-found');
}

type Extra = Partial<Pick<TogetherConsoleListProps, 'values' | 'errors' | 'notice'>>;

async function show(c: ConsoleContext, kind: EntryKind, extra: Extra = {}, status: 200 | 409 | 422 = 200) {
  const { deps, campaign, language } = c.var;
  const { timeZone } = campaign;
  const before = /^[0-9A-Z]{26}$/.exec(c.req.query('before') ?? '')?.[0] ?? null;
  const here = knownValue(campaign.id);
  const [frame, whole, { found, partners }] = await Promise.all([
    consoleFrame(c),
    findCampaignById(deps.db, campaign.id),
    runQuery(
      deps.db,
      joinQueries({
        found: entriesQuery(deps.db, here, { kind, before, most: onAList + 1 }),
        partners: partnersQuery(deps.db, here),
      }),
    ),
  ]);
  const path = consolePath(campaign, home);
  const last = found.length > onAList ? found[onAList - 1] : undefined;
  const mayWrite = c.var.may(work);
  return c.html(
    <TogetherConsoleList
      frame={frame}
      path={path}
      kind={kind}
      entries={found
        .slice(0, onAList)
        .map((entry) => shownEntry(entry, { language, timeZone, mayChange: mayWrite }))}
      pager={{
        next: last ? `${path}/${kind}?before=${last.id}` : null,
        first: before === null ? null : `${path}/${kind}`,
      }}
      values={{}}
      errors={[]}
      notice={null}
      partners={partners.map(({ slug, name }) => ({ value: slug, label: name[language] }))}
      help={whole && helpOf(whole.care, language)}
      mayWrite={mayWrite}
      {...extra}
    />,
    status,
  );
}

async function add(c: ConsoleContext, kind: EntryKind) {
  const { deps, campaign, organizer, form, now, language } = c.var;
  const { values } = form;
  const parsed = parseEntry(kind, values, campaign.timeZone);
  if (!parsed.ok) return show(c, kind, { values, errors: parsed.error }, 422);
  const named = kind === 'idea' ? (values.partner ?? '') : '';
  const partners =
    named === '' ? [] : await runQuery(deps.db, partnersQuery(deps.db, knownValue(campaign.id)));
  const partner = partners.find(({ slug }) => slug === named) ?? null;
  if (named !== '' && partner === null) return refuse(c, 'bad-request');
  const done = await addByOrganizer(deps, {
    ...{ entry: parsed.value, partnerId: partner?.id ?? null, language },
    ...{ campaign, actor: organizer.id, now },
  });
  if (!done.ok) return show(c, kind, { values, notice: 'again' }, 409);
  return c.redirect(withDone(consolePath(campaign, `${home}/${kind}`), done.value.id), 303);
}

async function decide(c: ConsoleContext, kind: EntryKind) {
  const { deps, campaign, organizer, form, now } = c.var;
  const id = c.req.param('entry') ?? '';
  const entry = await runQuery(deps.db, entryQuery(deps.db, { id, campaignId: campaign.id }));
  if (entry?.kind !== kind) return refuse(c, 'not-found');
  const { decision, seen } = form.values;
  const change = changeOf(entry, decision, seen);
  if (change === null) return refuse(c, 'bad-request');
  const done = await changeByOrganizer(deps, { entry, ...change, campaign, actor: organizer.id, now });
  if (!done.ok) return show(c, kind, { notice: 'gone' }, 409);
  return c.redirect(withDone(consolePath(campaign, `${home}/${kind}`), done.value.id), 303);
}

/** Only an item of the agenda can be done. */
function changeOf({ kind }: Entry, decision: string | undefined, seen: string | undefined) {
  const from = (['open', 'done'] as const).find((one) => one === seen);
  if (!from) return null;
  if (decision === 'off') return { from, to: 'off' } as const;
  if (kind !== 'agenda') return null;
  if (decision === 'done' && from === 'open') return { from, to: 'done' } as const;
  return decision === 'open' && from === 'done' ? ({ from, to: 'open' } as const) : null;
}
