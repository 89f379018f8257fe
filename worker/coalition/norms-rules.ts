import type { Text } from '../places/rules.ts';

/** The text that stands now. */
export type Norms = { version: number; texts: Text[]; since: Date };

/** To which version somebody has agreed, and on which day of the city. */
export type Agreement = { version: number; on: string };

/** Whether this agreement is one to the text that stands now. */
export function isToThese(agreement: Agreement | null, norms: Norms): agreement is Agreement {
  return agreement?.version === norms.version;
}
