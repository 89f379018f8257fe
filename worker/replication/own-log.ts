import type { Deps } from '../platform/deps.ts';
import { ok } from '../platform/result.ts';
import { allKeys, readCheckpoint, readTile, statementProof } from '../statements/log.ts';
import { findStatement } from '../statements/log-store.ts';
import { base64, utf8 } from '../statements/rules/bytes.ts';
import { readTilePath } from '../statements/rules/tiles.ts';
import { consistencyParts } from '../statements/rules/tree.ts';
import { logTree } from '../statements/tile-store.ts';
import { readProof } from '../statements/tiles.ts';
import { limits, type Source } from './get.ts';
import { describeDeployment } from './well-known.ts';
import { wellKnownPath } from './well-known-rules.ts';

type Given = Pick<Deps, 'db' | 'keyring' | 'settings'>;

/** The answers that this deployment gives, without asking itself over the network. */
export function sourceHere(given: Given): Source {
  const get: Source['get'] = async (asked) => {
    const { pathname, searchParams } = new URL(asked, 'http://here');
    const answer = await answerTo(given, pathname, searchParams);
    return ok(typeof answer === 'string' ? utf8(answer) : answer);
  };
  return { get, left: limits };
}

async function answerTo(
  given: Given,
  path: string,
  query: URLSearchParams,
): Promise<string | Uint8Array | null> {
  if (path === wellKnownPath) return JSON.stringify(await describeDeployment(given, query.get('campaign')));
  if (path === '/log/checkpoint') return (await readCheckpoint(given)).checkpoint;
  if (path === '/log/keys') return (await allKeys(given)).map((vkey) => `${vkey}\n`).join('');
  if (path === '/log/consistency')
    return consistency(given, Number(query.get('from')), Number(query.get('to')));
  if (path.startsWith('/log/tile/')) return tile(given, path.slice('/log/tile/'.length));
  const [, slug = '', week = '', end] =
    /^\/statements\/([^/]+)\/([^/.]+)\.(json|tlog-proof)$/.exec(path) ?? [];
  const stored = await findStatement(given.db, { slug, week });
  if (!stored) return null;
  return end === 'json' ? stored.entry : statementProof(given, stored);
}

/** Null where the log is shorter. */
async function consistency(given: Given, from: number, to: number): Promise<string | null> {
  const { size } = await readCheckpoint(given);
  if (to > size) return null;
  const hashes = await readProof(given.db, logTree, consistencyParts(from, to));
  return hashes.map((hash) => `${base64(hash)}\n`).join('');
}

async function tile(given: Given, path: string): Promise<Uint8Array | null> {
  const read = readTilePath(path);
  const { size } = await readCheckpoint(given);
  return read && readTile(given.db, { tree: logTree, size }, read);
}
