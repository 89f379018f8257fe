import type { SummaryLine } from '../../web/components/error-summary.tsx';
import { formatShortInstant } from '../../web/language.ts';
import { type ActionContext, findContextById } from '../actions/context.ts';
import type { ActionKinds } from '../actions/kind.ts';
import { kindNamed } from '../actions/kind.ts';
import { paperAccountOf } from '../actions/paper-rules.ts';
import { readStates } from '../actions/store.ts';
import { groupSources } from '../coalition/rules.ts';
import { listSources } from '../coalition/store.ts';
import { actsQuery } from '../organize/act-store.ts';
import type { ConsoleContext } from '../organize/console-section.ts';
import { consoleFrame, consolePath } from '../organize/frame.ts';
import { runQuery } from '../platform/query.ts';
import { sourceOfPrint } from '../sharing/rules.ts';
import { accountWords } from './account-view.ts';
import { tryOpenLine } from './line-seal.ts';
import { isErased, type Line, listLines, listStatesOf } from './line-store.ts';
import type { LineStatus, LineView } from './pages/line-fields.tsx';
import { PaperPage, type StartForm } from './pages/paper-page.tsx';
import { ChangedPage, DoneSheetPage, SheetPage } from './pages/sheet-page.tsx';
import { type TypedLine, typedOf } from './rules.ts';
import { listSeconds, openSecondsQuery } from './second-store.ts';
import { findSheet, type PaperAction, paperActionsQuery, type Sheet, sheetsQuery } from './sheet-store.ts';

const pageOf = 25;

/** The petitions of the campaign that take sheets, and the one that the page is about. */
export async function paperActions(c: ConsoleContext, kinds: ActionKinds) {
  const all = await runQuery(c.var.deps.db, paperActionsQuery(c.var.deps.db, c.var.campaign.id));
  const actions = all.filter(({ kind }) => kindNamed(kinds, kind).isForPaper);
  const asked = c.req.query('petition') ?? c.var.form.values.petition;
  return { actions, chosen: actions.find(({ slug }) => slug === asked) ?? actions[0] ?? null };
}

type Chosen = { actions: PaperAction[]; chosen: PaperAction | null };

export async function paperPage(
  c: ConsoleContext,
  { actions, chosen }: Chosen,
  typed?: Pick<StartForm, 'values' | 'errors'>,
) {
  const { deps, campaign, language } = c.var;
  const { db } = deps;
  const before = c.req.query('before') ?? '';
  const [frame, sources, seconds, sheets, counts] = await Promise.all([
    consoleFrame(c),
    listSources(db, campaign.id),
    runQuery(db, openSecondsQuery(db, campaign.id)),
    chosen ? runQuery(db, sheetsQuery(db, chosen.id, { before, most: pageOf + 1 })) : [],
    chosen ? readStates(db, chosen.id) : null,
  ]);
  const account = counts && paperAccountOf(counts.paper);
  const shown = sheets.slice(0, pageOf);
  const last = sheets.length > pageOf ? shown.at(-1) : undefined;
  const path = consolePath(campaign, `/paper?petition=${chosen?.slug ?? ''}`);
  const values = {
    code: '',
    page: '1',
    paper: 'letter',
    source: sourceOfPrint('sheet', sources),
    language,
    ...typed?.values,
  };
  return c.html(
    <PaperPage
      frame={frame}
      petitions={actions.map(({ slug, title }) => ({ slug, title: title[language] }))}
      chosen={chosen?.slug ?? ''}
      figures={account && accountWords(account, language)}
      seconds={seconds}
      sheets={shown.map(({ id, code, page, state, lines, startedAt }) => ({
        ...{ id, code, page, state, lines },
        started: formatShortInstant(startedAt, campaign.timeZone, language),
      }))}
      pager={{ next: last ? `${path}&before=${last.id}` : null, first: before === '' ? null : path }}
      mayImport={c.var.may('import-signatures')}
      start={
        c.var.may('enter-paper')
          ? {
              values,
              errors: typed?.errors ?? {},
              sources: groupSources(sources, { language, chosen: values.source }),
            }
          : null
      }
    />,
    Object.keys(typed?.errors ?? {}).length > 0 ? 422 : 200,
  );
}

/** The sheet that the address names, if it is of this campaign. */
export function sheetOf(c: ConsoleContext): Promise<Sheet | null> {
  const { deps, campaign } = c.var;
  return findSheet(deps.db, { id: c.req.param('sheet') ?? '', campaignId: campaign.id });
}

export async function contextOf(c: ConsoleContext, sheet: Sheet): Promise<ActionContext> {
  const context = await findContextById(c.var.deps.db, sheet.actionId);
  if (!context) throw new Error('a sheet of no action');
  return context;
}

export function headOf(c: ConsoleContext, { id, version, code, page, action }: Sheet) {
  return { id, version, code, page, petition: action.title[c.var.language] };
}

export async function changedPage(c: ConsoleContext, path: string) {
  return c.html(<ChangedPage frame={await consoleFrame(c)} back={consolePath(c.var.campaign, path)} />, 409);
}

/** The errors of a form by line, with the values that were sent. */
export type Returned = Map<number, { typed: TypedLine; errors: LineView['errors']; isChanged: boolean }>;

export async function enteringPage(
  c: ConsoleContext,
  sheet: Sheet,
  { returned = new Map(), problem = null }: { returned?: Returned; problem?: SummaryLine | null } = {},
) {
  const [frame, lines] = await Promise.all([consoleFrame(c), viewsOf(c, sheet, returned)]);
  const isWrong = problem !== null || [...returned.values()].some(({ errors }) => errors.length > 0);
  return c.html(
    <SheetPage
      frame={frame}
      sheet={headOf(c, sheet)}
      lines={lines}
      stored={sheet.lines}
      isNumbered={c.req.query('numbered') === 'now'}
      problem={problem}
    />,
    isWrong ? 422 : returned.size > 0 ? 409 : 200,
  );
}

async function viewsOf(c: ConsoleContext, sheet: Sheet, returned: Returned): Promise<LineView[]> {
  const { deps, organizer } = c.var;
  const stored = new Map((await listLines(deps.db, sheet.id)).map((line) => [line.line, line]));
  const numbers = Array.from({ length: sheet.lastLine - sheet.firstLine + 1 }, (_, n) => sheet.firstLine + n);
  const views = numbers.map(async (line): Promise<LineView> => {
    const held = stored.get(line);
    const back = returned.get(line);
    const view = held ? await storedView(c, sheet, held, organizer.id) : emptyView(line);
    if (!back) return view;
    return {
      ...view,
      typed: back.typed,
      errors: back.errors,
      status: back.isChanged ? 'changed' : view.status,
    };
  });
  return Promise.all(views);
}

const nothingTyped: TypedLine = { given_name: '', family_name: '', zip: '', email: '' };

function emptyView(line: number): LineView {
  return { line, typed: nothingTyped, version: 0, status: 'empty', errors: [] };
}

/** What somebody else entered stays sealed. It is typed again from the paper, or left as it is. */
async function storedView(c: ConsoleContext, sheet: Sheet, held: Line, reader: string): Promise<LineView> {
  const { line, version, mark } = held;
  const view = { line, version, errors: [] };
  if (isErased(held)) return { ...view, typed: null, status: 'erased' };
  if (held.signatureId !== null) return { ...view, typed: null, status: 'owner' };
  if (held.enteredBy !== reader) return { ...view, typed: nothingTyped, status: 'other' };
  const content = await tryOpenLine(c.var.deps.keyring, { sheetId: sheet.id, line }, held);
  if (!content) return { ...view, typed: nothingTyped, status: 'unreadable' };
  const status: LineStatus = mark === 'signed' ? 'saved' : mark;
  return { ...view, typed: typedOf(content), status };
}

export async function donePage(c: ConsoleContext, sheet: Sheet) {
  const { deps, campaign } = c.var;
  const { db } = deps;
  const [frame, lines, seconds, acts] = await Promise.all([
    consoleFrame(c),
    listLines(db, sheet.id),
    listSeconds(db, sheet.id),
    runQuery(db, actsQuery(db, campaign.id, { filter: { kind: 'enter-sheet', subject: sheet.id }, most: 1 })),
  ]);
  const states = await listStatesOf(
    db,
    lines.flatMap(({ signatureId }) => signatureId ?? []),
  );
  const isIn = (line: Line, state: string) => states.get(line.signatureId ?? '') === state;
  const act = acts.find(({ undoneBy }) => undoneBy === null);
  const mayEnter = c.var.may('enter-paper') && sheet.state === 'done';
  const count = (state: string) => seconds.filter((one) => one.state === state).length;
  return c.html(
    <DoneSheetPage
      frame={frame}
      sheet={headOf(c, sheet)}
      lines={lines.map((line) => ({
        line: line.line,
        countsAs: line.countsAs,
        isConfirmed: isIn(line, 'confirmed'),
        isBounced: isIn(line, 'bounced'),
        isErased: isErased(line),
      }))}
      mayEnter={mayEnter}
      seconds={{ waiting: count('waiting'), different: count('different') }}
      undo={
        act && mayEnter
          ? {
              action: consolePath(campaign, `/acts/${act.id}/undo`),
              pending: lines.filter((line) => isIn(line, 'unconfirmed')).length,
              confirmed: lines.filter((line) => isIn(line, 'confirmed')).length,
            }
          : null
      }
    />,
  );
}
