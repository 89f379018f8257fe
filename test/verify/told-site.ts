import { base64, hex, utf8 } from '../../worker/statements/rules/bytes.ts';
import { canonicalJson } from '../../worker/statements/rules/canonical-json.ts';
import { checkpointText } from '../../worker/statements/rules/checkpoint.ts';
import { leafHash, sha256Of } from '../../worker/statements/rules/hashes.ts';
import { addedEntry } from '../../worker/statements/rules/member.ts';
import { formatNote, formatVerifierKey, verifierKey } from '../../worker/statements/rules/notes.ts';
import { type Statement, statementEntry } from '../../worker/statements/rules/statement.ts';
import { entryBundle } from '../../worker/statements/rules/tiles.ts';
import { formatTlogProof } from '../../worker/statements/rules/tlog-proof.ts';
import { inclusionParts, nodesOf, proofOf, rootOf } from '../../worker/statements/rules/tree.ts';

export const members = Array.from({ length: 60 }, (_, n) =>
  addedEntry(sha256Of(utf8(`salt ${n}`)), sha256Of(utf8(`person ${n}`)).slice(0, 16)),
);

const textOf = (word: string) => ({ title: { en: word }, ask: { en: word }, body: { en: word } });
export const text = (version: number, word: string) => ({
  version,
  sha256: hex(sha256Of(utf8(canonicalJson(textOf(word))))),
});

/**
 * The answers of a site whose log is rightly signed and proven, and says of the petition `p` what its owner likes: a
 * statement for each week, with the same sixty members.
 */
export async function siteOf(
  weeks: readonly Partial<Statement>[],
  { origin = 'petitions.example/log' } = {},
) {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const publicKey = new Uint8Array((await crypto.subtle.exportKey('raw', pair.publicKey)) as ArrayBuffer);
  const key = verifierKey(origin, publicKey);
  const statements: Statement[] = [];
  const entries: Uint8Array<ArrayBuffer>[] = [];
  for (const [index, said] of weeks.entries()) {
    const before = entries.at(-1);
    const previous = before ? { index: index - 1, leaf: hex(leafHash(before)) } : null;
    statements.push({ ...statementOf(index), ...said, previous });
    entries.push(statementEntry(statements[index]!));
  }
  const nodes = nodesOf(entries.map((entry) => leafHash(entry)));
  const size = entries.length;
  const head = checkpointText({ origin, size, root: rootOf(size, nodes) });
  const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, utf8(head)));
  const checkpoint = formatNote({ text: head, signatures: [{ ...key, signature }] });
  const answers = new Map<string, Uint8Array | string>([
    ['/log/keys', `${formatVerifierKey(key)}\n`],
    ['/log/checkpoint', checkpoint],
    [`/log/tile/entries/000.p/${size}`, entryBundle(entries)],
    [`/statements/p/tile/entries/000.p/${members.length}`, entryBundle(members)],
    ['/api/v1/actions/p/texts', JSON.stringify({ texts: [{ version: 1, ...textOf('one') }] })],
    ['/api/v1/petitions/p', JSON.stringify(now)],
  ]);
  for (const [index, { week }] of statements.entries()) {
    const hashes = proofOf(inclusionParts(index, size), nodes);
    answers.set(`/statements/p/${week}.json`, entries[index]!);
    answers.set(`/statements/p/${week}.tlog-proof`, formatTlogProof({ index, hashes, checkpoint }));
  }
  const get = async (path: string) => {
    const answer = answers.get(path);
    return answer === undefined ? null : typeof answer === 'string' ? utf8(answer) : answer;
  };
  return { answers, get };
}

const states = { unconfirmed: 0, duplicate: 0, flagged: 0, withdrawn: 0, invalidated: 0 };
const account = { received: members.length, confirmed: members.length, ...states };
export const now = {
  ...{ counts: account, by_district: [], outside: 0, unknown: members.length },
  by_day: [{ confirmed: members.length }],
};

function statementOf(nth: number): Statement {
  const rules = { asks_street: false, opens_at: '2026-11-01T05:00:00.000Z', closes_at: null, thresholds: [] };
  const monday = new Date(Date.UTC(2026, 10, 16 + 7 * nth, 5));
  return {
    ...{ v: 1, action: 'p', kind: 'petition', week: `2026-W${46 + nth}`, as_of: monday.toISOString() },
    texts: [text(1, 'one')],
    ...{ rules, rules_sha256: hex(sha256Of(utf8(canonicalJson(rules)))) },
    ...{ account, paper: null, corrections: [] },
    places: { by: {}, fewer: members.length },
    sources: { by: {}, fewer: members.length },
    members: {
      ...{ size: members.length, added: members.length, removed: 0 },
      root: base64(rootOf(members.length, nodesOf(members.map((entry) => leafHash(entry))))),
    },
    acts: { campaign: null, site: null },
    previous: null,
  };
}
