import { newId } from '../../worker/platform/crypto/ids.ts';
import {
  addWebhookStatement,
  type NewWebhook,
  switchOffStatement,
  testStatement,
} from '../../worker/webhooks/store.ts';

export async function addWebhook(db: D1Database, webhook: NewWebhook, now: Date): Promise<void> {
  await addWebhookStatement(db, webhook, now).run();
}

export async function switchWebhookOff(db: D1Database, id: string, now: Date): Promise<void> {
  await switchOffStatement(db, id, now).run();
}

/** False where it is off. */
export async function enqueueTest(db: D1Database, webhookId: string, now: Date): Promise<boolean> {
  const { meta } = await testStatement(db, { webhookId, id: newId(now), now }).run();
  return meta.changes > 0;
}
