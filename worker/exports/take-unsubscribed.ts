import { commitWithAct } from '../organize/commit-with-act.ts';
import type { ConsoleCampaign } from '../organize/console-section.ts';
import type { Deps } from '../platform/deps.ts';
import { deliverableEmail } from '../platform/text/identity.ts';
import { makeInboxKey } from '../signatures/keys.ts';
import { checkedInboxesStatement, uncheckStatement } from '../signatures/unsubscribe-store.ts';
import { listActionsOf } from './people-store.ts';
import { dropAllStatement } from './store.ts';

type List = {
  campaign: ConsoleCampaign;
  actor: string;
  partner: { id: number; slug: string } | null;
  addresses: readonly string[];
  now: Date;
};

/**
 * Clears the news box of everybody whose address is on the list, found by fingerprint. Returns how many had it checked,
 * never which. The list is not kept. Export files that still exist are deleted, because they may name these people.
 */
export async function takeUnsubscribed(
  deps: Deps,
  { campaign, actor, partner, addresses, now }: List,
): Promise<{ id: string; known: number }> {
  const mailable = addresses.flatMap((address) => deliverableEmail(address) ?? []);
  const actions = await listActionsOf(deps.db, campaign.id);
  const wanted = await Promise.all(
    actions.map(async ({ id: actionId }) => {
      const keys = mailable.map((address) => makeInboxKey(deps.keyring, actionId, address));
      return { actionId, partnerId: partner?.id ?? null, inboxKeys: await Promise.all(keys) };
    }),
  );
  const found = wanted.length > 0 ? await deps.db.batch<{ key: string }>(checked(deps.db, wanted)) : [];
  const known = new Set(
    found.flatMap(({ results }, index) =>
      results.map(({ key }) => wanted[index]?.inboxKeys.indexOf(key) ?? -1),
    ),
  );
  const done = await commitWithAct(deps, {
    act: {
      campaign,
      actor,
      kind: 'import-unsubscribed',
      subject: partner?.slug ?? 'news',
      after: { given: addresses.length, known: known.size },
      count: known.size,
    },
    steps: [
      ...wanted.map((one) => uncheckStatement(deps.db, one)),
      dropAllStatement(deps.db, { campaignId: campaign.id, why: 'unsubscribed', now }),
    ],
    now,
  });
  if (!done.ok) throw new Error(done.error.reason);
  return { id: done.value.id, known: known.size };
}

function checked(db: D1Database, wanted: Parameters<typeof checkedInboxesStatement>[1][]) {
  return wanted.map((one) => checkedInboxesStatement(db, one));
}
