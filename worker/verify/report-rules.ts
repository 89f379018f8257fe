/** What pages show and people paste, though it is not a file. */
export type ShortCode = 'reference-number' | 'certificate-number' | 'hash';

/** What was found about the files that somebody checks. The words are in pages/report-copy.ts. */
export type FindingCode =
  | 'nothing'
  | 'unreadable'
  | ShortCode
  | 'not-looked-at'
  | 'no-key'
  | 'bad-key'
  | 'too-many-keys'
  | 'cannot-check-signatures'
  | 'signed'
  | 'not-signed'
  | 'statement'
  | 'key-file'
  | 'rewritten'
  | 'sums'
  | 'wrong-sums'
  | 'sample'
  | 'sample-fits'
  | 'wrong-sample'
  | 'rollup'
  | 'included'
  | 'not-included'
  | 'broken-proof'
  | 'no-proof'
  | 'no-statement'
  | 'broken-statement'
  | 'added'
  | 'no-removal'
  | 'no-longer-counted'
  | 'not-a-member'
  | 'not-removed'
  | 'head'
  | 'two-heads'
  | 'certificate'
  | 'certificate-signed'
  | 'certificate-not-signed';

export type Finding = {
  /** `missing`: it could not be checked. `said`: it only says what is written there. */
  state: 'holds' | 'fails' | 'missing' | 'said';
  code: FindingCode;
  values: Record<string, string | number>;
};

export type Report = { outcome: 'holds' | 'fails' | 'missing'; findings: Finding[] };

export function reportOf(findings: Finding[]): Report {
  const has = (state: Finding['state']) => findings.some((finding) => finding.state === state);
  const outcome = has('fails') ? 'fails' : has('missing') || !has('holds') ? 'missing' : 'holds';
  return { outcome, findings };
}

/** Of all files together; the last two are in characters and in checks of a signature, about a fifth of a millisecond each. */
export const most = { files: 20, text: 400_000, checks: 100 };
export const mostKeys = 20;

/** Whether a file of so many bytes, the first of all being 0, is worth reading: a character has four bytes at most. */
export function mayRead(nth: number, bytes: number): boolean {
  return nth < most.files && bytes <= most.text * 4;
}

/** Of the range of a sample, in checks of a signature. */
export const sampleCost = 5;
