import type { Deps } from '../platform/deps.ts';
import { log, logFailure } from '../platform/log.ts';
import { hour, minute, second } from '../platform/time/clock.ts';
import { currentKeys, originOf } from '../statements/log-keys.ts';
import { type AskName, askNames } from '../webhooks/resolve.ts';
import { type Limits, type Source, sourceAt } from './get.ts';
import {
  type ClaimedLog,
  claimLog,
  listDueLogs,
  listWantedCities,
  type ReadingToSave,
  saveReading,
} from './log-store.ts';
import { sourceHere } from './own-log.ts';
import { type ReadDeployment, readDeployment } from './read-deployment.ts';
import { joinedKeys, keptHead, type LogRefusal } from './read-log.ts';
import { addressOf, here, isUnreachable, type LogReason } from './rules.ts';

/** A Worker has six connections at once. */
const logsARun = 4;
/** Longer than the slowest reading. */
const leaseFor = 5 * minute;
/** There is a new statement once a week. */
const readEvery = 6 * hour;
const firstWait = 15 * minute;
const nameWithin = 5 * second;

type Options = { most?: Partial<Limits> };

/**
 * Reads the deployments that are due, a bounded number in a run, each within its limits. What does not hold is stored
 * as the reason; nothing of it is thrown.
 */
export async function readNeighbors(deps: Deps, now: Date, { most = {} }: Options = {}): Promise<void> {
  const due = await listDueLogs(deps.db, now, logsARun);
  if (due.length === 0) return;
  const leadsTo = askNames(deps.settings.dnsResolver, nameWithin);
  await Promise.all(
    due.map(async (id) => {
      const claimed = await claimLog(deps.db, { id, now, lease: now.getTime() + leaseFor });
      if (claimed) await readOne(deps, claimed, { now, leadsTo, most });
    }),
  );
}

type Reading = { now: Date; leadsTo: AskName; most: Partial<Limits> };

async function readOne(deps: Deps, claimed: ClaimedLog, { now, leadsTo, most }: Reading): Promise<void> {
  const isHere = claimed.address === here;
  const origin = originOf(isHere ? deps.settings.publicUrl : claimed.address);
  const ownKeys = isHere ? await currentKeys(deps.keyring, origin) : [];
  const vkeys = [...believedOf(claimed), ...ownKeys];
  const source: Source = isHere
    ? sourceHere(deps)
    : sourceAt(claimed.address, { local: deps.settings.environment === 'local', leadsTo, most });
  const known = { origin, vkeys, head: claimed.head, doubt: claimed.doubt };
  const cities = await listWantedCities(deps.db, claimed);
  const isOwn = !isHere && origin === originOf(addressOf(deps.settings.publicUrl));
  const read = isOwn
    ? notRead('own-site')
    : await readDeployment(source, { known, cities, now }).catch((error) => unread(error));
  const reading = readingOf(read, claimed, { origin, now });
  await saveReading(deps.db, claimed, { reading, now });
  log(reading.reason ? 'warn' : 'info', 'neighbor-read', {
    log: claimed.id,
    ...{ reason: reading.reason, size: reading.head?.size ?? null, statements: reading.statements.length },
  });
}

/** What is known by another way than the site has to be where the belief began, also if it came later. */
function believedOf({ vkeys, key }: ClaimedLog): string[] {
  return key === null || vkeys[0] === key ? vkeys : [key];
}

/** A bug of ours must not hinder the other deployments. */
function unread(error: unknown): ReadDeployment {
  logFailure('neighbor-not-read', error);
  return notRead('unreadable');
}

const notRead = (reason: LogReason): ReadDeployment => ({
  ...{ head: null, cities: [], after: '' },
  refusal: { reason },
});

function readingOf(
  { head, cities, refusal, after }: ReadDeployment,
  claimed: ClaimedLog,
  { origin, now }: { origin: string; now: Date },
): ReadingToSave {
  const told = cities.flatMap(({ vkeys }) => vkeys);
  const reason = reasonOf(refusal, claimed);
  const wait = reason === null ? readEvery : waitAfter(claimed.failures + 1);
  return {
    head: head && keptHead(head),
    vkeys: head && claimed.address !== here ? joinedKeys(head.keys, told, origin) : claimed.vkeys,
    signedBy: head?.signedBy ?? null,
    doubt: reason === null ? null : (claimed.doubt ?? refusal?.doubt ?? null),
    statements: cities.flatMap(({ statements }) => statements),
    cities: cities.map(({ campaign, refusal }) => ({ campaign, refusal })),
    reason,
    evidence: refusal?.evidence ?? null,
    after,
    // The cities that are left are read with the next run.
    dueAt: now.getTime() + (reason === null && after !== '' ? 0 : wait),
  };
}

/** Silence does not explain a shorter log. */
function reasonOf(refusal: LogRefusal | null, { doubt }: ClaimedLog): LogReason | null {
  if (refusal === null) return null;
  return doubt !== null && isUnreachable(refusal.reason) ? 'shrank' : refusal.reason;
}

function waitAfter(failures: number): number {
  return Math.min(readEvery, firstWait * 2 ** (failures - 1));
}
