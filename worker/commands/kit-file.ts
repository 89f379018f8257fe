import { readFileSync } from 'node:fs';
import type { KitProblem } from '../kits/problems.ts';
import { err, ok, type Result } from '../platform/result.ts';

export function readKitFile(file: string): Result<unknown, string[]> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return err([`${file} cannot be read`]);
  }
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return err([`${file} is not JSON: ${error instanceof Error ? error.message : error}`]);
  }
}

export function linesOf(problems: KitProblem[]): string[] {
  return problems.map(({ path, message }) => `${path}: ${message}`);
}
