import { utf8 } from '../statements/rules/bytes.ts';
import { canonicalJson } from '../statements/rules/canonical-json.ts';
import { parseCheckpoint, type SignedCheckpoint, signaturesIn } from '../statements/rules/checkpoint.ts';
import { parseReceipt, type Receipt } from '../statements/rules/member.ts';
import { parseVerifierKey } from '../statements/rules/notes.ts';
import { readStatement, type Statement } from '../statements/rules/statement.ts';
import { parseTlogProof } from '../statements/rules/tlog-proof.ts';
import { readCertificate, type SignedCertificate } from '../training/credential.ts';
import { most, type ShortCode, sampleCost } from './report-rules.ts';

/* What a file is that somebody checks, and how much work it would make. */

/** A text that was pasted, or a file; without a text if it is too long to be read. */
export type Given = string | { name: string; text: string | null };

export type Proof = ReturnType<typeof parseTlogProof>;

export type Read =
  | { is: 'receipt'; receipt: Receipt; statement: Statement | null; proof: Proof }
  | { is: 'statement'; entry: Uint8Array; statement: Statement; isRewritten: boolean }
  | ReadProof
  | { is: 'head'; signed: SignedCheckpoint }
  | { is: 'certificate'; signed: SignedCertificate }
  | { is: 'key' }
  /** Nothing can be checked with it alone. */
  | { is: 'code'; code: ShortCode }
  | { is: 'unreadable' };

/** Null if it cannot be read. */
export type ReadProof = { is: 'proof'; proof: Proof };

/**
 * Those that can be checked in a moment, in their order, and the names of the others: whoever made them may have wanted
 * it to take long. `keys`: how many signatures may be checked with.
 */
export function readFiles(
  given: readonly { name: string; text: string | null }[],
  keys: number,
): { looked: Read[]; left: string[] } {
  const looked: Read[] = [];
  const left: string[] = [];
  let [text, checks] = [most.text, most.checks];
  for (const { name, text: own } of given) {
    const fits = own !== null && own.length <= text && looked.length < most.files;
    const found = fits ? read(own) : null;
    const cost = found ? costOf(found, keys) : 0;
    if (fits) text -= own.length;
    if (!found || cost > checks) left.push(name);
    else {
      looked.push(found);
      checks -= cost;
    }
  }
  return { looked, left };
}

const samplesCost = ({ samples = [] }: Statement) =>
  samples.filter(({ result }) => result !== null).length * sampleCost;

/** How many checks of a signature it may take at most, or what takes as long. */
function costOf(one: Read, keys: number): number {
  if (one.is === 'proof') return one.proof ? signaturesIn(one.proof.signed) : 0;
  if (one.is === 'head') return signaturesIn(one.signed);
  if (one.is === 'certificate') return keys;
  if (one.is === 'statement') return samplesCost(one.statement);
  if (one.is !== 'receipt') return 0;
  const { statement, proof } = one;
  return (statement ? samplesCost(statement) : 0) + (proof ? signaturesIn(proof.signed) : 0);
}

const mostNamed = 10;

/** A text that was pasted has no name. */
export function namesOf(files: readonly string[]): string {
  const named = files
    .slice(0, mostNamed)
    .map((name) => (name.length > 60 || name === '' ? `${name.slice(0, 60)}…` : name));
  const more = files.length - named.length;
  return [...named, ...(more > 0 ? [`+${more}`] : [])].join(', ');
}

const shortCodes: Record<ShortCode, RegExp> = {
  'reference-number': /^[0-9a-f]{32}$/i,
  'certificate-number': /^(urn:uuid:)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  hash: /^([0-9a-f]{64}|[\w+/]{43}=)$/i,
};

function read(given: string): Read {
  // Files that were saved on Windows, or pasted.
  const text = given.replaceAll('\r\n', '\n').replace(/^\uFEFF/, '');
  const receipt = parseReceipt(text);
  if (receipt) {
    const statement = readStatement(utf8(receipt.statement));
    return { is: 'receipt', receipt, statement, proof: parseTlogProof(receipt.proof) };
  }
  const trimmed = `${text.trim()}\n`;
  if (trimmed.startsWith('c2sp.org/tlog-proof')) return { is: 'proof', proof: parseTlogProof(trimmed) };
  if (
    trimmed
      .split('\n')
      .slice(0, -1)
      .every((line) => parseVerifierKey(line))
  )
    return { is: 'key' };
  const code = (Object.keys(shortCodes) as ShortCode[]).find((one) => shortCodes[one].test(text.trim()));
  if (code) return { is: 'code', code };
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
