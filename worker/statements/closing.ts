import type { Closing, ClosingDeps, DigestClosing } from '../digests/closing.ts';
import { joinQueries, listQuery, mapQuery, runQuery } from '../platform/query.ts';
import {
  type ClosingAction,
  checkClosingStatement,
  closeStatements,
  closingQuery,
  type LoadedClosing,
} from './closing-store.ts';
import { clearClosingChecksStatement } from './leaf-store.ts';
import { currentKeys, originOf, signHead } from './log-keys.ts';
import { isOvertaken, isReady, prepareTree } from './prepare.ts';
import { fromUtf8 } from './rules/bytes.ts';
import { fitted } from './rules/fitted.ts';
import { leafHash } from './rules/hashes.ts';
import { imbalancesIn, type Statement, statementEntry } from './rules/statement.ts';
import { entryBytesAtMost } from './rules/tiles.ts';
import { rootOf } from './rules/tree.ts';
import { statementOf } from './statement-of.ts';
import type { StatementPart } from './statement-part.ts';
import { logTree, saveTilesStatement, tilesQuery } from './tile-store.ts';
import { growTree, lastTilesOf, readerOf, readRoot, tilesByKey, withHex } from './tiles.ts';

/** `told`: what each of the other features tells. */
type Loaded = LoadedClosing & { told: ReadonlyMap<number, Partial<Statement>>[] };

/** Each digest's statements: one for each action that it tells of. */
export const statementsClosing = (parts: readonly StatementPart[]): DigestClosing<Loaded> => ({
  load: (db, committeeId, term) =>
    mapQuery(
      joinQueries({
        loaded: closingQuery(db, committeeId, term),
        told: listQuery(parts.map((part) => part.load(db, committeeId, term))),
      }),
      ({ loaded, told }) => ({ ...loaded, told }),
    ),

  async getReady(deps, loaded, closing, steps) {
    const waiting = toClose(loaded, closing).filter(({ tree }) => !isReady(tree));
    for (const { id } of waiting) {
      const prepared = await prepareTree(deps, { actionId: id, week: closing.term.week }, steps);
      if (prepared !== 'ready') return 'later';
    }
    return waiting.length > 0 ? 'again' : 'ready';
  },

  async make(deps, loaded, closing, now) {
    const { db } = deps;
    const { logSize } = loaded;
    const { term, committeeId } = closing;
    const actions = toClose(loaded, closing);
    const records = recordsOf(loaded, closing);
    if (actions.length === 0) return { statements: [], records, problems: [] };
    const origin = originOf(deps.settings.publicUrl);
    const made = await Promise.all(
      actions.map((action) => makeStatement(deps, action, { loaded, closing, origin })),
    );
    const entries = made.map(({ statement }) => statementEntry(statement));
    const last = tilesByKey(await runQuery(db, tilesQuery(db, lastTilesOf(logTree, logSize))));
    const log = growTree(logTree, logSize, last);
    for (const entry of entries) log.append(leafHash(entry));
    const head = { size: log.size(), root: rootOf(log.size(), readerOf(log.tilesNow())) };
    const write = {
      ...{ committeeId, week: term.week, logSize },
      statements: made.map(({ action }, n) => ({
        index: logSize + n,
        entry: fromUtf8(entries[n]!) ?? '',
        tree: action.tree,
      })),
      head: { size: head.size, note: await signHead(deps.keyring, origin, head) },
      vkeys: (await currentKeys(deps.keyring, origin)).toReversed(),
    };
    return {
      statements: [
        checkClosingStatement(db, write),
        ...closeStatements(db, write, now),
        saveTilesStatement(db, log.tiles().map(withHex)),
        clearClosingChecksStatement(db),
      ],
      records,
      problems: made.flatMap(({ problems }) => problems),
    };
  },

  isOvertaken,
});

/** Of a week that another committee's digest has closed, its statement is the record. */
function recordsOf(loaded: LoadedClosing, closing: Closing) {
  const { week } = closing.term;
  return actionsOf(loaded, closing)
    .filter(({ previous }) => !previous || previous.week <= week)
    .map(({ slug }) => {
      const page = `/statements/${slug}/${week}`;
      return { slug, page, proof: `${page}.tlog-proof` };
    });
}

/** Without those whose week, or a later one, is closed: they were addressed to another committee then. */
function toClose(loaded: LoadedClosing, closing: Closing): ClosingAction[] {
  const { week } = closing.term;
  return actionsOf(loaded, closing).filter(({ previous }) => !previous || previous.week < week);
}

/** None of a week that had ended before there was a log. */
function actionsOf(loaded: LoadedClosing, { term, slugs }: Closing): ClosingAction[] {
  if (term.until <= loaded.startsAt) return [];
  return loaded.actions.filter(({ slug }) => slugs.includes(slug));
}

async function makeStatement(
  { db }: ClosingDeps,
  action: ClosingAction,
  { loaded, closing, origin }: { loaded: Loaded; closing: Closing; origin: string },
) {
  const root = await readRoot(db, action.id, action.tree.built);
  const statement = fitted({
    log: origin,
    ...statementOf(action, { term: closing.term, root, siteActs: loaded.siteActs }),
    ...Object.assign({}, ...loaded.told.map((part) => part.get(action.id))),
  });
  const isLong = statementEntry(statement).length > entryBytesAtMost;
  const problems = [...imbalancesIn(statement), ...(isLong ? ['the statement is too long'] : [])];
  return { action, statement, problems: problems.map((what) => `statement of ${action.slug}: ${what}`) };
}
