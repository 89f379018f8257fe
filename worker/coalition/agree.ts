import type { Deps } from '../platform/deps.ts';
import { knownValue, runQuery } from '../platform/query.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { dateIn } from '../platform/time/clock.ts';
import { agreeStatement, askPartnersStatements, normsQuery, withdrawStatement } from './norms-store.ts';
import type { Partner } from './rules.ts';

type Of = { partner: Pick<Partner, 'id' | 'campaignId'>; version: number; now: Date };

/** Agrees to the version that the partner's page showed. Agreeing twice is agreeing once. */
export async function agreeToNorms(
  { db }: Pick<Deps, 'db'>,
  { partner, version, timeZone, now }: Of & { timeZone: string },
): Promise<Result<void, 'another-text'>> {
  const on = dateIn(timeZone, now);
  await agreeStatement(db, { partnerId: partner.id, version, on }).run();
  const norms = await runQuery(db, normsQuery(db, knownValue(partner.campaignId)));
  return norms?.version === version ? ok() : err('another-text');
}

export async function withdrawFromNorms(
  { db }: Pick<Deps, 'db'>,
  { partner, version, now }: Of,
): Promise<void> {
  await withdrawStatement(db, { partnerId: partner.id, version, now }).run();
}

/** Stores a mail to the contact of each partner whose norms have a new text. */
export async function askPartners({ db }: Pick<Deps, 'db'>, now: Date): Promise<void> {
  await db.batch(askPartnersStatements(db, now));
}
