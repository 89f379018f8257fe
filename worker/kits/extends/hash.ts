import { sha256 } from '../../platform/crypto/bytes.ts';
import { isGroup, type Json } from '../json-rules.ts';

/**
 * SHA-256 of a kit's canonical bytes, in hexadecimal: its JSON in UTF-8 without spaces, the keys of each group in the
 * order of their UTF-16 code units (RFC 8785). So another layout of the same file has the same hash.
 */
export function hashOf(json: Json): string {
  return sha256(canonical(json));
}

function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  // JSON would write null, and a number too large for it is not nothing.
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (!isGroup(value)) return JSON.stringify(value);
  const parts = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`);
  return `{${parts.join(',')}}`;
}
