import { mostKitBytes } from '../kits/canonical-rules.ts';
import { isNestedBeyond } from '../kits/depth-rules.ts';
import { isGroup, type Json } from '../kits/json-rules.ts';
import { repeatedKeys } from '../kits/repeated-keys.ts';
import { utf8 } from '../platform/crypto/bytes.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { decodeText } from '../platform/text/decode-rules.ts';

export type FileProblem = {
  reason: 'none' | 'too-large' | 'not-text' | 'not-json' | 'not-kit' | 'too-deep' | 'twice' | 'odd';
  /** The place or the message of the parser. */
  told: string;
};

/** Keys that would mean something to a program that is careless with them. */
const oddKeys = ['__proto__', 'constructor', 'prototype'];

/** A file that somebody has uploaded, as far as it can be a kit. */
export function readKitText(file: Uint8Array | string): Result<{ text: string; json: Json }, FileProblem> {
  const bytes = typeof file === 'string' ? utf8(file) : file;
  if (bytes.length === 0) return err({ reason: 'none', told: '' });
  if (bytes.length > mostKitBytes) return err({ reason: 'too-large', told: '' });
  const { text } = decodeText(bytes);
  if (text === null) return err({ reason: 'not-text', told: '' });
  const json = parsed(text);
  if (!json.ok) return err({ reason: 'not-json', told: json.error });
  if (isNestedBeyond(json.value)) return err({ reason: 'too-deep', told: '' });
  const [twice] = repeatedKeys(text);
  if (twice !== undefined) return err({ reason: 'twice', told: twice });
  const odd = oddKeyIn(json.value, '');
  if (odd !== null) return err({ reason: 'odd', told: odd });
  if (!isGroup(json.value) || !isGroup(json.value.campaign)) return err({ reason: 'not-kit', told: '' });
  return ok({ text, json: json.value });
}

function parsed(text: string): Result<Json, string> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return err((error instanceof Error ? error.message : '').slice(0, 120));
  }
}

function oddKeyIn(json: Json, path: string): string | null {
  if (typeof json !== 'object' || json === null) return null;
  for (const [key, value] of Object.entries(json)) {
    const here = Array.isArray(json) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    const odd = oddKeys.includes(key) ? here : oddKeyIn(value, here);
    if (odd !== null) return odd;
  }
  return null;
}
