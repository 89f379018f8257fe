import { sha256 } from '@noble/hashes/sha2.js';
import { concat } from './bytes.ts';

export type Hash = Uint8Array;

export const hashBytes = 32;

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** SHA-256, synchronously: a tree is many small hashes, and WebCrypto's is asynchronous. */
export function sha256Of(...parts: readonly Uint8Array[]): Hash {
  return sha256(parts.length === 1 ? parts[0]! : concat(...parts));
}

/** RFC 6962, 2.1. */
export function leafHash(entry: Uint8Array): Hash {
  return sha256Of(leafPrefix, entry);
}

export function nodeHash(left: Hash, right: Hash): Hash {
  return sha256Of(nodePrefix, left, right);
}

/** The root of a tree without leaves. */
export const emptyRoot = (): Hash => sha256Of(new Uint8Array());
