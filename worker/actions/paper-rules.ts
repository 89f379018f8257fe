import * as z from 'zod';
import { checkMethods, checkOfCounts, type PaperCheck, resultOfCheck } from './paper-check-rules.ts';

/**
 * Signatures on paper: a number of their own, never a part of those confirmed. Every line that was entered is in one of
 * the first six.
 */
export type PaperAccount = {
  /** Count on paper. */
  withoutAddress: number;
  /** Were asked by mail: they count online, once confirmed. */
  withAddress: number;
  duplicatePaper: number;
  duplicateOnline: number;
  illegible: number;
  crossedOut: number;
  /** Lines that two people entered, and how many of them the first had wrong. */
  enteredTwice: number;
  wrong: number;
  /** The newest check of a sample of lines. Digests from before there were checks do not have it. */
  check?: PaperCheck | null;
};

/** From the kept counts; null where nothing was ever signed on paper. */
export function paperAccountOf(counts: Record<string, number>): PaperAccount | null {
  const of = (key: string) => counts[key] ?? 0;
  const check = checkOfCounts(counts);
  const account = {
    withoutAddress: of('without-address'),
    withAddress: of('with-address'),
    duplicatePaper: of('duplicate-paper'),
    duplicateOnline: of('duplicate-online'),
    illegible: of('illegible'),
    crossedOut: of('crossed-out'),
    enteredTwice: of('twice-right') + of('twice-wrong'),
    wrong: of('twice-wrong'),
  };
  return check || Object.values(account).some((n) => n !== 0) ? { ...account, check } : null;
}

/** Lines that could be read. */
export function enteredOf(account: PaperAccount): number {
  const { withoutAddress, withAddress } = account;
  return withoutAddress + withAddress + duplicatesOf(account);
}

export function duplicatesOf({ duplicatePaper, duplicateOnline }: PaperAccount): number {
  return duplicatePaper + duplicateOnline;
}

/** From 0 to 1; null while no line was entered twice. */
export function errorRateOf({ enteredTwice, wrong }: PaperAccount): number | null {
  return enteredTwice === 0 ? null : wrong / enteredTwice;
}

const count = z.int().nonnegative();

/** The part of the public JSON that is about paper. */
export const publicPaperSchema = z.object({
  entered: count.describe('Lines that could be read: the sum of the next three'),
  without_address: count.describe('Counted on paper. They are not among the confirmed'),
  with_address: count.describe('Asked by mail. They are confirmed, and counted, online'),
  duplicate: count.describe('The same name and ZIP code is on another line, or was confirmed online'),
  illegible: count,
  crossed_out: count,
  entered_twice: count.describe('Lines of a random tenth that two people entered'),
  error_rate: z.number().min(0).max(1).nullable().describe('How many of those the first had wrong'),
  check: z
    .object({
      method: z.enum(checkMethods).describe('The state whose formula was used'),
      by: z.enum(['clerk', 'campaign']).describe('Who compared the lines with a list'),
      ...{ lines: count, required: count },
      samples: z.array(z.object({ sampled: count, valid: count, pairs: count })),
      estimate: count.describe('Valid lines in all, as the last sample says'),
      low: count.describe('The 95% range of the estimate'),
      high: count,
    })
    .optional()
    .describe('A sample of the lines that was compared with a list'),
});

export function publicPaper(account: PaperAccount): z.infer<typeof publicPaperSchema> {
  return {
    entered: enteredOf(account),
    without_address: account.withoutAddress,
    with_address: account.withAddress,
    duplicate: duplicatesOf(account),
    illegible: account.illegible,
    crossed_out: account.crossedOut,
    entered_twice: account.enteredTwice,
    error_rate: errorRateOf(account),
    ...(account.check && { check: publicCheck(account.check) }),
  };
}

function publicCheck(check: PaperCheck) {
  const { method, by, lines, required, first, second } = check;
  const { estimate, low, high } = resultOfCheck(check);
  return { method, by, lines, required, samples: second ? [first, second] : [first], estimate, low, high };
}
