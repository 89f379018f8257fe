import { concat, utf8 } from '../crypto/bytes.ts';

/** A text kept as bytes, with gaps for the values that differ between readers. */
export type Template = { parts: Uint8Array<ArrayBuffer>[]; gaps: string[] };

const nowhere = '(?!)';

/** Cuts a text at each of the marks. No mark may be part of another. */
export function cutTemplate(text: string, marks: string[]): Template {
  const spelled = marks.map((mark) => mark.replace(/[^\w-]/g, '\\$&'));
  const pattern = new RegExp(spelled.join('|') || nowhere, 'g');
  return { parts: text.split(pattern).map((part) => concat(utf8(part))), gaps: text.match(pattern) ?? [] };
}

/** The text in UTF-8 with these values in its gaps. */
export function fillTemplate(
  { parts, gaps }: Template,
  words: Record<string, string>,
): Uint8Array<ArrayBuffer> {
  const [whole] = parts;
  if (whole && gaps.length === 0) return whole;
  const filled = gaps.map((gap) => utf8(words[gap] ?? ''));
  return concat(...parts.flatMap((part, index) => [part, ...filled.slice(index, index + 1)]));
}
