import { ok } from '../platform/result.ts';
import type { Source } from './get.ts';
import { mostOfCity, nothing, type ReadCity, readCity, type WantedCity } from './read-city.ts';
import { type Known, type LogRefusal, readHead, type VerifiedHead } from './read-log.ts';
import { isUnreachable } from './rules.ts';

export type ReadDeployment = {
  /** Null if the head does not hold, or is older than what is known. */
  head: VerifiedHead | null;
  cities: ({ campaign: string } & ReadCity)[];
  /** Null if everything was answered. */
  refusal: LogRefusal | null;
  /** The campaign with which the next reading goes on after; '' if all were read. */
  after: string;
};

/**
 * Verifies the log of a deployment and the statements of the cities that are wanted there, in their order, as far as the
 * limits allow. Where it stops answering, what was verified before is kept.
 */
export async function readDeployment(
  { get, left }: Source,
  { known, cities, now }: { known: Known; cities: readonly WantedCity[]; now: Date },
): Promise<ReadDeployment> {
  const head = await readHead(get, known);
  if (!head.ok) return { head: null, cities: [], refusal: head.error, after: '' };
  if (head.value.isOld) return { head: null, cities: [], refusal: null, after: '' };
  const done: ReadDeployment = { head: head.value, cities: [], refusal: null, after: '' };
  for (const city of cities) {
    const last = done.cities.at(-1)?.campaign ?? '';
    if (left.requests < mostOfCity.requests || left.bytes < mostOfCity.bytes) return { ...done, after: last };
    const read = await readCity({ get, head: head.value, origin: known.origin, now }, city).catch(unreadable);
    if (read.ok) {
      done.cities.push({ campaign: city.campaign, ...read.value });
      continue;
    }
    if (isUnreachable(read.error.reason)) return { ...done, refusal: read.error, after: last };
    return { head: null, cities: [], refusal: read.error, after: '' };
  }
  return done;
}

/** Nobody should have to know what else a hostile answer can break. */
const unreadable = () => ok(nothing('unreadable'));
