import { env } from 'cloudflare:workers';
import { type ActionContext, findContext } from '../../worker/actions/context.ts';
import type { TestApp } from '../support/app.ts';
import { askingKit } from '../support/asking-kit.ts';
import type { KitOverrides } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';

export async function openAsking(overrides: KitOverrides = {}): Promise<ActionContext> {
  const kit = askingKit(overrides);
  const opened = await openKit(env.DB, kit, new Date('2026-11-23T15:00:00Z'));
  const context = await findContext(env.DB, kit.petitions[0]?.slug ?? '');
  if (!opened.ok || !context) throw new Error(JSON.stringify(opened));
  return context;
}

/** As if the threshold of three had been reached just now, and what is asked then was asked. */
export async function askedOf(app: TestApp, { action }: ActionContext, at: string) {
  await env.DB.prepare(
    'UPDATE thresholds SET reached_at = ?2 WHERE action_id = ?1 AND signatures = 3 AND reached_at IS NULL',
  )
    .bind(action.id, Date.parse(at))
    .run();
  await app.cron(at);
}

/** The path of the link that the newest mail to the committee holds. */
export async function linkMailedTo(app: TestApp, { action }: ActionContext): Promise<string> {
  const committee = await env.DB.prepare('SELECT contact_email AS email FROM committees WHERE id = ?')
    .bind(action.committee.id)
    .first<string>('email');
  const mails = await app.mailTo(committee ?? '');
  const found = mails.map(({ text }) => /https?:\/\/[^/\s]+(\/answer\/[\w-]+)/.exec(text)?.[1]).find(Boolean);
  if (!found) throw new Error('no link to answer was mailed');
  return found;
}

/** A page as a reader sees it: its text, and the values of its fields. */
export async function readPage(app: TestApp, path: string): Promise<string> {
  return textOf(await (await app.request(path)).text());
}

export function textOf(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"');
}
