import { sha256 } from '../platform/crypto/bytes.ts';

/** A UUID of version 8, made of a name: the same each time, because others keep it. */
export function uuidOf(name: string): string {
  const digits = sha256(`undersigned ${name}`);
  const [first, second] = [digits.slice(0, 8), digits.slice(8, 12)];
  return [first, second, `8${digits.slice(13, 16)}`, `a${digits.slice(17, 20)}`, digits.slice(20, 32)].join(
    '-',
  );
}
