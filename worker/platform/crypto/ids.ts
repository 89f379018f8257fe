import { ulid } from 'ulid';

/** 26 characters that sort by time, so new keys are added at the end of the index. */
export function newId(now: Date): string {
  return ulid(now.getTime());
}

export function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}
