import { setTimeout } from 'node:timers/promises';
import { site } from './address.ts';

export type Mail = {
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  links: string[];
  state: string;
};

const states = ['confirmed', 'unconfirmed', 'duplicate', 'flagged', 'withdrawn', 'invalidated'] as const;

export type Counts = Record<'received' | (typeof states)[number], number>;

export type PublicPetition = {
  state: string;
  as_of: string;
  counts: Counts;
  by_district: { district: string; confirmed: number }[];
  outside: number;
  unknown: number;
  by_day: { day: string; confirmed: number }[];
  by_source: { source: string; confirmed: number }[];
  thresholds: { signatures: number; reached_at: string | null }[];
};

/** An address that no other test and no other run uses. */
export function freshEmail(name: string): string {
  return `${name}-${crypto.randomUUID().slice(0, 8)}@example.com`;
}

/** A request as from a browser without JavaScript, except that redirects are not followed. */
export function visit(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(new URL(path, site.url), { redirect: 'manual', ...init });
}

export async function read(path: string): Promise<string> {
  const response = await visit(path);
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
  return response.text();
}

export function send(path: string, fields: Record<string, string> = {}): Promise<Response> {
  return visit(path, { method: 'POST', body: new URLSearchParams(fields) });
}

export function sendJson(path: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return visit(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

export async function readJson<Json>(path: string): Promise<Json> {
  return JSON.parse(await read(path));
}

/** The public numbers. Waits while they are a copy from before the call, which can be a second old. */
export async function petitionJson(slug: string): Promise<PublicPetition> {
  const asked = new Date().toISOString();
  for (;;) {
    const petition = await readJson<PublicPetition>(`/api/v1/petitions/${slug}`);
    if (petition.as_of >= asked) return petition;
    await setTimeout(100);
  }
}

/** The current counts of a petition, from the database. */
export async function countsOf(slug: string): Promise<Counts> {
  const { results } = await site.db
    .prepare(
      `SELECT key, n FROM signature_counts WHERE kind = 'state'
        AND action_id = (SELECT id FROM actions WHERE slug = ?)`,
    )
    .bind(slug)
    .all<{ key: string; n: number }>();
  const counts = { received: 0, ...Object.fromEntries(states.map((state) => [state, 0])) } as Counts;
  for (const { key, n } of results) {
    counts[key as (typeof states)[number]] = n;
    counts.received += n;
  }
  return counts;
}

/** The mails to an address, newest first. Waiting mails are sent at once, without waiting for the queue. */
export async function mailbox(to: string): Promise<Mail[]> {
  const mails = await peekMailbox(to);
  if (mails.every(({ state }) => state === 'sent')) return mails;
  await cron(new Date());
  return peekMailbox(to);
}

export function peekMailbox(to: string): Promise<Mail[]> {
  return readJson(`/outbox.json?to=${encodeURIComponent(to)}`);
}

/** A link whose path starts with this text, from the newest mail to the address that has one. */
export async function mailedLink(to: string, start: string): Promise<string> {
  const mails = await mailbox(to);
  const link = mails.flatMap(({ links }) => links).find((href) => new URL(href).pathname.startsWith(start));
  if (!link) throw new Error(`none of ${mails.length} mails to ${to} links to ${start}`);
  return link;
}

/** Runs the cron job as if at this instant. */
export async function cron(at: Date): Promise<void> {
  const query = new URLSearchParams({ cron: '*/15 * * * *', time: String(at.getTime()) });
  const response = await visit(`/cdn-cgi/handler/scheduled?${query}`);
  const outcome = await response.text();
  if (outcome !== 'ok') throw new Error(`cron answered ${response.status}: ${outcome}`);
}

export async function formToken(page: string): Promise<string> {
  const html = await read(page);
  return /name="form_token" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

export type Person = Record<string, string> & { given_name: string; email: string; zip: string };

/** Loads the page and sends its form. */
export async function signByForm(slug: string, person: Person): Promise<Response> {
  const form_token = await formToken(`/petitions/${slug}`);
  return send(`/petitions/${slug}/signatures`, { ...person, form_token });
}

/** Presses the button behind the newest confirm link, as its page shows it; returns the answer. */
export async function confirmByMail(email: string): Promise<Response> {
  return press(await mailedLink(email, '/confirm/'));
}

/** Opens a confirm link and presses the button of its form. */
export async function press(link: string): Promise<Response> {
  const { pathname, search } = new URL(link, site.url);
  const form = (await read(pathname + search)).split(`action="${pathname}`)[1] ?? '';
  const shown = /name="shown" value="([^"]*)"/.exec(form)?.[1] ?? '';
  return send(pathname + search, { shown });
}

export async function signAndConfirm(slug: string, person: Person): Promise<void> {
  const signed = await sendJson(`/api/v1/petitions/${slug}/signatures`, person);
  if (signed.status !== 202) throw new Error(`signing answered ${signed.status}: ${await signed.text()}`);
  const confirmed = await confirmByMail(person.email);
  if (confirmed.status !== 303) throw new Error(`confirming answered ${confirmed.status}`);
}

/** The path and query of a redirect. */
export function leadsTo(response: Response): string {
  const { pathname, search } = new URL(response.headers.get('location') ?? '', site.url);
  return pathname + search;
}
