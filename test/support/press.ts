import { env } from 'cloudflare:workers';
import { claimedSubject } from '../../worker/platform/crypto/keyring.ts';
import { readConfirmSubject } from '../../worker/signatures/links.ts';
import { contentVersionOf, findSignature } from '../../worker/signatures/store.ts';
import type { TestApp } from './app.ts';

/** Presses the button behind a link, on the page as it is now: the form sends which content its owner saw. */
export async function press(
  app: TestApp,
  confirm: string,
  fields: Record<string, string> = {},
): Promise<Response> {
  const token = /^\/confirm\/([^?]+)/.exec(confirm)?.[1] ?? '';
  const { id } = readConfirmSubject(claimedSubject(token) ?? '');
  const signature = await findSignature(env.DB, id);
  return app.post(confirm, { shown: contentVersionOf(signature?.sealed ?? null), ...fields });
}
