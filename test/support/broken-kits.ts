import charlotte from './charlotte.json';
import { parseKit } from './kits.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test breaks the kit anywhere
export type AnyKit = any;
export type BrokenKit = [what: string, breakIt: (kit: AnyKit) => void, problem: string];

/** The problems of a Charlotte kit that was broken in this way. */
export function problemsOf(breakIt: (kit: AnyKit) => void): string[] {
  const kit = structuredClone(charlotte);
  breakIt(kit);
  const parsed = parseKit(kit);
  return parsed.ok ? [] : parsed.error.map(({ path, message }) => `${path}: ${message}`);
}
