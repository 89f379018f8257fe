import { shippedHouse } from '../../worker/main/features.ts';
import { type DecidedItem, decideTexts } from '../../worker/moderation/decide.ts';
import { seenOf } from '../../worker/moderation/look-rules.ts';
import { readQueue } from '../../worker/moderation/queue.ts';
import { byCommand } from '../../worker/organize/act-rules.ts';
import { listCampaignNames } from '../../worker/organize/campaign-store.ts';
import type { Deps } from '../../worker/platform/deps.ts';

const { moderated } = shippedHouse;
type Given = Pick<Deps, 'db' | 'keyring'>;

/** What a moderator does on the page of names and comments: decides on all that waits, of one action or of all. */
export async function lookAtAll(
  given: Given,
  { slug, to = 'shown', now = new Date() }: { slug?: string; to?: 'shown' | 'hidden'; now?: Date } = {},
): Promise<void> {
  const deps = given as Deps;
  for (const campaign of await listCampaignNames(deps.db)) {
    for (;;) {
      const items = (await waitingTexts(given, { campaign, ...(slug ? { slug } : {}) })).map(
        ({ item }) => item,
      );
      if (items.length === 0) break;
      const decision = { campaign, actor: byCommand, items, to, reason: 'other' as const, now };
      const decided = await decideTexts(deps, moderated, decision);
      if (!decided.ok) throw new Error(decided.error.reason);
    }
  }
}

/** The first ten of what waits, opened. */
export async function waitingTexts(
  given: Given,
  { campaign, slug = null }: { campaign: { id: number }; slug?: string | null },
): Promise<{ kind: string; text: string; item: DecidedItem }[]> {
  const filter = { look: 'waiting' as const, kind: null, action: slug, after: null };
  const { items } = await readQueue(given as Deps, moderated, { campaign, filter });
  return items.flatMap(({ kind, id, now }) =>
    now && now.text !== null ? [{ kind, text: now.text, item: { kind, id, seen: seenOf(now) } }] : [],
  );
}
