/**
 * Why a signature is struck off, as the account says in public. The codes are stored: a new one is a line here and one
 * in `strike-copy.ts`, and none is ever taken out.
 */
export const strikeCodes = [
  'automated',
  'made-up',
  'not-theirs',
  'several-times',
  'asked-for',
  'not-entitled',
  'other',
] as const;
export type StrikeCode = (typeof strikeCodes)[number];

export function asStrikeCode(code: string | undefined): StrikeCode | null {
  return strikeCodes.find((known) => known === code) ?? null;
}
