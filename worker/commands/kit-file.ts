import { isNestedBeyond } from '../kits/depth-rules.ts';
import type { KitProblem } from '../kits/problems.ts';
import { repeatedKeys } from '../kits/repeated-keys.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { readTextFile } from './text-file.ts';

export function readKitFile(file: string): Result<unknown, string[]> {
  return kitIn(readTextFile(file), file);
}

/** `name` is what the errors call it. */
export function kitIn(text: Result<string, string>, name: string): Result<unknown, string[]> {
  const read = jsonIn(text, name);
  if (!read.ok) return read;
  const twice = repeatedKeys(read.value.text);
  return twice.length > 0
    ? err(twice.map((path) => `${path}: is there twice. Keep one of them`))
    : ok(read.value.json);
}

export function readJsonFile(file: string): Result<{ json: unknown; text: string }, string[]> {
  return jsonIn(readTextFile(file), file);
}

function jsonIn(
  text: Result<string, string>,
  file: string,
): Result<{ json: unknown; text: string }, string[]> {
  if (!text.ok) return err([text.error]);
  try {
    const json = JSON.parse(text.value);
    return isNestedBeyond(json)
      ? err([`${file} is nested too deeply to be a kit or a survey`])
      : ok({ json, text: text.value });
  } catch (error) {
    return err([`${file} is not JSON: ${error instanceof Error ? error.message : error}`]);
  }
}

export function linesOf(problems: KitProblem[]): string[] {
  return problems.map(({ path, message }) => `${path}: ${message}`);
}
