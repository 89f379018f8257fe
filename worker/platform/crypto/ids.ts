import { ulid } from 'ulid';

/** 26 characters that sort by time: a new row's key lands at the end of its index. */
export function newId(now: Date): string {
  return ulid(now.getTime());
}

export function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}
