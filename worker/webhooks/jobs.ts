import type { Deps } from '../platform/deps.ts';
import { deliverWebhooks } from './deliver.ts';
import { tidyDeliveries } from './delivery-store.ts';
import { givenUpAfter } from './rules.ts';

/** What cron does: gives up what is too old, and sends what the queue has lost. */
export async function runWebhooks(deps: Deps, now: Date): Promise<void> {
  await tidyDeliveries(deps.db, { now, givenUpAfter });
  await deliverWebhooks(deps, now);
}
