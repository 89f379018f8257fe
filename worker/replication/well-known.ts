import { pathOf } from '../actions/rules.ts';
import { inBoth } from '../kits/texts.ts';
import type { Deps } from '../platform/deps.ts';
import { runQuery } from '../platform/query.ts';
import { currentKeys, originOf } from '../statements/log-keys.ts';
import { listedAtMost, type WellKnown } from './well-known-rules.ts';
import { listedCampaignsQuery } from './well-known-store.ts';

/** What everybody may know of this deployment; of one campaign alone if its slug is given. */
export async function describeDeployment(
  { db, keyring, settings }: Pick<Deps, 'db' | 'keyring' | 'settings'>,
  only: string | null,
): Promise<WellKnown> {
  const { publicUrl } = settings;
  const campaigns = await runQuery(db, listedCampaignsQuery(db, only, listedAtMost));
  return {
    undersigned: 1,
    log: { address: `${publicUrl}/log`, keys: await currentKeys(keyring, originOf(publicUrl)) },
    campaigns: campaigns.map(({ title, actions, network, ...campaign }) => ({
      ...campaign,
      title: inBoth(title),
      url: `${publicUrl}/campaigns/${campaign.slug}`,
      actions: actions.map((action) => ({
        ...action,
        title: inBoth(action.title),
        url: `${publicUrl}${pathOf(action)}`,
      })),
      network: network.map(({ name, address }) => ({ name: inBoth(name), address })),
    })),
  };
}
