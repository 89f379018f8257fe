import type { KitProblem } from './problems.ts';

/**
 * Characters that look different on a page than in the file, or that nobody sees: controls except tab and line break, a
 * carriage return alone, marks and overrides of writing direction, line separators that no page has, halves of a
 * character, and the character that replaces a lost letter.
 */
const refused =
  /\r(?!\n)|(?![\t\n\r])\p{Cc}|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}|[\ufffd-\uffff]/u;

const eachRefused = new RegExp(refused, 'gu');

export function withoutUnreadable(text: string): string {
  return text.replace(eachRefused, '');
}

/** Checks every text in the file, whatever it is for. */
export function unreadableTexts(json: unknown, path = ''): KitProblem[] {
  if (typeof json === 'string') return problemsIn(json, path);
  if (Array.isArray(json)) return json.flatMap((one, i) => unreadableTexts(one, `${path}[${i}]`));
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) =>
    unreadableTexts(value, path === '' ? key : `${path}.${key}`),
  );
}

function problemsIn(text: string, path: string): KitProblem[] {
  const found = refused.exec(text);
  if (!found) return [];
  const before = text.slice(0, found.index).split('\n').at(-1)?.slice(-20) ?? '';
  const where = before === '' ? 'at the beginning of a line' : `after “${before}”`;
  const at = path || 'the whole file';
  if (found[0] === '\ufffd') {
    const why = 'A letter was lost when the text was saved in another encoding. Type it again';
    return [{ path: at, message: `holds � (U+FFFD) ${where}. ${why}` }];
  }
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const what =
    found[0] === '\r'
      ? 'a carriage return without a line feed (U+000D)'
      : `a character that nobody sees (U+${code})`;
  return [{ path: at, message: `holds ${what} ${where}. Take it out` }];
}
