import { setEmbedHostsStatement } from '../campaigns/embed-hosts-store.ts';
import { commitWithAct } from '../organize/commit-with-act.ts';
import type { ActKind, ConsoleCampaign } from '../organize/console-section.ts';
import type { Deps } from '../platform/deps.ts';

export type Hosts = 'open' | string[];

/** As the log keeps it. */
export const told = (hosts: Hosts) => (hosts === 'open' ? 'open' : hosts.join(' '));
const read = (text: unknown): Hosts => (text === 'open' ? 'open' : String(text).split(' '));

export function setHosts(
  deps: Deps,
  {
    campaign,
    from,
    to,
    actor,
    now,
  }: { campaign: ConsoleCampaign; from: Hosts; to: Hosts; actor: string; now: Date },
) {
  const statement = setEmbedHostsStatement(deps.db, { campaignId: campaign.id, from, to });
  return commitWithAct(deps, {
    act: {
      campaign,
      actor,
      kind: 'set-embed-hosts',
      subject: campaign.slug,
      before: { hosts: told(from) },
      after: { hosts: told(to) },
    },
    steps: [{ statement, changes: 1 }],
    now,
  });
}

export const undoHosts: NonNullable<ActKind['undo']> = async ({ db }, { before, after }, { campaign }) => {
  const change = { campaignId: campaign.id, from: read(after.hosts), to: read(before.hosts) };
  return { steps: [{ statement: setEmbedHostsStatement(db, change), changes: 1 }], count: 1, left: 0 };
};
