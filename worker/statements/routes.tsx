import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { formatInstant } from '../../web/language.ts';
import { type ActionContext, findContext } from '../actions/context.ts';
import { isPublic, isShown, pathOf } from '../actions/rules.ts';
import { shellOf, speak } from '../campaigns/shell.ts';
import { campaignNamed } from '../campaigns/store.ts';
import { datesOf, isWeek, lastWeekOver, laterThanAll, nextWeek } from '../digests/week-rules.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { checkedQuery } from '../platform/http/validate.ts';
import { joinQueries, knownValue, runQuery } from '../platform/query.ts';
import { lastingKey, readCheckpoint, statementProof } from './log.ts';
import { sendOfMemberTree } from './log-routes.tsx';
import {
  citiesOfRollupQuery,
  findStatement,
  hasSamplesQuery,
  type StoredStatement,
  statementsQuery,
} from './log-store.ts';
import { nextStatementAt } from './next-statement.ts';
import { ListPage } from './pages/list-page.tsx';
import { StatementPage } from './pages/statement-page.tsx';
import type { Statement } from './rules/statement.ts';
import { shownRollup } from './shown-rollup.ts';

type StatementContext = Context<AppEnv>;

const weeksOnPage = 53;
const caching = 'public, max-age=10';
const listQuery = z.object({ before: z.string().max(20).optional() });

/** The statements of an action, for people and as files. */
export function statementRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/statements/:action', checkedQuery(listQuery), async (c) => {
    const context = await contextOf(c);
    const { before = laterThanAll } = c.req.valid('query');
    return context && isWeek(before) ? showList(c, context, before) : refuse(c, 'not-found');
  });

  // The fast router takes no other route beside a parameter.
  routes.get('/statements/:action/:file{.+}', async (c) => {
    const { action: slug, file } = c.req.param();
    if (/^(consistency|tile)(\/|$)/.test(file))
      return sendOfMemberTree(c, await contextOf(c), { slug, file });
    const [week = '', ...ends] = file.split('.');
    const stored = isWeek(week) ? await findStatement(c.var.deps.db, { slug, week }) : null;
    if (!stored) return refuse(c, 'not-found');
    switch (ends.join('.')) {
      case '':
        return showStatement(c, stored);
      case 'json':
        return sendStatement(c, stored);
      case 'tlog-proof':
        return sendProof(c, { slug, stored });
      default:
        return refuse(c, 'not-found');
    }
  });

  return routes;
}

/** Null for what was never public. */
async function contextOf(c: StatementContext): Promise<ActionContext | null> {
  const context = await findContext(c.var.deps.db, c.req.param('action') ?? '');
  if (!context || !isPublic(context.action.state)) return null;
  speak(c, context.campaign);
  return context;
}

/** What was removed is no longer shown; its statements stay, under the name of its address. */
function titleOf({ action }: ActionContext, c: StatementContext): string {
  return isShown(action.state) ? action.title[c.var.language] : action.slug;
}

async function showList(c: StatementContext, context: ActionContext, before: string) {
  const { action, campaign, city } = context;
  const { db } = c.var.deps;
  const { found, hasSamples } = await runQuery(
    db,
    joinQueries({
      found: statementsQuery(db, action.slug, { before, most: weeksOnPage + 1 }),
      hasSamples: hasSamplesQuery(db, knownValue(action.id)),
    }),
  );
  const shown = found.slice(0, weeksOnPage);
  const first = found.length > weeksOnPage ? null : shown.at(-1);
  const { now, language } = c.var;
  const awaited =
    shown.length === 0
      ? await nextStatementAt(db, { committeeId: action.committee.id, since: action.opensAt, now })
      : null;
  const openedIn = lastWeekOver(action.opensAt, city.timeZone);
  c.header('cache-control', caching);
  return c.html(
    <ListPage
      shell={shellOf(c, campaign)}
      href={`/statements/${action.slug}`}
      action={{ title: titleOf(context, c), path: pathOf(action) }}
      weeks={shown.map(({ entry, week }) => ({
        statement: JSON.parse(entry) as Statement,
        endsOn: datesOf(week).endsOn,
      }))}
      earlier={found.length > weeksOnPage ? (shown.at(-1)?.week ?? null) : null}
      samplesHref={hasSamples ? `/samples/${action.slug}` : null}
      hasBegunLate={first ? nextWeek(openedIn) < first.week : false}
      first={awaited && formatInstant(awaited, city.timeZone, language)}
    />,
  );
}

async function showStatement(c: StatementContext, { entry, index, week }: StoredStatement) {
  const context = await contextOf(c);
  if (!context) return refuse(c, 'not-found');
  const { action, campaign, city } = context;
  const { deps, language } = c.var;
  const statement: Statement = JSON.parse(entry);
  const { rollup } = statement;
  const named =
    rollup && (await runQuery(deps.db, citiesOfRollupQuery(deps.db, campaignNamed(rollup.campaign))));
  c.header('cache-control', caching);
  return c.html(
    <StatementPage
      shell={shellOf(c, campaign)}
      href={`/statements/${action.slug}`}
      title={titleOf(context, c)}
      statement={statement}
      endsOn={datesOf(week).endsOn}
      index={index}
      logSize={(await readCheckpoint(deps)).size}
      vkey={await lastingKey(deps)}
      publicUrl={deps.settings.publicUrl}
      rollup={rollup && named ? shownRollup(rollup, named, language) : null}
      placeNames={Object.fromEntries(city.districts.map(({ code, name }) => [code, name[language]]))}
    />,
  );
}

/** The bytes that the log holds. */
function sendStatement(c: StatementContext, { entry }: StoredStatement) {
  c.header('cache-control', 'public, max-age=31536000, immutable');
  return c.body(entry, 200, { 'content-type': 'application/json' });
}

async function sendProof(c: StatementContext, { slug, stored }: { slug: string; stored: StoredStatement }) {
  c.header('cache-control', caching);
  c.header('content-disposition', `attachment; filename="${slug}-${stored.week}.tlog-proof"`);
  return c.body(await statementProof(c.var.deps, stored), 200, {
    'content-type': 'text/plain; charset=utf-8',
  });
}
