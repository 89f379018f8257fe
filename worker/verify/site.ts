import { message } from '../../web/language.ts';
import { areEqual, fromBase64, hex, utf8 } from '../statements/rules/bytes.ts';
import { canonicalJson } from '../statements/rules/canonical-json.ts';
import { type Checkpoint, parseCheckpoint, signerOf } from '../statements/rules/checkpoint.ts';
import { type Hash, leafHash, sha256Of } from '../statements/rules/hashes.ts';
import { isRemoval } from '../statements/rules/member.ts';
import { isConsistent } from '../statements/rules/proofs.ts';
import { imbalancesIn, readStatement, type Statement } from '../statements/rules/statement.ts';
import { entriesIn, tilePath, tileWidth } from '../statements/rules/tiles.ts';
import { checkTlogProof } from '../statements/rules/tlog-proof.ts';
import { nodesOf, rootOf } from '../statements/rules/tree.ts';
import { checkRollups } from './check-rollup.ts';
import { checkSamples } from './check-samples.ts';
import { expect, type Get, keysIn, reporting, type Site, type SiteReport, textOf } from './site-report.ts';
import { checkNow, checkSamplesShown, checkTexts, keepsTexts } from './site-shown.ts';

/**
 * Reads the whole log of a site and the member tree of each action by HTTP alone, and checks them against each other.
 * `keys`: verifier keys that are known from elsewhere, one a line; null asks the site. `remembered`: the head that was
 * seen last time.
 */
export async function verifySite(
  get: Get,
  { keys, remembered }: { keys: string | null; remembered: string | null },
): Promise<SiteReport> {
  const report: SiteReport = { problems: [], checked: [], notes: [], found: '', head: '' };
  const read = reporting(get, report);
  const site: Site = { get: read, report, vkeys: keys ?? (await textOf(read, '/log/keys')) ?? '' };
  report.head = (await textOf(read, '/log/checkpoint')) ?? '';
  const head = await signedHead(site, report.head, 'The head of the log');
  if (!head) return report;
  if (keys === null)
    report.notes.push('The keys are those that the site names. Compare them with --key KEY.');
  const entries = await readEntries(site, '/log', head.size);
  const leaves = entries.map((entry) => leafHash(entry));
  expect(site, isRoot(leaves, head), `The ${head.size} entries of the log lead to its signed root`);
  if (remembered !== null) await compareWithEarlier(site, { head, leaves, remembered });
  const actions = await checkStatements(site, entries, leaves);
  checkRollups(site, { statements: entries.map(readStatement), leaves });
  report.found = message(foundWords, { origin: head.origin, size: head.size, actions }, 'en');
  return report;
}

async function signedHead(site: Site, text: string, what: string): Promise<Checkpoint | null> {
  const signed = parseCheckpoint(text);
  const key = signed && (await signerOf(signed, keysIn(site.vkeys)));
  const { origin = '', size = 0 } = signed?.checkpoint ?? {};
  return expect(site, key !== null, `${what} (${origin}, ${size} entries) is signed with a key of the log`)
    ? (signed?.checkpoint ?? null)
    : null;
}

function isRoot(leaves: readonly Hash[], { size, root }: { size: number; root: Hash }): boolean {
  return leaves.length >= size && areEqual(rootOf(size, nodesOf(leaves)), root);
}

/** `below` is the address of the tree. What is missing or cannot be read ends the list. */
async function readEntries({ get }: Site, below: string, size: number): Promise<Uint8Array[]> {
  const entries: Uint8Array[] = [];
  for (let index = 0; index * tileWidth < size; index += 1) {
    const width = Math.min(tileWidth, size - index * tileWidth);
    const bundle = await get(`${below}/tile/${tilePath({ holds: 'entries', level: 0, index, width })}`);
    const read = bundle && entriesIn(bundle);
    if (read?.length !== width) break;
    entries.push(...read);
  }
  return entries;
}

type Earlier = { head: Checkpoint; leaves: readonly Hash[]; remembered: string };

/** A log only grows: what was seen before is the beginning of what is there now. */
async function compareWithEarlier(site: Site, { head, leaves, remembered }: Earlier): Promise<void> {
  const earlier = await signedHead(site, remembered, 'The head that was remembered');
  if (!earlier) return;
  const what = `The ${earlier.size} entries that were there last time are still the first of the log`;
  const isGrown = earlier.origin === head.origin && earlier.size <= head.size && isRoot(leaves, earlier);
  if (!expect(site, isGrown, what) || earlier.size === head.size) return;
  const lines = await textOf(site.get, `/log/consistency?from=${earlier.size}&to=${head.size}`);
  const hashes = (lines ?? '').split('\n').slice(0, -1).map(fromBase64);
  const isProven = hashes.every((hash) => hash !== null) && isConsistent(earlier, head, hashes as Hash[]);
  expect(site, lines !== null && isProven, 'The site proves the same by /log/consistency');
}

const foundWords =
  'The log {origin} has {size, plural, one {one entry} other {# entries}}: the weekly statements of {actions, plural, one {one petition or survey} other {# petitions and surveys}}.';

/** Gives the number of actions. */
async function checkStatements(site: Site, entries: Uint8Array[], leaves: Hash[]): Promise<number> {
  const byAction = new Map<string, Indexed[]>();
  for (const [index, entry] of entries.entries()) {
    const statement = readStatement(entry);
    if (!statement) {
      expect(site, false, `Entry ${index} of the log is a statement`);
      continue;
    }
    await checkStatement(site, { index, statement, entry });
    const before = byAction.get(statement.action) ?? [];
    const last = before.at(-1);
    const name = nameOf(statement);
    if (last) checkAfter(site, { last, statement, leaf: hex(leaves[last.index]!) });
    else
      expect(
        site,
        statement.previous === null,
        `${name} is the first statement of ${statement.action}, and names none before it`,
      );
    byAction.set(statement.action, [...before, { index, statement }]);
  }
  for (const [action, list] of byAction) {
    const statements = list.map(({ statement }) => statement);
    await checkMembers(site, action, statements);
    await checkTexts(site, action, statements);
    await checkSamplesShown(site, action, statements);
    await checkNow(site, statements.at(-1)!);
  }
  return byAction.size;
}

type Indexed = { index: number; statement: Statement };

/** `leaf` is the hash of the statement before it, which stands where `last` says. */
function checkAfter(
  site: Site,
  { last, statement, leaf }: { last: Indexed; statement: Statement; leaf: string },
): void {
  const { previous, week } = statement;
  const name = nameOf(statement);
  const isLinked = previous?.index === last.index && previous.leaf === leaf;
  const before = last.statement;
  expect(
    site,
    isLinked && before.week < week,
    `${name} is of a later week than ${before.week}, and names that statement as the one before it`,
  );
  expect(
    site,
    grows(before, statement),
    `${name}: since ${before.week} leaves were only added to its member tree (a signature that stops counting adds one, too)`,
  );
  expect(
    site,
    keepsTexts(before, statement),
    `${name}: each text of the statement before it is still there, with the same hash`,
  );
}

const nameOf = ({ action, week }: Statement) => `${action}, ${week}`;

function grows({ members: one }: Statement, { members: next }: Statement): boolean {
  return one.added <= next.added && one.removed <= next.removed && one.size <= next.size;
}

async function checkStatement(
  site: Site,
  { index, statement, entry }: { index: number; statement: Statement; entry: Uint8Array },
): Promise<void> {
  const name = nameOf(statement);
  const wrong = imbalancesIn(statement);
  expect(
    site,
    wrong.length === 0,
    `${name}: its sums add up${wrong.length > 0 ? ` (${wrong.join('; ')})` : ''}`,
  );
  const rules = hex(sha256Of(utf8(canonicalJson(statement.rules))));
  expect(site, rules === statement.rules_sha256, `${name}: the hash of its rules is theirs`);
  const path = `/statements/${statement.action}/${statement.week}`;
  const shown = await site.get(`${path}.json`);
  expect(site, shown !== null && areEqual(shown, entry), `${name}: its JSON is entry ${index} of the log`);
  const proof = await textOf(site.get, `${path}.tlog-proof`);
  const found = proof === null ? null : await checkTlogProof(entry, proof, keysIn(site.vkeys));
  expect(site, found?.holds === true, `${name}: its proof shows that it is in the log`);
}

async function checkMembers(site: Site, action: string, statements: readonly Statement[]): Promise<void> {
  const size = statements.at(-1)?.members.size ?? 0;
  const entries = await readEntries(site, `/statements/${action}`, size);
  const leaves = entries.map((entry) => leafHash(entry));
  for (const statement of statements) {
    const { members } = statement;
    const root = fromBase64(members.root) ?? new Uint8Array();
    const what = `${nameOf(statement)}: the ${members.size} leaves of its member tree lead to its root`;
    expect(site, isRoot(leaves, { size: members.size, root }), what);
    const removals = entries.slice(0, members.size).filter(isRemoval).length;
    const isRight = removals === members.removed && members.size - removals === members.added;
    expect(site, isRight, `${nameOf(statement)}: ${members.added} leaves add and ${members.removed} remove`);
  }
  expect(site, removesOnce(entries, leaves), `${action}: each removal names one earlier member, each once`);
  for (const { what, holds } of checkSamples(statements, entries)) expect(site, holds, what);
}

function removesOnce(entries: readonly Uint8Array[], leaves: readonly Hash[]): boolean {
  const counted = new Set<string>();
  return entries.every((entry, index) => {
    if (!isRemoval(entry)) return counted.add(hex(leaves[index]!));
    return counted.delete(hex(entry.subarray(1)));
  });
}
