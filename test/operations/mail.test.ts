import { beforeAll, expect, test } from 'vitest';
import { actsQuery } from '../../worker/organize/act-store.ts';
import { providerOf } from '../../worker/platform/mail/domain-rules.ts';
import { takeEvent } from '../../worker/platform/mail/events.ts';
import { runQuery } from '../../worker/platform/query.ts';
import { anaOf, aWednesday, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { signByForm } from '../support/people.ts';

const app = testApp();
const { db } = app.deps;
let owner: OrganizerClient;
let moderator: OrganizerClient;
let slug = '';
let campaignId = 0;

beforeAll(async () => {
  // Drains of a file before may end late.
  await db.batch([db.prepare('DELETE FROM outbox'), db.prepare('DELETE FROM mail_days')]);
  const { campaign, action } = await openPetition(db);
  slug = action.slug;
  campaignId = campaign.id;
  owner = await organizerIn(app, campaign, { role: 'owner' });
  moderator = await organizerIn(app, campaign, { role: 'moderator' });
});

const mails = async () => {
  const { results } = await db
    .prepare('SELECT id, state FROM outbox ORDER BY rowid')
    .all<{ id: string; state: string }>();
  return results;
};
const fail = (id: string, state: string) =>
  db
    .prepare("UPDATE outbox SET state = ?2, error = '422 validation_error' WHERE id = ?1")
    .bind(id, state)
    .run();
const stateOf = (id: string) => db.prepare('SELECT state FROM outbox WHERE id = ?').bind(id).first('state');

test('the provider of an address, and nothing smaller', () => {
  const providers = [
    'a@GMail.com',
    'b@yahoo.com.mx',
    'c@hotmail.co.uk',
    'd@lopez-family.example',
    'e@notgmail.com',
  ];
  expect(providers.map(providerOf)).toEqual(['gmail.com', 'yahoo.com', 'outlook.com', 'other', 'other']);
});

test('a mail is counted by day and provider when it is sent and when it comes back, each once', async () => {
  await signByForm(app, slug, { ...anaOf(slug), email: 'ana.counted@gmail.com' });
  await app.mailTo('ana.counted@gmail.com');
  const [mail] = await mails();
  const event = {
    providerId: 'provided-1',
    outboxId: mail?.id ?? '',
    to: ['ana.counted@gmail.com'],
    state: 'bounced' as const,
    error: 'bounce',
    isDelayed: false,
    suppresses: 'bounced' as const,
  };
  await db.prepare("UPDATE outbox SET provider_id = 'provided-1' WHERE id = ?").bind(mail?.id).run();
  for (const _ of [1, 2]) await takeEvent(app.deps, event, { now: aWednesday, bounced: async () => {} });
  expect(
    await db
      .prepare('SELECT * FROM mail_days')
      .all()
      .then(({ results }) => results),
  ).toEqual([
    { day: '2026-11-25', domain: 'gmail.com', sent: 1, delivered: 0, bounced: 1, complained: 0, failed: 0 },
  ]);
  const page = await moderator.read('/mail');
  expect(page).toContain('gmail.com');
  expect(page).toContain('1 (100%)');
  expect(page).toContain('No mail is stuck.');
  expect(page).not.toContain('ana.counted');
});

test('a refused mail waits for an owner, who sends it again or takes that back', async () => {
  await signByForm(app, slug, { ...anaOf(slug), email: 'stuck@mail.example' });
  const id = (await mails()).at(-1)?.id ?? '';
  await fail(id, 'failed');
  expect(await owner.read('')).toContain('1 mail was not sent');
  expect(await moderator.read('')).not.toContain('1 mail was not sent');
  const page = await owner.read('/mail');
  expect(page).toContain('Refused by the mail service.');
  expect(page).toContain('422 validation_error');
  expect((await moderator.post(`/mail/${id}`, { seen: 'failed', decision: 'again' })).status).toBe(403);

  expect((await owner.post(`/mail/${id}`, { seen: 'failed', decision: 'again' })).status).toBe(303);
  expect(await stateOf(id)).toBe('waiting');
  const second = await owner.post(`/mail/${id}`, { seen: 'failed', decision: 'again' });
  expect(second.status).toBe(409);
  const [act] = await runQuery(db, actsQuery(db, campaignId, { most: 1 }));
  expect(act).toMatchObject({ kind: 'send-mail-again', subject: id, before: { state: 'failed' } });
  expect((await owner.post(`/acts/${act?.id}/undo`)).status).toBe(303);
  expect(await stateOf(id)).toBe('failed');

  await owner.post(`/mail/${id}`, { seen: 'failed', decision: 'again' });
  expect(await app.mailTo('stuck@mail.example')).toHaveLength(1);
  expect(await stateOf(id)).toBe('sent');
});

test('one that was perhaps sent can be left, and that too can be undone', async () => {
  await signByForm(app, slug, { ...anaOf(slug), email: 'perhaps@mail.example' });
  const id = (await mails()).at(-1)?.id ?? '';
  await fail(id, 'uncertain');
  expect(await owner.read('/mail')).toContain('it may arrive twice');
  await owner.post(`/mail/${id}`, { seen: 'uncertain', decision: 'leave' });
  expect(await stateOf(id)).toBe('cancelled');
  const [act] = await runQuery(db, actsQuery(db, campaignId, { most: 1 }));
  await owner.post(`/acts/${act?.id}/undo`);
  expect(await stateOf(id)).toBe('uncertain');
  expect((await owner.post(`/mail/${id}`, { seen: 'sent', decision: 'again' })).status).toBe(400);
});
