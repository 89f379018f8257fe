import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { AppEnv } from '../platform/http/app-env.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { checkedQuery } from '../platform/http/validate.ts';
import { allKeys, lastingKey, readCheckpoint, readTile } from './log.ts';
import { findMemberTree } from './log-store.ts';
import { base64 } from './rules/bytes.ts';
import { readTilePath } from './rules/tiles.ts';
import { consistencyParts } from './rules/tree.ts';
import { logTree } from './tile-store.ts';
import { readProof } from './tiles.ts';

type LogContext = Context<AppEnv>;
type Tree = { tree: number; size: number };

const soon = 'public, max-age=10';
const forever = 'public, max-age=31536000, immutable';

const size = z.string().regex(/^(0|[1-9][0-9]{0,14})$/);
const consistencyQuery = z.object({ from: size, to: size });

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
  routes.get('/log/tile/*', async (c) =>
    sendTile(c, { tree: logTree, size: (await readCheckpoint(c.var.deps)).size }, '/log/tile/'),
  );
  routes.get('/log/consistency', checkedQuery(consistencyQuery), async (c) => {
    const tree = { tree: logTree, size: (await readCheckpoint(c.var.deps)).size };
    return sendConsistency(c, tree, c.req.valid('query'));
  });

  return routes;
}

/** What there is of a member tree under its action's statements; the file is as in the address. */
export async function sendOfMemberTree(c: LogContext, slug: string, file: string): Promise<Response> {
  const asked = file === 'consistency' ? consistencyQuery.safeParse(c.req.query()) : null;
  if (asked?.success === false) return refuse(c, 'bad-request');
  const tree = await findMemberTree(c.var.deps.db, slug);
  if (!tree) return refuse(c, 'not-found');
  return asked ? sendConsistency(c, tree, asked.data) : sendTile(c, tree, `/statements/${slug}/tile/`);
}

async function sendTile(c: LogContext, tree: Tree, below: string) {
  const path = readTilePath(c.req.path.slice(below.length));
  const bytes = path && (await readTile(c.var.deps.db, tree, path));
  if (!bytes) return refuse(c, 'not-found');
  c.header('cache-control', forever);
  return c.body(bytes, 200, { 'content-type': 'application/octet-stream' });
}

/** A hash a line, in base64. */
async function sendConsistency(c: LogContext, { tree, size }: Tree, asked: { from: string; to: string }) {
  const [from, to] = [Number(asked.from), Number(asked.to)];
  if (from > to) return refuse(c, 'bad-request');
  if (to > size) return refuse(c, 'not-found');
  const hashes = await readProof(c.var.deps.db, tree, consistencyParts(from, to));
  c.header('cache-control', forever);
  return c.text(hashes.map((hash) => `${base64(hash)}\n`).join(''));
}
