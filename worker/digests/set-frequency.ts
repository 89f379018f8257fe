import { setFrequencyStatement } from '../councils/digest-store.ts';
import type { Frequency } from '../councils/rules.ts';
import type { Deps } from '../platform/deps.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { frequencies } from './rules.ts';

export async function setFrequency(
  { db }: Pick<Deps, 'db'>,
  committeeId: number,
  chosen: string | undefined,
): Promise<Result<Frequency, { reason: 'not-one-of' }>> {
  const frequency = frequencies.find((one) => one === chosen);
  if (!frequency) return err({ reason: 'not-one-of' });
  await setFrequencyStatement(db, committeeId, frequency).run();
  return ok(frequency);
}
