import { ulid } from 'ulid';

/** 26 characters that sort by time, so new keys are added at the end of the index. */
export function newId(now: Date): string {
  const random = randomBytes(randomCharacters);
  let used = 0;
  return ulid(now.getTime(), () => (random[used++] ?? 0) / byteValues);
}

/** The random end of a ULID. All of it is drawn at once: a call for each character is slow. */
const randomCharacters = 16;
const byteValues = 256;

export function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}
