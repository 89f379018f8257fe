import { env } from 'cloudflare:workers';
import { inject } from 'vitest';
import type { Keyring } from '../../worker/platform/crypto/keyring.ts';
import type { Limits } from '../../worker/replication/get.ts';
import { readNeighbors } from '../../worker/replication/read-neighbors.ts';
import { cityReadings } from '../../worker/replication/readings.ts';
import { testApp } from '../support/app.ts';
import { openKit } from '../support/kits.ts';
import type { NeighborAnswers } from '../support/neighbor-server.ts';
import { cityOfKit, kitOfState } from './kit-of-state.ts';
import { answersOf, statementsOf, type Told } from './log-of.ts';

const { deps } = testApp();
export const { db } = deps;

/** What cron does. */
export const read = (now: Date, most?: Partial<Limits>) => readNeighbors(deps, now, most && { most });
export const readings = (campaignId: number, now: Date) =>
  cityReadings(db, campaignId, { now, publicUrl: deps.settings.publicUrl });
export const readingOf = async (campaignId: number, now: Date) => (await readings(campaignId, now))[0]!;

const both = (words: string) => ({ en: words, es: `${words} (es)` });

export type NeighborSite = Awaited<ReturnType<typeof neighborSite>>;

/** Another deployment on this machine, which answers what the test says. */
export async function neighborSite() {
  const url = await (await fetch(`${inject('neighborUrl')}/site`, { method: 'POST' })).text();
  const control = (init: RequestInit) => fetch(`${url}/control`, init);
  return {
    url,
    answers: (keyring: Keyring, told: readonly Told[]) =>
      answersOf(url, { keyring, statements: statementsOf(told) }),
    answer: async (answers: NeighborAnswers) => {
      await control({ method: 'PUT', body: JSON.stringify(answers) });
    },
    /** Shows a log of these statements. */
    show: async (
      keyring: Keyring,
      told: readonly Told[],
      change: (answers: NeighborAnswers) => void = () => {},
    ) => {
      const answers = await answersOf(url, { keyring, statements: statementsOf(told) });
      change(answers);
      await control({ method: 'PUT', body: JSON.stringify(answers) });
    },
    heard: async () => (await control({ method: 'GET' })).json<{ asked: string[]; sent: number }>(),
    disappear: () => control({ method: 'DELETE' }),
  };
}

/** A campaign whose roll-up has one city at each of these deployments, or several at one. */
export async function openState(
  sites: readonly { url: string; key?: string; campaigns?: string[]; population?: number }[],
  at: Date,
) {
  await env.DB.prepare('UPDATE neighbor_logs SET is_named = 0').run();
  const kit = kitOfState({
    network: sites.map(({ url, key }, i) => ({
      slug: `site-${i}`,
      name: both(`Site ${i}`),
      address: url,
      ...(key && { key }),
    })),
    cities: sites.flatMap(({ campaigns = ['city'], population = 300_000 }, i) =>
      campaigns.map((campaign, n) =>
        cityOfKit(`city-${i}-${n}`, campaign, { deployment: `site-${i}`, population }),
      ),
    ),
  });
  const opened = await openKit(env.DB, kit, at);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const id = await env.DB.prepare('SELECT id FROM campaigns WHERE slug = ?')
    .bind(kit.campaign.slug)
    .first<number>('id');
  return { id: id ?? 0, slug: kit.campaign.slug as string };
}

/** What a site says of itself that has this campaign, or none. */
export function wellKnown(campaign: { slug: string; actions: object[]; network?: object[] } | null) {
  const rest = { city: { name: '', region: '' }, template: null, network: [] };
  const campaigns = campaign ? [{ ...rest, ...campaign, title: both(campaign.slug), url: '' }] : [];
  const whole = { undersigned: 1, log: { address: '', keys: [] }, campaigns };
  return { type: 'application/json', text: JSON.stringify(whole) };
}
