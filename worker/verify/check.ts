import { problemsIn } from '../samples/rules.ts';
import { areEqual, base64, fromBase64, hex, utf8 } from '../statements/rules/bytes.ts';
import { canonicalJson } from '../statements/rules/canonical-json.ts';
import { parseCheckpoint, type SignedCheckpoint, signerOf } from '../statements/rules/checkpoint.ts';
import { leafHash } from '../statements/rules/hashes.ts';
import { addedEntry, parseReceipt, type Receipt, removedEntry } from '../statements/rules/member.ts';
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '../statements/rules/notes.ts';
import { isIncluded } from '../statements/rules/proofs.ts';
import {
  imbalancesIn,
  readStatement,
  type Statement,
  type StatementSample,
} from '../statements/rules/statement.ts';
import { parseTlogProof } from '../statements/rules/tlog-proof.ts';
import { certificateSigner, readCertificate, type SignedCertificate } from '../training/credential.ts';
import {
  type Finding,
  type FindingCode,
  mostFiles,
  mostKeys,
  mostText,
  type Report,
  reportOf,
} from './report-rules.ts';

/*
 * Checks statements, proofs, receipts, heads of a log and certificates of a training. It asks nobody anything, and runs
 * in the worker, in a browser and in Node.
 */

type Read =
  | { is: 'receipt'; receipt: Receipt }
  | { is: 'statement'; entry: Uint8Array; statement: Statement; isRewritten: boolean }
  | { is: 'proof'; text: string }
  | { is: 'head'; signed: SignedCheckpoint }
  | { is: 'certificate'; signed: SignedCertificate }
  | { is: 'key' }
  | { is: 'unreadable' };

/** `keys`: verifier keys of the log, one a line. */
export async function verifyTexts(texts: readonly string[], keys: string): Promise<Report> {
  const given = texts.filter((text) => text.trim() !== '');
  if (given.length === 0) return reportOf([finding('missing', 'nothing')]);
  if (given.length > mostFiles || given.reduce((n, text) => n + text.length, 0) > mostText) {
    return reportOf([finding('missing', 'too-many')]);
  }
  const lines = [...new Set(keys.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
  const known = lines.slice(0, mostKeys).map(parseVerifierKey);
  const findings: Finding[] = [];
  if (lines.length === 0) findings.push(finding('missing', 'no-key'));
  if (lines.length > mostKeys) findings.push(finding('missing', 'too-many-keys'));
  if (known.includes(null)) findings.push(finding('missing', 'bad-key'));
  const log: Log = { keys: known.filter((key) => key !== null), seen: [] };
  findings.push(...(await findingsOf(given.map(read), log)), ...contradictionsIn(log));
  return reportOf(findings);
}

function finding(state: Finding['state'], code: FindingCode, values: Finding['values'] = {}): Finding {
  return { state, code, values };
}

function read(given: string): Read {
  // Files that were saved on Windows, or pasted.
  const text = given.replaceAll('\r\n', '\n').replace(/^\uFEFF/, '');
  const receipt = parseReceipt(text);
  if (receipt) return { is: 'receipt', receipt };
  const trimmed = `${text.trim()}\n`;
  if (trimmed.startsWith('c2sp.org/tlog-proof')) return { is: 'proof', text: trimmed };
  if (
    trimmed
      .split('\n')
      .slice(0, -1)
      .every((line) => parseVerifierKey(line))
  )
    return { is: 'key' };
  const signed = parseCheckpoint(trimmed);
  if (signed) return { is: 'head', signed };
  const certificate = readCertificate(trimmed);
  if (certificate) return { is: 'certificate', signed: certificate };
  return readAnyStatement(text.trim());
}

/** A program may have stored it with other spaces. What is in the log is the one canonical spelling. */
function readAnyStatement(text: string): Read {
  const entry = utf8(text);
  const statement = readStatement(entry);
  if (statement) return { is: 'statement', entry, statement, isRewritten: false };
  try {
    const canonical = utf8(canonicalJson(JSON.parse(text)));
    const other = readStatement(canonical);
    return other
      ? { is: 'statement', entry: canonical, statement: other, isRewritten: true }
      : { is: 'unreadable' };
  } catch {
    return { is: 'unreadable' };
  }
}

/** What is known of the log, with the heads that were seen and are signed by it. */
type Log = { keys: readonly VerifierKey[]; seen: SignedCheckpoint[] };

async function signatureFinding(signed: SignedCheckpoint, log: Log): Promise<Finding> {
  const { origin } = signed.checkpoint;
  try {
    const key = await signerOf(signed, log.keys);
    if (!key) return finding('fails', 'not-signed', { origin });
    log.seen.push(signed);
    return finding('holds', 'signed', { key: formatVerifierKey(key), origin });
  } catch {
    // Ed25519 is not known here, or the page is not served by https.
    return finding('missing', 'cannot-check-signatures');
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
  const unused = new Set(read.flatMap((one) => (one.is === 'proof' ? [one.text] : [])));
  const found: Finding[] = [];
  for (const one of read) found.push(...(await findingsOfOne(one, unused, log)));
  for (const text of unused) {
    const proof = parseTlogProof(text);
    found.push(proof ? await signatureFinding(proof.signed, log) : finding('fails', 'broken-proof'));
    found.push(finding('missing', 'no-statement'));
  }
  return found;
}

/** A statement takes its proof out of those that nothing has used yet. */
async function findingsOfOne(one: Read, unused: Set<string>, log: Log): Promise<Finding[]> {
  if (one.is === 'proof') return [];
  // Whoever sends a forged file would send the key to it along.
  if (one.is === 'key') return [finding('said', 'key-file')];
  if (one.is === 'unreadable') return [finding('fails', 'unreadable')];
  if (one.is === 'receipt') return receiptFindings(one.receipt, log);
  if (one.is === 'head') return headFindings(one.signed, log);
  if (one.is === 'certificate') return certificateFindings(one.signed, log);
  const proof = [...unused].find((text) => leadsTo(one.entry, text)) ?? [...unused][0];
  const said = statementFindings(one.statement, one.isRewritten);
  if (proof === undefined) return [...said, finding('missing', 'no-proof')];
  unused.delete(proof);
  return [...said, ...(await proofFindings(one.entry, proof, log))];
}

async function certificateFindings(signed: SignedCertificate, { keys }: Log): Promise<Finding[]> {
  const { name, learned, on, issuer } = signed.certificate;
  const said = finding('said', 'certificate', { name, learned, on });
  try {
    const isSigned = (await certificateSigner(signed, keys)) !== null;
    const found = isSigned
      ? finding('holds', 'certificate-signed', { issuer })
      : finding('fails', 'certificate-not-signed', { issuer });
    return [said, found];
  } catch {
    return [said, finding('missing', 'cannot-check-signatures')];
  }
}

async function headFindings(signed: SignedCheckpoint, log: Log): Promise<Finding[]> {
  const { origin, size, root } = signed.checkpoint;
  return [finding('said', 'head', { origin, size, root: base64(root) }), await signatureFinding(signed, log)];
}

function statementFindings(statement: Statement, isRewritten: boolean): Finding[] {
  const { action, week, account } = statement;
  const wrong = imbalancesIn(statement);
  const { confirmed, received } = account;
  return [
    finding('said', 'statement', { action, week, confirmed, received }),
    ...(isRewritten ? [finding('said', 'rewritten')] : []),
    wrong.length === 0
      ? finding('holds', 'sums')
      : finding('fails', 'wrong-sums', { which: wrong.join('; ') }),
    ...(statement.samples ?? []).flatMap(sampleFindings),
  ];
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
  const isRight = problemsIn(sample).length === 0;
  return [
    finding('said', 'sample', said),
    isRight ? finding('holds', 'sample-fits', { id }) : finding('fails', 'wrong-sample', { id }),
  ];
}

function leadsTo(entry: Uint8Array, text: string): boolean {
  const proof = parseTlogProof(text);
  if (!proof) return false;
  const { size, root } = proof.signed.checkpoint;
  return isIncluded(leafHash(entry), { index: proof.index, size, hashes: proof.hashes }, root);
}

async function proofFindings(entry: Uint8Array, text: string, log: Log): Promise<Finding[]> {
  const proof = parseTlogProof(text);
  if (!proof) return [finding('fails', 'broken-proof')];
  const { size } = proof.signed.checkpoint;
  const where = { index: proof.index, size, leaf: hex(leafHash(entry)) };
  return [
    await signatureFinding(proof.signed, log),
    leadsTo(entry, text) ? finding('holds', 'included', where) : finding('fails', 'not-included', where),
  ];
}

async function receiptFindings(receipt: Receipt, log: Log): Promise<Finding[]> {
  const entry = utf8(receipt.statement);
  const statement = readStatement(entry);
  if (!statement) return [finding('fails', 'broken-statement')];
  return [
    ...statementFindings(statement, false),
    ...(await proofFindings(entry, receipt.proof, log)),
    ...memberFindings(receipt, statement),
  ];
}

/** Who leaves the removal out of a receipt makes it look like one of a signature that counts: no receipt proves that. */
function memberFindings({ salt, member, added, removed }: Receipt, { members, week }: Statement): Finding[] {
  const root = fromBase64(members.root) ?? new Uint8Array();
  const { size } = members;
  const start = leafHash(addedEntry(salt, member));
  if (!isIncluded(start, { ...added, size }, root)) return [finding('fails', 'not-a-member', { week })];
  if (removed === null) {
    return [finding('holds', 'added', { week, index: added.index, size }), finding('said', 'no-removal')];
  }
  const isOut = isIncluded(leafHash(removedEntry(start)), { ...removed, size }, root);
  const values = { week, index: added.index, size, removed: removed.index };
  return [isOut ? finding('holds', 'no-longer-counted', values) : finding('fails', 'not-removed', values)];
}
