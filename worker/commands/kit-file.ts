import type { KitProblem } from '../kits/problems.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { readTextFile } from './text-file.ts';

export function readKitFile(file: string): Result<unknown, string[]> {
  const text = readTextFile(file);
  if (!text.ok) return err([text.error]);
  try {
    return ok(JSON.parse(text.value));
  } catch (error) {
    return err([`${file} is not JSON: ${error instanceof Error ? error.message : error}`]);
  }
}

export function linesOf(problems: KitProblem[]): string[] {
  return problems.map(({ path, message }) => `${path}: ${message}`);
}
