import { endOf } from '../../worker/digests/week-rules.ts';
import { base64, utf8 } from '../../worker/statements/rules/bytes.ts';
import { checkpointText } from '../../worker/statements/rules/checkpoint.ts';
import { leafHash, sha256Of } from '../../worker/statements/rules/hashes.ts';
import { addedEntry, formatReceipt, removedEntry } from '../../worker/statements/rules/member.ts';
import { formatNote, formatVerifierKey, verifierKey } from '../../worker/statements/rules/notes.ts';
import { type Statement, statementEntry } from '../../worker/statements/rules/statement.ts';
import { formatTlogProof } from '../../worker/statements/rules/tlog-proof.ts';
import { inclusionParts, nodesOf, proofOf, rootOf } from '../../worker/statements/rules/tree.ts';

const origin = 'petitions.example/log';

/** A log of three statements of one petition with members, some of whom have left. */
export async function exampleLog({ tells = 'the truth' }: { tells?: string } = {}) {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const publicKey = new Uint8Array((await crypto.subtle.exportKey('raw', pair.publicKey)) as ArrayBuffer);
  const key = verifierKey(origin, publicKey);
  const people = Array.from({ length: 9 }, (_, n) => ({
    salt: sha256Of(utf8(`salt ${n}`)),
    member: sha256Of(utf8(`person ${n}`)).slice(0, 16),
  }));
  const started = people.map(({ salt, member }) => addedEntry(salt, member));
  const members = [...started, removedEntry(leafHash(started[2]!))].map((entry) => leafHash(entry));
  const weeks = [3, 9, 10].map((size, n) => statement({ week: `2026-W4${6 + n}`, size, members, tells }));
  const entries = weeks.map(statementEntry);
  const leaves = entries.map((entry) => leafHash(entry));
  const head = (size: number) => ({ origin, size, root: rootOf(size, nodesOf(leaves)) });
  const sign = async (size: number) => {
    const text = checkpointText(head(size));
    const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, utf8(text)));
    return formatNote({ text, signatures: [{ ...key, signature }] });
  };
  const proof = async (index: number, size = 3) =>
    formatTlogProof({
      index,
      hashes: proofOf(inclusionParts(index, size), nodesOf(leaves)),
      checkpoint: await sign(size),
    });
  const leafProof = (index: number, size: number) => ({
    index,
    hashes: proofOf(inclusionParts(index, size), nodesOf(members)),
  });
  const receipt = async (person: number, week: number) => {
    const { size } = weeks[week]!.members;
    return formatReceipt({
      ...people[person]!,
      added: leafProof(person, size),
      removed: person === 2 && size === 10 ? leafProof(9, size) : null,
      statement: text(week),
      proof: await proof(week),
    });
  };
  const text = (week: number) => new TextDecoder().decode(entries[week]);
  return { key: formatVerifierKey(key), statement: text, proof, receipt, head: sign };
}

function statement(of: { week: string; size: number; members: Uint8Array[]; tells: string }): Statement {
  const { week, size, members, tells } = of;
  const removed = Math.max(0, size - 9);
  const confirmed = size - 2 * removed;
  const account = { confirmed, unconfirmed: 1, duplicate: 0, flagged: 0, withdrawn: removed, invalidated: 0 };
  return {
    ...{
      v: 1,
      action: 'arrest-traffickers',
      kind: 'petition',
      week,
      as_of: endOf(week, 'America/New_York').toISOString(),
    },
    texts: [{ version: 1, sha256: 'ab'.repeat(32) }],
    rules: { asks_street: false, opens_at: '2026-11-01T05:00:00.000Z', closes_at: null, thresholds: [] },
    rules_sha256: 'cd'.repeat(32),
    account: { ...account, received: confirmed + 1 + removed },
    paper: null,
    places: { by: {}, fewer: confirmed },
    sources: { by: tells === 'the truth' ? {} : { [tells]: 0 }, fewer: confirmed },
    corrections: [],
    members: {
      ...{ size, added: size - removed, removed },
      root: base64(rootOf(size, nodesOf(members))),
    },
    acts: { campaign: null, site: null },
    previous: null,
  };
}
