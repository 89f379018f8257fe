import { sha256 } from '../platform/crypto/bytes.ts';
import { chainStart, hashedText } from './act-rules.ts';
import { countHeadsNotThere, findActHash, listActsAfter } from './act-store.ts';

/** How many acts one step reads. */
const atOnce = 2000;

export type ActsChecked = {
  /** The id of the first act that does not fit the one before it. */
  broken: string | null;
  /** How many acts of this step fit. */
  checked: number;
  /** The seq after which the next step begins; null at the end. */
  next: number | null;
  /** Heads that a statement has told of and that are not in the log. Only at the end. */
  missingHeads: number;
  head: string | null;
};

/** Whether each act after one still has its hash, and carries the hash of the act before it. */
export async function checkActs(
  db: D1Database,
  campaign: { id: number; slug: string } | null,
  after: number,
): Promise<ActsChecked> {
  const campaignId = campaign?.id ?? null;
  const acts = await listActsAfter(db, campaignId, { after, most: atOnce });
  let prev = (after === 0 ? null : await findActHash(db, after)) ?? chainStart(campaign);
  let checked = 0;
  for (const act of acts) {
    if (act.prev !== prev || sha256(hashedText(act)) !== act.hash) {
      return { broken: act.id, checked, next: null, missingHeads: 0, head: null };
    }
    prev = act.hash;
    checked += 1;
  }
  const last = acts.at(-1);
  if (last && acts.length === atOnce) {
    return { broken: null, checked, next: last.seq, missingHeads: 0, head: null };
  }
  const head = last?.hash ?? (after === 0 ? null : prev);
  return { broken: null, checked, next: null, missingHeads: await countHeadsNotThere(db, campaignId), head };
}
