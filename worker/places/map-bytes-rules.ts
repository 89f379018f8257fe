/** Where somebody reads in the bytes of a JSON text. What is not as expected throws. */
export type Reader = { bytes: Uint8Array; at: number };

/** Longer texts are not kept. */
const longestText = 100;

export function fail(): never {
  throw new Error('not what is expected here');
}

/** The next character that is no space, without taking it. '' at the end. */
export function next(reader: Reader): string {
  const { bytes } = reader;
  while (bytes[reader.at] === 0x20 || (bytes[reader.at] ?? 0) - 9 < 5) {
    if (reader.at >= bytes.length) return '';
    reader.at += 1;
  }
  return String.fromCharCode(bytes[reader.at] ?? 0);
}

export function take(reader: Reader, ...expected: string[]): string {
  const found = next(reader);
  if (found === '' || !expected.includes(found)) fail();
  reader.at += 1;
  return found;
}

export function eachKey(reader: Reader, onKey: (key: string) => void): void {
  take(reader, '{');
  if (next(reader) === '}') return void take(reader, '}');
  do {
    const key = text(reader);
    take(reader, ':');
    onKey(key);
  } while (take(reader, ',', '}') === ',');
}

export function eachItem(reader: Reader, onItem: () => void): void {
  take(reader, '[');
  if (next(reader) === ']') return void take(reader, ']');
  do onItem();
  while (take(reader, ',', ']') === ',');
}

function endOfText(reader: Reader): number {
  take(reader, '"');
  const { bytes } = reader;
  while (bytes[reader.at] !== 0x22) {
    if (reader.at >= bytes.length) fail();
    reader.at += bytes[reader.at] === 0x5c ? 2 : 1;
  }
  reader.at += 1;
  return reader.at;
}

function text(reader: Reader): string {
  next(reader);
  const from = reader.at;
  return JSON.parse(decoded(reader, from, endOfText(reader)));
}

function decoded({ bytes }: Reader, from: number, to: number): string {
  return new TextDecoder().decode(bytes.subarray(from, to));
}

/** A short text or a number, as a text. Everything else is skipped, and gives ''. */
export function scalar(reader: Reader): string {
  const first = next(reader);
  const from = reader.at;
  skip(reader);
  if (first === '{' || first === '[' || reader.at - from > longestText) return '';
  const value: unknown = JSON.parse(decoded(reader, from, reader.at));
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** Skips a value, without looking at what is inside of it. */
export function skip(reader: Reader): void {
  let open = 0;
  do {
    const found = next(reader);
    if (found === '') fail();
    if (found === '"') endOfText(reader);
    else if ('{['.includes(found)) {
      open += 1;
      reader.at += 1;
    } else if (open > 0 && '}],:'.includes(found)) {
      if (found === '}' || found === ']') open -= 1;
      reader.at += 1;
    } else word(reader);
  } while (open > 0);
}

/** A number, true, false or null. */
function word(reader: Reader): void {
  const from = reader.at;
  while (/[\w.+-]/.test(String.fromCharCode(reader.bytes[reader.at] ?? 0))) reader.at += 1;
  if (reader.at === from) fail();
}

const [minus, dot, zero] = [0x2d, 0x2e, 0x30];

/** Written by hand, because a text for each number takes three times as long. Exact to 15 digits. */
export function number(reader: Reader): number {
  const isNegative = reader.bytes[reader.at] === minus;
  if (isNegative) reader.at += 1;
  let found = digits(reader, { value: 0, power: 0, n: 0 }, false);
  if (reader.bytes[reader.at] === dot) {
    reader.at += 1;
    found = digits(reader, found, true);
  }
  if (found.n === 0) fail();
  const power = found.power + exponent(reader);
  const size = power < 0 ? found.value / 10 ** -power : found.value * 10 ** power;
  if (!Number.isFinite(size)) fail();
  return isNegative ? -size : size;
}

type Digits = { value: number; power: number; n: number };

/** Digits after the 15th are dropped. Before the dot, a dropped one is a power of ten; after it, a kept one is. */
function digits(reader: Reader, { value, power, n }: Digits, isFraction: boolean): Digits {
  const { bytes } = reader;
  const read = { value, power, n };
  for (; ; reader.at += 1) {
    const digit = (bytes[reader.at] ?? 0) - zero;
    if (digit < 0 || digit > 9) return read;
    const isKept = read.value < 1e15;
    if (isKept) read.value = read.value * 10 + digit;
    if (isKept === isFraction) read.power += isFraction ? -1 : 1;
    read.n += 1;
  }
}

function exponent(reader: Reader): number {
  const from = reader.at + 1;
  if (!'eE'.includes(String.fromCharCode(reader.bytes[reader.at] ?? 0))) return 0;
  word(reader);
  const value = Number(decoded(reader, from, reader.at));
  return Number.isInteger(value) ? Math.max(-400, Math.min(400, value)) : fail();
}
