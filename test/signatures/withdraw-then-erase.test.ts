import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { anaOf, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';

const app = testApp();
const pathOf = (all: string[], start: string) =>
  all.map((link) => new URL(link).pathname).find((path) => path.startsWith(start)) ?? '';

test('a person withdraws and then erases by the link in the mail, which the mailbox keeps until then', async () => {
  const { slug } = (await openPetition(env.DB)).action;
  const person = anaOf(slug);
  await app.postJson(`/api/v1/petitions/${slug}/signatures`, person);
  const links = async () => (await app.mailTo(person.email)).flatMap((mail) => mail.links);
  const before = await links();
  await app.post(pathOf(before, '/confirm/'), {});
  expect((await app.post(`${pathOf(before, '/my/')}/withdraw`, {})).status).toBe(303);

  const kept = await links();
  expect(kept).toEqual(expect.arrayContaining(before));
  expect(await (await app.request(pathOf(kept, '/my/'))).text()).toContain('/erase');
  expect((await app.post(`${pathOf(kept, '/my/')}/erase`, {})).status).toBe(303);
  expect(await links()).toEqual([]);
});

test('what had not been sent when its person withdrew is not sent any more', async () => {
  const { slug } = (await openPetition(env.DB)).action;
  const person = anaOf(slug);
  await app.postJson(`/api/v1/petitions/${slug}/signatures`, person);
  const [mail] = await app.mailTo(person.email);
  await app.post(pathOf(mail?.links ?? [], '/confirm/'), {});
  await env.DB.prepare(`UPDATE outbox SET state = 'waiting', first_tried_at = NULL WHERE id = ?`)
    .bind(mail?.id ?? '')
    .run();
  const my = mail?.links.find((link) => link.includes('/my/')) ?? '';
  expect((await app.post(`${new URL(my).pathname}/withdraw`, {})).status).toBe(303);
  const row = env.DB.prepare('SELECT state, content IS NULL AS isEmpty FROM outbox WHERE id = ?');
  expect(await row.bind(mail?.id ?? '').first()).toEqual({ state: 'cancelled', isEmpty: 1 });
});
