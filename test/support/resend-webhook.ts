import { utf8 } from '../../worker/platform/crypto/bytes.ts';
import type { TestApp } from './app.ts';

const key = utf8('a key of 24 bytes, tests');
export const webhookSecret = `whsec_${btoa(String.fromCharCode(...key))}`;

export type Signing = { at?: Date; id?: string; prefix?: 'svix' | 'webhook'; key?: Uint8Array };

/** A request with Resend's signature. `at` is the time at which it says it was sent. */
export async function signedRequest(body: string, signing: Signing = {}): Promise<RequestInit> {
  const { at = new Date(), id = 'msg_1', prefix = 'svix' } = signing;
  const timestamp = Math.floor(at.getTime() / 1000);
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const signer = await crypto.subtle.importKey('raw', signing.key ?? key, hmac, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', signer, utf8(`${id}.${timestamp}.${body}`));
  return {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      [`${prefix}-id`]: id,
      [`${prefix}-timestamp`]: String(timestamp),
      [`${prefix}-signature`]: `v1,${btoa(String.fromCharCode(...new Uint8Array(mac)))}`,
    },
  };
}

export type ToldOf = { email_id?: string; to?: string; tags?: Record<string, string> };

/** Resend's event about a mail. A bounce is permanent unless stated otherwise. */
export function eventOf(type: string, { to = 'ana@example.org', ...data }: ToldOf, bounce = 'Permanent') {
  return {
    type: `email.${type}`,
    created_at: '2026-11-25T15:00:00.000Z',
    data: {
      created_at: '2026-11-25T15:00:00.000Z',
      from: 'Test <test@example.org>',
      subject: 'A mail',
      to: [to],
      ...data,
      ...(type === 'bounced'
        ? { bounce: { type: bounce, subType: 'General', message: `${to} is not here` } }
        : {}),
    },
  };
}

export async function tell(app: TestApp, event: unknown, signing: Signing = {}): Promise<Response> {
  return app.request('/webhooks/resend', await signedRequest(JSON.stringify(event), signing));
}
