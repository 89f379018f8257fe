import { setFrequencyStatement } from '../councils/digest-store.ts';
import type { Committee, Frequency } from '../councils/rules.ts';
import { findCommittee } from '../councils/store.ts';
import type { Deps } from '../platform/deps.ts';
import { countMailsOfKind, enqueueStatement } from '../platform/mail/outbox.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { day } from '../platform/time/clock.ts';
import { frequencies } from './rules.ts';
import { listCampaignsOf } from './store.ts';

const choicesADay = 5;

/**
 * Whoever has the link can choose, so a choice is never silent: the committee's own address and the contacts of its
 * campaigns are told. After a few choices in 24 hours no other one is taken: each is a mail, and one that is not told
 * would be silent.
 */
export async function setFrequency(
  deps: Pick<Deps, 'db' | 'wakeOutbox'>,
  committee: Committee,
  chosen: string | undefined,
  now: Date,
): Promise<Result<Frequency, { reason: 'not-one-of' | 'too-often' }>> {
  const frequency = frequencies.find((one) => one === chosen);
  if (!frequency) return err({ reason: 'not-one-of' });
  let current: Committee | null = committee;
  // Another choice may come between reading and writing; the later press is the one that holds.
  while (current && current.frequency !== frequency) {
    const told = { ref: `committee:${committee.id}`, kind: 'frequency' };
    const since = new Date(now.getTime() - day);
    if ((await countMailsOfKind(deps.db, told, since)) >= choicesADay) return err({ reason: 'too-often' });
    if (await choose(deps, current, frequency, now)) break;
    current = await findCommittee(deps.db, committee.id);
  }
  return ok(frequency);
}

async function choose(
  { db, wakeOutbox }: Pick<Deps, 'db' | 'wakeOutbox'>,
  { id, frequencyChanges }: Committee,
  frequency: Frequency,
  now: Date,
): Promise<boolean> {
  const nth = frequencyChanges + 1;
  const campaigns = await listCampaignsOf(db, id);
  const mails = [
    { ref: `committee:${id}`, kind: `frequency:${nth}` },
    ...campaigns.map((campaign) => ({
      ref: `committee:${id}:${campaign}`,
      kind: `frequency-contact:${nth}`,
    })),
  ];
  const [set] = await db.batch([
    setFrequencyStatement(db, { id, frequencyChanges }, frequency),
    enqueueStatement(db, mails, { now, cap: 1 }),
  ]);
  await wakeOutbox();
  return set?.meta.changes === 1;
}
