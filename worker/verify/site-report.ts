import { fromUtf8 } from '../statements/rules/bytes.ts';
import { parseVerifierKey } from '../statements/rules/notes.ts';

/** Null for every answer but 200. Throws if there is no whole answer. */
export type Get = (path: string) => Promise<Uint8Array | null>;

export type SiteReport = {
  /** What does not hold; empty if everything does. */
  problems: string[];
  /** What was checked, and holds. */
  checked: string[];
  /** What was not checked, and what is for the reader to judge. */
  notes: string[];
  /** What there is, in a line. */
  found: string;
  /** The head of the log, to be remembered for the next time. */
  head: string;
};

export type Site = { get: Get; report: SiteReport; vkeys: string };

/** After so many answers that did not arrive the site is asked no more: each may have taken the whole time limit. */
const failuresAtMost = 5;

/** An answer that does not arrive is a problem in the report, and does not end it. */
export function reporting(get: Get, report: SiteReport): Get {
  let failures = 0;
  return async (path) => {
    if (failures >= failuresAtMost) return null;
    try {
      return await get(path);
    } catch (error) {
      failures += 1;
      const why = error instanceof Error ? error.message : String(error);
      report.problems.push(`Not so: ${path} can be read (${why}).`);
      return null;
    }
  };
}

export function expect({ report }: Pick<Site, 'report'>, holds: boolean, what: string): boolean {
  (holds ? report.checked : report.problems).push(holds ? `${what}.` : `Not so: ${what}.`);
  return holds;
}

export async function textOf(get: Get, path: string): Promise<string | null> {
  const bytes = await get(path);
  return bytes && fromUtf8(bytes);
}

export const keysIn = (vkeys: string) => vkeys.split('\n').flatMap((line) => parseVerifierKey(line) ?? []);
