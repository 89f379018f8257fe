import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { ActionContext } from '../actions/context.ts';
import { isShown } from '../actions/rules.ts';
import { shellOf, speak } from '../campaigns/shell.ts';
import { findOnlyCampaign } from '../campaigns/store.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { docsPath } from './command-rules.ts';
import { allKeys, lastingKey, readCheckpoint, readTile } from './log.ts';
import { originOf } from './log-keys.ts';
import { findMemberTree } from './log-store.ts';
import { LogPage } from './pages/log-page.tsx';
import { base64 } from './rules/bytes.ts';
import { readTilePath } from './rules/tiles.ts';
import { consistencyParts } from './rules/tree.ts';
import { logTree } from './tile-store.ts';
import { readProof } from './tiles.ts';

type LogContext = Context<AppEnv>;
type Tree = { tree: number; size: number };

/** Of which tree something is asked: the log, or the member tree of an action. */
type TileRequest = Tree & { below: string; context: ActionContext | null };

const soon = 'public, max-age=10';
const forever = 'public, max-age=31536000, immutable';

const entries = z.string().regex(/^(0|[1-9][0-9]{0,14})$/);
const consistencyQuery = z.object({ from: entries, to: entries });

/** The log as other people's tools read it (C2SP tlog-tiles), and the member trees in the same way. */
export function logRoutes() {
  const routes = new Hono<AppEnv>();
  const forAnybody = async (c: LogContext, next: () => Promise<void>) => {
    c.header('access-control-allow-origin', '*');
    await next();
  };
  routes.use('/log/*', forAnybody);
  routes.use('/statements/*', forAnybody);

  routes.get('/log/checkpoint', async (c) => {
    c.header('cache-control', soon);
    return c.text((await readCheckpoint(c.var.deps)).checkpoint);
  });
  routes.get('/log/key', async (c) => {
    c.header('cache-control', soon);
    return c.text(`${await lastingKey(c.var.deps)}\n`);
  });
  routes.get('/log/keys', async (c) => {
    c.header('cache-control', soon);
    return c.text((await allKeys(c.var.deps)).map((vkey) => `${vkey}\n`).join(''));
  });
  routes.get('/log', async (c) => showTree(c, await theLog(c)));
  routes.get('/log/tile', (c) => c.redirect(`/log${new URL(c.req.url).search}`, 303));
  routes.get('/log/tile/*', async (c) => sendTile(c, await theLog(c)));
  routes.get('/log/consistency', async (c) => sendConsistency(c, await theLog(c)));

  return routes;
}

async function theLog(c: LogContext): Promise<TileRequest> {
  const { size } = await readCheckpoint(c.var.deps);
  return { tree: logTree, size, below: '/log', context: null };
}

/** What there is of a member tree under its action's statements; the file is as in the address. */
export async function sendOfMemberTree(
  c: LogContext,
  context: ActionContext | null,
  { slug, file }: { slug: string; file: string },
): Promise<Response> {
  const tree = await findMemberTree(c.var.deps.db, slug);
  if (!tree) return refuse(c, 'not-found');
  const asked = { ...tree, below: `/statements/${slug}`, context };
  if (file === 'tile') return showTree(c, asked);
  return file === 'consistency' ? sendConsistency(c, asked) : sendTile(c, asked);
}

/** For a person who opens an address that programs read. `wrong`: numbers for which there is no proof. */
async function showTree(
  c: LogContext,
  { size, below, context }: TileRequest,
  wrong: { from: string; to: string; status: 400 | 404 } | null = null,
) {
  const { deps } = c.var;
  const campaign = context ? context.campaign : await findOnlyCampaign(deps.db);
  if (campaign) speak(c, campaign);
  const { action } = context ?? {};
  const title = action && (isShown(action.state) ? action.title[c.var.language] : action.slug);
  c.header('cache-control', soon);
  const page = (
    <LogPage
      shell={shellOf(c, campaign)}
      below={below}
      action={action ? { title: title ?? '', slug: action.slug } : null}
      size={size}
      name={originOf(deps.settings.publicUrl)}
      vkey={await lastingKey(deps)}
      asked={wrong}
    />
  );
  return c.html(page, wrong?.status ?? 200);
}

async function sendTile(c: LogContext, { below, ...tree }: TileRequest) {
  const path = readTilePath(c.req.path.slice(`${below}/tile/`.length));
  const bytes = path && (await readTile(c.var.deps.db, tree, path));
  if (!bytes) return refuse(c, 'not-found');
  c.header('cache-control', forever);
  return c.body(bytes, 200, { 'content-type': 'application/octet-stream' });
}

/** A hash a line, in base64. Numbers that cannot be answered are explained: on a page to a browser, else as text. */
async function sendConsistency(c: LogContext, asked: TileRequest) {
  const { tree, size, below } = asked;
  const { from: typedFrom = '', to: typedTo = '' } = c.req.query();
  const numbers = consistencyQuery.safeParse({ from: typedFrom, to: typedTo }).data;
  const [from, to] = [Number(numbers?.from), Number(numbers?.to)];
  if (!numbers || from > to || to > size) {
    c.header('vary', 'accept', { append: true });
    const status = numbers && from <= to ? 404 : 400;
    if (c.req.header('accept')?.includes('text/html')) {
      return showTree(c, asked, { from: typedFrom, to: typedTo, status });
    }
    c.header('cache-control', soon);
    return c.text(howToAsk(below, size), status);
  }
  const hashes = await readProof(c.var.deps.db, tree, consistencyParts(from, to));
  c.header('cache-control', forever);
  return c.text(hashes.map((hash) => `${base64(hash)}\n`).join(''));
}

function howToAsk(below: string, size: number): string {
  return [
    `${below}/consistency?from=N&to=M proves that the first N entries are the beginning of the first M.`,
    `N and M are whole numbers in decimal: N is at most M, and M at most ${size}, which is the size now.`,
    'The answer is the consistency proof of RFC 6962, one hash in base64 a line. docs/verify.md says how to check it:',
    `${docsPath}\n`,
  ].join('\n');
}
