/** Without I, L, O, 0 and 1, because codes are read off paper. The check needs a prime number of them: 31. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const length = 7;

/** A sheet's code of seven random letters and one that checks them, such as K7QM-3XPD. */
export function sheetCodeOf(random: Uint8Array): string {
  const values = Array.from(random.slice(0, length), (byte) => byte % letters.length);
  const code = [...values, checkOf(values)].map((value) => letters[value]).join('');
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The code in its printed form, however it was typed; null if a letter is wrong or two are swapped. */
export function parseSheetCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  const values = [...code].map((letter) => letters.indexOf(letter));
  if (values.length !== length + 1 || values.includes(-1)) return null;
  if (checkOf(values.slice(0, length)) !== values[length]) return null;
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** Different weights detect two swapped letters. None may be a multiple of the prime. */
function checkOf(values: number[]): number {
  return values.reduce((sum, value, index) => sum + value * (index + 2), 0) % letters.length;
}

export type SheetPaper = 'letter' | 'a4';

/** Letter is the shorter paper. */
export const linesOnPage: Record<SheetPaper, number> = { letter: 12, a4: 15 };
