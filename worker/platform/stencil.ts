import { utf8 } from './bytes.ts';

/** A text written once, as bytes, with gaps for what is each reader's own. */
export type Stencil = { parts: Uint8Array[]; gaps: string[] };

/** Cuts a text wherever one of the marks stands. No mark may be a part of another. */
export function cutStencil(text: string, marks: string[]): Stencil {
  const pattern = new RegExp(marks.map((mark) => mark.replace(/[^\w-]/g, '\\$&')).join('|'), 'g');
  const gaps = marks.length > 0 ? [...text.matchAll(pattern)].map(([mark]) => mark) : [];
  const parts = marks.length > 0 ? text.split(pattern) : [text];
  return { parts: parts.map((part) => utf8(part)), gaps };
}

/** The whole text with these words in its gaps, in UTF-8. */
export function fillStencil(
  { parts, gaps }: Stencil,
  words: Record<string, string>,
): Uint8Array<ArrayBuffer> {
  const filled = gaps.map((gap) => utf8(words[gap] ?? ''));
  const length = [...parts, ...filled].reduce((sum, bytes) => sum + bytes.length, 0);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const [index, part] of parts.entries()) {
    whole.set(part, at);
    at += part.length;
    const own = filled[index];
    if (own) whole.set(own, at);
    at += own?.length ?? 0;
  }
  return whole;
}
