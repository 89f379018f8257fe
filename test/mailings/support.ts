import { env } from 'cloudflare:workers';
import type { OrganizerClient } from '../support/organizer.ts';

export const seenIn = (html: string) => /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? '';

export const written = {
  'subject.en': 'The vote is on June 14',
  'text.en': 'Come to the **hearing**: [the agenda](https://example.org/agenda).',
  'subject.es': 'La votación es el 14 de junio',
  'text.es': 'Venga a la **audiencia**: [el orden del día](https://example.org/agenda).',
};

/** A draft with these texts, saved; the path of its page. */
export async function draftBy(
  organizer: OrganizerClient,
  fields: Record<string, string> = {},
): Promise<string> {
  const begun = await organizer.post('/news');
  const path = `/news/${begun.headers.get('location')?.split('/').at(-1)}`;
  const version = versionIn(await organizer.read(path));
  const saved = await organizer.post(path, { ...written, version, decision: 'save', ...fields });
  if (saved.status !== 303) throw new Error(`${saved.status} ${await saved.text()}`);
  return path;
}

export function versionIn(html: string): string {
  return /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
}

/** Counted and ready; what its buttons name. */
export async function countedBy(
  organizer: OrganizerClient,
  path: string,
  fields: Record<string, string> = {},
): Promise<string> {
  const version = versionIn(await organizer.read(path));
  const counted = await organizer.post(path, { ...written, version, decision: 'count', ...fields });
  if (counted.status !== 303) throw new Error(`${counted.status} ${await counted.text()}`);
  return seenIn(await organizer.read(path));
}

/** How many mails of a mailing are in each state. */
export async function statesOf(path: string): Promise<Record<string, number>> {
  const { results } = await env.DB.prepare(
    'SELECT state, count(*) AS n FROM outbox WHERE mailing_id = ? GROUP BY state',
  )
    .bind(Number(path.split('/').at(-1)))
    .all<{ state: string; n: number }>();
  return Object.fromEntries(results.map(({ state, n }) => [state, n]));
}
