import { createHash, createPublicKey } from 'node:crypto';
import { verifyTLogInclusion } from '@sigstore/verify/dist/tlog/index.js';
import type { Statement } from '../../worker/statements/rules/statement.ts';
import { visit } from '../support/visitor.ts';

/* An opponent who has only HTTP, the published formats and other people's tools. Nothing here is the writer's code. */

export const sha256 = (...parts: Uint8Array[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export async function bytesAt(path: string): Promise<Buffer> {
  const response = await visit(path);
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

export const textAt = async (path: string) => (await bytesAt(path)).toString('utf8');

export type Checkpoint = { origin: string; size: number; root: Buffer };

export function readCheckpoint(text: string): Checkpoint {
  const [origin = '', size = '', root = ''] = text.split('\n');
  return { origin, size: Number(size), root: Buffer.from(root, 'base64') };
}

/** All entries of a tree, from its bundles. */
export async function entriesOf(prefix: string, size: number): Promise<Buffer[]> {
  const entries: Buffer[] = [];
  for (let index = 0; index * 256 < size; index += 1) {
    const width = Math.min(256, size - index * 256);
    const name = String(index).padStart(3, '0') + (width < 256 ? `.p/${width}` : '');
    const bundle = await bytesAt(`${prefix}/entries/${name}`);
    for (let at = 0; at < bundle.length; ) {
      const length = bundle.readUInt16BE(at);
      entries.push(bundle.subarray(at + 2, at + 2 + length));
      at += 2 + length;
    }
  }
  return entries;
}

export function rootOf(entries: readonly Uint8Array[]): Buffer {
  if (entries.length === 0) return sha256();
  if (entries.length === 1) return sha256(Buffer.of(0), entries[0]!);
  let left = 1;
  while (left * 2 < entries.length) left *= 2;
  return sha256(Buffer.of(1), rootOf(entries.slice(0, left)), rootOf(entries.slice(left)));
}

/** A verifier key, as @sigstore/verify wants it. */
export function authorityOf(vkey: string, baseURL: string) {
  const [, id = '', ...encoded] = vkey.trim().split('+');
  const spki = Buffer.from('302a300506032b6570032100', 'hex');
  const key = Buffer.concat([spki, Buffer.from(encoded.join('+'), 'base64').subarray(1)]);
  return {
    logID: Buffer.concat([Buffer.from(id, 'hex'), Buffer.alloc(28)]),
    publicKey: createPublicKey({ key, format: 'der', type: 'spki' }),
    baseURL,
    validFor: { start: new Date(0), end: new Date(8e15) },
  };
}

/** Whether @sigstore/verify accepts that the log holds the entry. */
export function sigstoreAccepts(
  entry: Uint8Array,
  proof: string,
  authority: ReturnType<typeof authorityOf>,
): boolean {
  const end = proof.indexOf('\n\n');
  const [first, index = '', ...hashes] = proof.slice(0, end).split('\n');
  if (first !== 'c2sp.org/tlog-proof@v1') return false;
  const envelope = proof.slice(end + 2);
  const entryLike = {
    logId: { keyId: authority.logID },
    canonicalizedBody: Buffer.from(entry),
    inclusionProof: {
      logIndex: index.replace('index ', ''),
      hashes: hashes.map((hash) => Buffer.from(hash, 'base64')),
      rootHash: readCheckpoint(envelope).root,
      treeSize: String(readCheckpoint(envelope).size),
      checkpoint: { envelope },
    },
  };
  try {
    verifyTLogInclusion(entryLike as never, [authority] as never);
    return true;
  } catch {
    return false;
  }
}

/** What an opponent finds wrong with the statements of an action, from the whole log. */
export async function auditSite(slug: string): Promise<{ statements: Statement[]; problems: string[] }> {
  const problems: string[] = [];
  const must = (what: string, holds: boolean) => {
    if (!holds) problems.push(what);
  };
  const checkpoint = readCheckpoint(await textAt('/log/checkpoint'));
  const log = await entriesOf('/log/tile', checkpoint.size);
  must('the root of the log', rootOf(log).equals(checkpoint.root));
  const found = log.map((entry, index) => ({
    index,
    entry,
    statement: JSON.parse(entry.toString()) as Statement,
  }));
  const own = found.filter(({ statement }) => statement.action === slug);
  for (const [n, { entry, statement }] of own.entries()) {
    const { week, account, members, places, sources, previous } = statement;
    const { received, ...states } = account;
    const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
    must(`${week}: the file`, (await bytesAt(`/statements/${slug}/${week}.json`)).equals(entry));
    must(`${week}: received`, received === sum(Object.values(states)));
    must(`${week}: places`, account.confirmed === sum(Object.values(places.by)) + places.fewer);
    must(`${week}: sources`, account.confirmed === sum(Object.values(sources.by)) + sources.fewer);
    must(`${week}: added - removed`, members.added - members.removed === account.confirmed);
    const leaves = await entriesOf(`/statements/${slug}/tile`, members.size);
    must(`${week}: members`, rootOf(leaves).toString('base64') === members.root);
    const before = own[n - 1];
    must(`${week}: previous`, (previous?.index ?? null) === (before?.index ?? null));
    must(
      `${week}: hash of previous`,
      (previous?.leaf ?? null) === (before ? sha256(Buffer.of(0), before.entry).toString('hex') : null),
    );
  }
  return { statements: own.map(({ statement }) => statement), problems };
}
