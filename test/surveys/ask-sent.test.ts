import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { turnSwitch } from '../../worker/platform/switches.ts';
import type { SurveyContext } from '../../worker/surveys/cache.ts';
import { askWhoOpened } from '../../worker/surveys/carry/ask-sent.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { readingGrade } from '../support/reading-grade.ts';
import { openSendable, pressOpen, pressSent } from './sending.ts';
import { confirmedResponse, responseOf, type Sent } from './support.ts';

const db = env.DB;
const twoDays = 2 * 86_400_000;

/** Ana has answered, confirmed, and opened the city's survey from her own page. */
async function whoOpened(overrides: Parameters<typeof openSendable>[1] = {}, sent: Sent = {}) {
  const app = testApp();
  const context = await openSendable(app, overrides);
  const links = await confirmedResponse(app, context, sent);
  const html = await (await app.request(`${links.mine}/send`)).text();
  await pressOpen(app, context, html);
  const openedAt = app.now();
  const later = (milliseconds: number) => new Date(openedAt.getTime() + milliseconds);
  return { app, context, ...links, html, later };
}

async function asking(app: TestApp, { action: petition }: SurveyContext) {
  const mails = await app.mailTo(`ana@${petition.slug}.example`);
  return mails.filter(({ links }) => links.some((link) => link.includes('/send?asked')));
}

test('two days after opening, one mail asks, with one link to a page with the button', async () => {
  const { app, context, mine, later } = await whoOpened();
  await app.cron(later(twoDays - 1));
  expect(await asking(app, context)).toEqual([]);
  await app.cron(later(twoDays));
  const [mail, ...more] = await asking(app, context);
  expect(more).toEqual([]);
  expect(mail?.subject).toBe('Did you send it? A small survey');
  expect(mail?.links).toEqual([`${app.deps.settings.publicUrl}${mine}/send?asked&lang=en`]);
  expect(mail?.text).toContain('We ask this once.');
  expect(readingGrade(mail?.text.replaceAll(/https?:\S+/g, '') ?? '')).toBeLessThanOrEqual(8);
  const page = await (await app.request(`${mine}/send?asked`)).text();
  // The button that the mail asks to press comes before everything else.
  expect(page.split('I sent it')).toHaveLength(2);
  expect(page.indexOf('I sent it')).toBeLessThan(page.indexOf('id="way-0"'));
  expect((await pressSent(app, context, page)).status).toBe(303);
  for (const times of [2, 3, 5]) await app.cron(later(times * twoDays));
  expect(await asking(app, context)).toHaveLength(1);
});

test('cron twice at once, or three weeks late, asks once', async () => {
  const { app, context, later } = await whoOpened();
  await Promise.all([
    askWhoOpened(app.deps, later(10 * twoDays)),
    askWhoOpened(app.deps, later(10 * twoDays)),
  ]);
  app.setNow(later(10 * twoDays));
  expect(await asking(app, context)).toHaveLength(1);
});

test('it is written in the language of the response', async () => {
  const { app, context, id, later } = await whoOpened();
  await db.prepare("UPDATE signatures SET language = 'es' WHERE id = ?").bind(id).run();
  await app.cron(later(twoDays));
  const [mail] = await asking(app, context);
  expect(mail?.subject).toBe('¿La envió? A small survey (es)');
  expect(mail?.html).toContain('<html lang="es">');
});

type Meanwhile = (given: Awaited<ReturnType<typeof whoOpened>>) => Promise<unknown>;

const meanwhile: [what: string, happens: Meanwhile][] = [
  ['they have said that they sent it', ({ app, context, html }) => pressSent(app, context, html)],
  ['they have withdrawn', async ({ app, mine }) => app.post(`${mine}/withdraw`, {})],
  ['they have erased', async ({ app, mine }) => app.post(`${mine}/erase`, {})],
  ['the survey has closed', ({ context }) => close(context)],
];

function close({ action: petition }: SurveyContext) {
  return db.prepare('UPDATE actions SET closes_at = 1 WHERE id = ?').bind(petition.id).run();
}

test.each(meanwhile)('nobody is asked where %s', async (_what, happens) => {
  const given = await whoOpened();
  await happens(given);
  await given.app.cron(given.later(twoDays));
  expect(await asking(given.app, given.context)).toEqual([]);
});

test.each(meanwhile)(
  'the mail is not sent any more where %s after it was put in line',
  async (_what, happens) => {
    const given = await whoOpened();
    await askWhoOpened(given.app.deps, given.later(twoDays));
    await happens(given);
    given.app.setNow(given.later(twoDays));
    expect(await asking(given.app, given.context)).toEqual([]);
  },
);

test('who opened it without an answer here is not looked at again, nor is who never confirmed', async () => {
  const app = testApp();
  const context = await openSendable(app);
  const open = async (path: string) => pressOpen(app, context, await (await app.request(path)).text());
  await open(`/surveys/${context.action.slug}/send`);
  const { mine, confirm } = await responseOf(app, context);
  await open(`${mine}/send`);
  const later = new Date(app.now().getTime() + twoDays);
  const waiting = () =>
    db
      .prepare('SELECT count(*) AS n FROM survey_sends WHERE action_id = ? AND asked_at IS NULL')
      .bind(context.action.id)
      .first<number>('n');
  expect(await waiting()).toBe(2);
  expect(await askWhoOpened(app.deps, later, 1)).toBe(0);
  expect(await waiting()).toBe(0);
  await app.post(confirm, {});
  await app.cron(new Date(later.getTime() + twoDays));
  expect(await asking(app, context)).toEqual([]);
});

test('while reminders are paused, asking waits; then it comes', async () => {
  const { app, context, later } = await whoOpened();
  await turnSwitch(db, { name: 'reminders-paused', isOn: true }, app.now());
  await app.cron(later(twoDays));
  expect(await asking(app, context)).toEqual([]);
  await turnSwitch(db, { name: 'reminders-paused', isOn: false }, app.now());
  await app.cron(later(2 * twoDays));
  expect(await asking(app, context)).toHaveLength(1);
});

test('it counts towards the mails that an address may get', async () => {
  const { app, context, id, later } = await whoOpened();
  await db.batch(
    [1, 2, 3, 4, 5].map((n) =>
      db
        .prepare(
          `INSERT INTO outbox (id, ref, kind, inbox_key, state, due_at, created_at)
          SELECT ?1, id, ?1, inbox_key, 'sent', 0, ?3 FROM signatures WHERE id = ?2`,
        )
        .bind(`again:${context.action.id}-${n}`, id, later(twoDays - 1).getTime()),
    ),
  );
  await app.cron(later(twoDays));
  expect(await asking(app, context)).toEqual([]);
});
