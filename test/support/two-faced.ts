import { createServer } from 'node:http';
import { signHead } from '../../worker/statements/log-keys.ts';
import { leafHash } from '../../worker/statements/rules/hashes.ts';
import { entryBundle } from '../../worker/statements/rules/tiles.ts';
import { formatTlogProof } from '../../worker/statements/rules/tlog-proof.ts';
import {
  consistencyParts,
  inclusionParts,
  nodesOf,
  proofOf,
  rootOf,
} from '../../worker/statements/rules/tree.ts';
import { entriesOf, readCheckpoint, textAt } from '../journeys/opponent.ts';
import { site } from './address.ts';
import { listenOnLoopback } from './listen.ts';
import { siteKeyring } from './site-keyring.ts';

/**
 * The site's own server, as one that equivocates would be: while `lies` it shows a log in which a statement, the last one
 * unless `entry` says another, is changed, signed with the same key and whole in itself. Its log holds fewer than 256
 * entries. `url` is the site behind it.
 */
export async function twoFacedServer(change: (statement: string) => string) {
  const face = { lies: false, url: site.url, entry: -1 };
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const told = face.lies ? await lieAbout(path, change, face) : null;
    const { status, headers, body } = await fetch(face.url + path);
    response.writeHead(status, { 'content-type': headers.get('content-type') ?? '' });
    response.end(told ?? (body ? Buffer.from(await new Response(body).arrayBuffer()) : ''));
  });
  const { url, close } = await listenOnLoopback(server, 0);
  return { url, close, face };
}

async function lieAbout(
  path: string,
  change: (statement: string) => string,
  { url, entry: changed }: { url: string; entry: number },
): Promise<string | Buffer | null> {
  const { origin, size } = readCheckpoint(await textAt(`${url}/log/checkpoint`));
  const at = changed < 0 ? size + changed : changed;
  const entries = (await entriesOf(`${url}/log/tile`, size)).map((entry, index) =>
    index === at ? Buffer.from(change(entry.toString())) : entry,
  );
  const leaves = entries.map((entry) => leafHash(entry));
  const tree = nodesOf(leaves);
  const sign = () => signHead(siteKeyring(), origin, { size, root: rootOf(size, tree) });
  if (path === '/log/checkpoint') return sign();
  if (path.startsWith('/log/tile/entries/')) return Buffer.from(entryBundle(entries));
  if (path.startsWith('/log/tile/0/')) return Buffer.concat(leaves);
  if (path.startsWith('/log/consistency')) {
    const { searchParams } = new URL(path, url);
    const parts = consistencyParts(Number(searchParams.get('from')), Number(searchParams.get('to')));
    return proofOf(parts, tree)
      .map((hash) => `${Buffer.from(hash).toString('base64')}\n`)
      .join('');
  }
  const [, action, week, end] = /^\/statements\/([^/]+)\/([^/.]+)\.(json|tlog-proof)$/.exec(path) ?? [];
  const index = entries.findIndex((entry) => {
    const statement = JSON.parse(entry.toString()) as { action: string; week: string };
    return statement.action === action && statement.week === week;
  });
  const entry = entries[index];
  if (!entry) return null;
  if (end === 'json') return entry;
  return formatTlogProof({
    index,
    hashes: proofOf(inclusionParts(index, size), tree),
    checkpoint: await sign(),
  });
}
