import { readFileSync, statSync } from 'node:fs';
import { err, ok, type Result } from '../platform/result.ts';
import { decodeText } from '../platform/text/decode-rules.ts';

/**
 * A text as people's programs save it: UTF-8, with or without the mark that Windows puts before it, or UTF-16 with its
 * mark. Another encoding is refused with the line, since its letters would be lost. The error is for a terminal.
 */
export function readTextFile(file: string): Result<string, string> {
  let bytes: Buffer;
  try {
    // Some devices never end; what another program hands over does.
    if (statSync(file).isCharacterDevice()) return err(`${file} is not a file`);
    bytes = readFileSync(file);
  } catch {
    return err(`${file} cannot be read`);
  }
  return textOf(bytes, file);
}

export function textOf(bytes: Uint8Array, name: string): Result<string, string> {
  const decoded = decodeText(bytes);
  if (decoded.text !== null) return ok(decoded.text);
  const where = decoded.line === null ? '' : `, line ${decoded.line}`;
  return err(`${name}${where}: some letters are not UTF-8. Save the file again with the encoding UTF-8.`);
}
