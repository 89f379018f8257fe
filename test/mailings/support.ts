import { env } from 'cloudflare:workers';
import type { ActionContext } from '../../worker/actions/context.ts';
import { hex } from '../../worker/platform/crypto/bytes.ts';
import { makeInboxKey } from '../../worker/signatures/keys.ts';
import { sealPerson } from '../../worker/signatures/sealing.ts';
import type { TestApp } from '../support/app.ts';
import type { OrganizerClient } from '../support/organizer.ts';

export const seenIn = (html: string) => /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? '';

export type Readers = {
  n: number;
  /** Addresses are `PREFIX-1@readers.example` and so on. */
  prefix: string;
  wants?: boolean;
  language?: 'en' | 'es';
  place?: string;
};

export function readerOf(prefix: string, number: number): { id: string; email: string } {
  return {
    id: `${prefix}${String(number).padStart(22 - prefix.length, '0')}`,
    email: `${prefix}-${number}@readers.example`,
  };
}

/** People who count, with sealed data that can be opened: as they are after signing and confirming. */
export async function storeReaders(
  { deps }: TestApp,
  { action }: Pick<ActionContext, 'action'>,
  { n, prefix, wants = true, language = 'en', place = '1' }: Readers,
): Promise<void> {
  const rows = await Promise.all(
    Array.from({ length: n }, async (_, index) => {
      const { id, email } = readerOf(prefix, index + 1);
      const person = { givenName: 'Ana', familyName: `Reader ${index}`, email, street: '', comment: '' };
      const sealed = hex(await sealPerson(deps.keyring, id, person));
      return { id, inbox: await makeInboxKey(deps.keyring, action.id, email), sealed };
    }),
  );
  const at = Date.parse('2026-11-25T15:00:00Z');
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO signatures (id, action_id, text_version, state, person_key, inbox_key, name_zip_key, place, zip,
         source, language, keep_informed, sealed, received_at, changed_at, changed_week)
       SELECT value ->> 'id', ?2, 1, 'unconfirmed', randomblob(16), unhex(value ->> 'inbox'), randomblob(16), ?3, '28202',
         'direct', ?4, ?5, unhex(value ->> 'sealed'), ?6, ?6, '2026-W48' FROM json_each(?1)`,
    ).bind(JSON.stringify(rows), action.id, place, language, wants ? 1 : 0, at),
    env.DB.prepare(
      `UPDATE signatures SET state = 'confirmed', inbox_slot = 1, receipt = randomblob(16), confirmed_at = ?2,
         confirmed_on = '2026-11-25', confirmed_week = '2026-W48'
       WHERE id IN (SELECT value ->> 'id' FROM json_each(?1))`,
    ).bind(JSON.stringify(rows), at),
  ]);
}

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
