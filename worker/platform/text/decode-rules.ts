/**
 * A text as people's programs save it: UTF-8, with or without the mark that Windows puts before it, or UTF-16 with its
 * mark. Another encoding is refused, with the line if it is known, since its letters would be lost.
 */
export function decodeText(bytes: Uint8Array): { text: string } | { text: null; line: number | null } {
  const encoding = encodingOf(bytes);
  const text = decoded(bytes, encoding);
  if (text !== null) return { text };
  return { text: null, line: encoding === 'utf-8' ? lineThatBreaks(bytes) : null };
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

function encodingOf([first, second]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function decoded(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    // Drops the mark.
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}

/** No letter of UTF-8 holds the byte of a line's end. */
function lineThatBreaks(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start <= bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const next = end < 0 ? bytes.length : end;
    if (decoded(bytes.subarray(start, next), 'utf-8') === null) break;
    start = next + 1;
  }
  return line;
}
