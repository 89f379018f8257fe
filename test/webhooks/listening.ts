import { env } from 'cloudflare:workers';
import { inject } from 'vitest';
import type { Partner } from '../../worker/coalition/rules.ts';
import { hex } from '../../worker/platform/crypto/bytes.ts';
import { newId } from '../../worker/platform/crypto/ids.ts';
import { deliverWebhooks } from '../../worker/webhooks/deliver.ts';
import type { WebhookEvent } from '../../worker/webhooks/rules.ts';
import type { TestApp } from '../support/app.ts';
import type { Heard, ListenerMood } from '../support/listener-server.ts';
import { addWebhook } from '../support/webhooks.ts';

export const secret = 'whsec_bm9ib2R5IGtub3dzIHRoaXMgYnV0IHRoZSB0d28=';

export type Listener = {
  id: string;
  script(moods: ListenerMood[] | ListenerMood): Promise<void>;
  heard(): Promise<(Heard & { json: { type: string; timestamp: string; data: Record<string, unknown> } })[]>;
};

let minted = 0;

/** A partner's webhook and the server that gets it. */
export async function listen(
  app: TestApp,
  partner: Partner | undefined,
  events: WebhookEvent[] = ['signature.confirmed', 'threshold.reached'],
): Promise<Listener> {
  if (!partner) throw new Error('no such partner');
  minted += 1;
  const name = `listener-${Math.random().toString(36).slice(2)}-${minted}`;
  const base = inject('listenerUrl');
  const id = newId(app.now());
  const sealed = hex(await app.deps.keyring.seal(`webhook ${id}`, secret));
  const webhook = { id, partnerId: partner.id, url: `${base}/${name}`, events, secret: sealed };
  await addWebhook(env.DB, webhook, app.now());
  return {
    id,
    async script(moods) {
      await fetch(`${base}/control/${name}`, { method: 'POST', body: JSON.stringify(moods) });
    },
    async heard() {
      const all: Heard[] = await (await fetch(`${base}/control/${name}`)).json();
      return all.map((one) => ({ ...one, json: JSON.parse(one.body) }));
    },
  };
}

/** For a listener that does not answer. One that does has time, because the machine may be busy. */
export const hasty = { timeout: 500 };

/** Sends what is due at this time, to which the clock is set. */
export async function deliverAt(app: TestApp, at: Date | number = app.now(), within = { timeout: 20_000 }) {
  app.setNow(new Date(at));
  return deliverWebhooks(app.deps, app.now(), within);
}

export type DeliveryRow = {
  id: string;
  event: string;
  ref: string;
  state: string;
  attempts: number;
  due_at: number;
  last_status: number | null;
  last_answer: string | null;
};

export async function deliveriesOf({ id }: Listener): Promise<DeliveryRow[]> {
  const { results } = await env.DB.prepare(
    `SELECT id, event, ref, state, attempts, due_at, last_status, last_answer
    FROM webhook_deliveries WHERE webhook_id = ? ORDER BY id`,
  )
    .bind(id)
    .all<DeliveryRow>();
  return results;
}
