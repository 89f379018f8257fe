import { listLastDeliveries, listWebhooks } from './store.ts';

const lastShown = 5;

/** The partner's webhooks and what each was told last, as far as its page shows them. */
export async function webhooksOf(db: D1Database, partnerId: number) {
  const webhooks = await listWebhooks(db, partnerId);
  return Promise.all(
    webhooks.map(async ({ id, url, offAt }) => ({
      host: new URL(url).host,
      isOn: offAt === null,
      last: (await listLastDeliveries(db, id, lastShown)).map((one) => ({
        event: one.event,
        state: one.state,
        status: one.lastStatus,
        answer: one.lastAnswer,
        at: one.lastAt,
      })),
    })),
  );
}

export type WebhooksShown = Awaited<ReturnType<typeof webhooksOf>>;
