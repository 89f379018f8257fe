import { fitsTogether } from '../samples/rules.ts';
import { areEqual, base64, fromBase64, hex, utf8 } from '../statements/rules/bytes.ts';
import { type SignedCheckpoint, signerOf } from '../statements/rules/checkpoint.ts';
import { leafHash } from '../statements/rules/hashes.ts';
import { addedEntry, type Receipt, removedEntry } from '../statements/rules/member.ts';
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '../statements/rules/notes.ts';
import { isIncluded } from '../statements/rules/proofs.ts';
import type { StatementRollup } from '../statements/rules/rollup.ts';
import { imbalancesIn, type Statement, type StatementSample } from '../statements/rules/statement.ts';
import { lastDayOf } from '../statements/rules/week-end.ts';
import { certificateSigner, type SignedCertificate } from '../training/credential.ts';
import { type Given, namesOf, type Proof, type Read, type ReadProof, readFiles } from './read-files.ts';
import { type Finding, type FindingCode, mostKeys, type Report, reportOf } from './report-rules.ts';

/*
 * Checks statements, proofs, receipts, heads of a log and certificates of a training. It asks nobody anything, and runs
 * in the worker, in a browser and in Node.
 */

/** `keys`: verifier keys of the log, one a line. What is too much at once is named and not looked at. */
export async function verifyTexts(texts: readonly Given[], keys: string): Promise<Report> {
  const given = texts
    .map((one) => (typeof one === 'string' ? { name: '', text: one } : one))
    .filter(({ text }) => text === null || text.trim() !== '');
  if (given.length === 0) return reportOf([finding('missing', 'nothing')]);
  const lines = [...new Set(keys.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
  const known = lines.slice(0, mostKeys).map(parseVerifierKey);
  const findings: Finding[] = [];
  if (lines.length === 0) findings.push(finding('missing', 'no-key'));
  if (lines.length > mostKeys) findings.push(finding('missing', 'too-many-keys'));
  if (known.includes(null)) findings.push(finding('missing', 'bad-key'));
  const log: Log = { keys: known.filter((key) => key !== null), seen: [] };
  const { looked, left } = readFiles(given, log.keys.length);
  findings.push(...(await findingsOf(looked, log)), ...contradictionsIn(log));
  if (left.length > 0) findings.push(finding('missing', 'not-looked-at', { which: namesOf(left) }));
  return reportOf(findings);
}

function finding(state: Finding['state'], code: FindingCode, values: Finding['values'] = {}): Finding {
  return { state, code, values };
}

/** What is known of the log, with the heads that were seen and are signed by it. */
type Log = { keys: readonly VerifierKey[]; seen: SignedCheckpoint[] };

/** None where there is no key to check it with, which is said once of everything. */
async function signatureFinding(signed: SignedCheckpoint, log: Log): Promise<Finding[]> {
  const { origin } = signed.checkpoint;
  if (log.keys.length === 0) return [];
  try {
    const key = await signerOf(signed, log.keys);
    if (!key) return [finding('fails', 'not-signed', { origin })];
    log.seen.push(signed);
    return [finding('holds', 'signed', { key: formatVerifierKey(key), origin })];
  } catch {
    // Ed25519 is not known here, or the page is not served by https.
    return [finding('missing', 'cannot-check-signatures')];
  }
}

/** Two heads of one size with different roots are the proof that a log lies. */
function contradictionsIn({ seen }: Log): Finding[] {
  return seen.flatMap(({ checkpoint: one }, index) =>
    seen
      .slice(index + 1)
      .filter(({ checkpoint: other }) => other.origin === one.origin && other.size === one.size)
      .filter(({ checkpoint: other }) => !areEqual(other.root, one.root))
      .map(() => finding('fails', 'two-heads', { size: one.size })),
  );
}

async function findingsOf(read: readonly Read[], log: Log): Promise<Finding[]> {
  const unused = new Set(read.filter((one) => one.is === 'proof'));
  const found: Finding[] = [];
  for (const one of read) found.push(...(await findingsOfOne(one, unused, log)));
  for (const { proof } of unused) {
    found.push(...(proof ? await signatureFinding(proof.signed, log) : [finding('fails', 'broken-proof')]));
    found.push(finding('missing', 'no-statement'));
  }
  return found;
}

/** A statement takes its proof out of those that nothing has used yet. */
async function findingsOfOne(one: Read, unused: Set<ReadProof>, log: Log): Promise<Finding[]> {
  if (one.is === 'proof') return [];
  // Whoever sends a forged file would send the key to it along.
  if (one.is === 'key') return [finding('said', 'key-file')];
  if (one.is === 'unreadable') return [finding('fails', 'unreadable')];
  if (one.is === 'code') return [finding('missing', one.code)];
  if (one.is === 'receipt') return receiptFindings(one, log);
  if (one.is === 'head') return headFindings(one.signed, log);
  if (one.is === 'certificate') return certificateFindings(one.signed, log);
  const own = [...unused].find(({ proof }) => proof && leadsTo(one.entry, proof)) ?? [...unused][0];
  const said = statementFindings(one.statement, one.isRewritten);
  if (!own) return [...said, finding('missing', 'no-proof')];
  unused.delete(own);
  return [...said, ...(await proofFindings(one.entry, own.proof, log))];
}

async function certificateFindings(signed: SignedCertificate, { keys }: Log): Promise<Finding[]> {
  const { name, learned, on, issuer } = signed.certificate;
  const said = finding('said', 'certificate', { name, learned, on });
  if (keys.length === 0) return [said];
  try {
    const key = await certificateSigner(signed, keys);
    const found = key
      ? finding('holds', 'certificate-signed', { issuer, key: formatVerifierKey(key) })
      : finding('fails', 'certificate-not-signed', { issuer });
    return [said, found];
  } catch {
    return [said, finding('missing', 'cannot-check-signatures')];
  }
}

async function headFindings(signed: SignedCheckpoint, log: Log): Promise<Finding[]> {
  const { origin, size, root } = signed.checkpoint;
  return [
    finding('said', 'head', { origin, size, root: base64(root) }),
    ...(await signatureFinding(signed, log)),
  ];
}

function statementFindings(statement: Statement, isRewritten: boolean): Finding[] {
  const { action, week, account } = statement;
  const wrong = imbalancesIn(statement);
  const { confirmed, received } = account;
  return [
    finding('said', 'statement', { action, ends: lastDayOf(week), confirmed, received }),
    ...(isRewritten ? [finding('said', 'rewritten')] : []),
    wrong.length === 0
      ? finding('holds', 'sums')
      : finding('fails', 'wrong-sums', { wrong: wrong.join('; ') }),
    ...(statement.samples ?? []).flatMap(sampleFindings),
    ...(statement.rollup ? [rollupFinding(statement.rollup)] : []),
  ];
}

/** What it adds up; that it does is one of the sums. */
function rollupFinding({ cities, signatures, answers, trained }: StatementRollup): Finding {
  const statements = cities.reduce((all, city) => all + city.statements.length + (city.leaves?.n ?? 0), 0);
  return finding('said', 'rollup', { statements, cities: cities.length, signatures, answers, trained });
}

/** Only what the statement says. `npm run verify -- --site` also draws the sample again. */
function sampleFindings(sample: StatementSample): Finding[] {
  const { id, result } = sample;
  if (!result) return [];
  const { asked, answered, yes, no, low, high } = result;
  const percent = (share: number | null) => (share === null ? '–' : `${share / 100}%`);
  const said = {
    id,
    asked,
    answered,
    yes: yes ?? '–',
    no: no ?? '–',
    low: percent(low),
    high: percent(high),
  };
  const isRight = fitsTogether(sample);
  return [
    finding('said', 'sample', said),
    isRight ? finding('holds', 'sample-fits', { id }) : finding('fails', 'wrong-sample', { id }),
  ];
}

function leadsTo(entry: Uint8Array, { signed, index, hashes }: NonNullable<Proof>): boolean {
  const { size, root } = signed.checkpoint;
  return isIncluded(leafHash(entry), { index, size, hashes }, root);
}

async function proofFindings(entry: Uint8Array, proof: Proof, log: Log): Promise<Finding[]> {
  if (!proof) return [finding('fails', 'broken-proof')];
  const { size } = proof.signed.checkpoint;
  const where = { index: proof.index, size, leaf: hex(leafHash(entry)) };
  return [
    ...(await signatureFinding(proof.signed, log)),
    leadsTo(entry, proof) ? finding('holds', 'included', where) : finding('fails', 'not-included', where),
  ];
}

async function receiptFindings(
  { receipt, statement, proof }: Extract<Read, { is: 'receipt' }>,
  log: Log,
): Promise<Finding[]> {
  if (!statement) return [finding('fails', 'broken-statement')];
  return [
    ...statementFindings(statement, false),
    ...(await proofFindings(utf8(receipt.statement), proof, log)),
    ...memberFindings(receipt, statement),
  ];
}

/** Who leaves the removal out of a receipt makes it look like one of a signature that counts: no receipt proves that. */
function memberFindings({ salt, member, added, removed }: Receipt, { members, week }: Statement): Finding[] {
  const root = fromBase64(members.root) ?? new Uint8Array();
  const { size } = members;
  const ends = lastDayOf(week);
  const start = leafHash(addedEntry(salt, member));
  if (!isIncluded(start, { ...added, size }, root)) return [finding('fails', 'not-a-member', { ends })];
  if (removed === null) {
    return [finding('holds', 'added', { ends, index: added.index, size }), finding('said', 'no-removal')];
  }
  const isOut = isIncluded(leafHash(removedEntry(start)), { ...removed, size }, root);
  const values = { ends, index: added.index, size, removed: removed.index };
  return [isOut ? finding('holds', 'no-longer-counted', values) : finding('fails', 'not-removed', values)];
}
