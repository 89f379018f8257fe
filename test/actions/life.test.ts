import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { findLife, keepAction, reopenAction } from '../../worker/actions/term-store.ts';
import { day } from '../../worker/platform/time/clock.ts';
import { aWednesday, type TestApp, testApp } from '../support/app.ts';
import { openPetition, smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { inOneLanguage } from '../support/one-language.ts';
import { publicCounts, signAndConfirm } from '../support/people.ts';

const daysOn = (days: number, since = aWednesday) => new Date(since.getTime() + days * day);

const held = (slug: string) =>
  env.DB.prepare(
    'SELECT count(sealed) AS n FROM signatures WHERE action_id = (SELECT id FROM actions WHERE slug = ?)',
  )
    .bind(slug)
    .first<number>('n');

async function subjects(app: TestApp, slug: string): Promise<string[]> {
  const mails = await app.mailTo('organizers@example.org');
  return mails.map(({ subject }) => subject).filter((subject) => subject.includes(slug));
}

const announced = (id: number) =>
  env.DB.prepare("SELECT count(*) AS n FROM outbox WHERE kind = 'erasing' AND ref LIKE ?")
    .bind(`${id}:%`)
    .first<number>('n');

/** A closed petition with one signature, and its kit with a mistaken last day that is in the past. */
async function closedByMistake({ closesOn = '2026-06-30', retentionDays = 30 } = {}) {
  const app = testApp();
  const kit = smallKit({ retentionDays });
  const petition = kit.petitions[0]!;
  const { slug } = petition;
  petition.title = { en: `About ${slug}`, es: `Sobre ${slug}` };
  await openKit(env.DB, kit, daysOn(-2));
  await signAndConfirm(app, slug);
  const wrong = { ...kit, petitions: [{ ...petition, opens_on: '2026-01-01', closes_on: closesOn }] };
  return { app, kit, wrong, slug };
}

describe('a last day that has passed', () => {
  test('is refused for an open petition, and nothing is changed', async () => {
    const { wrong, slug } = await closedByMistake();
    const opened = await openKit(env.DB, wrong, aWednesday);
    expect(opened).toEqual({
      ok: false,
      error: [
        {
          path: 'petitions[0].closes_on',
          message: 'has passed, so the petition would close at once. If that is wanted, add --close-now',
        },
      ],
    });
    expect((await findLife(env.DB, slug))?.closesAt).not.toEqual(new Date('2026-07-01T04:00:00Z'));
  });

  test('has not passed before midnight, and does not matter for drafts', async () => {
    const { wrong } = await closedByMistake({ closesOn: '2026-11-25' });
    expect((await openKit(env.DB, wrong, aWednesday)).ok).toBe(true);
    const draft = smallKit({ closesOn: '2026-06-30' });
    const drafts = draft.petitions.map((petition) => {
      return { ...petition, state: 'draft', opens_on: '2026-01-01' };
    });
    expect((await openKit(env.DB, { ...draft, petitions: drafts }, aWednesday)).ok).toBe(true);
  });

  test('can be intended: the next cron closes the petition and keeps everything, and the same kit opens it again', async () => {
    const { app, wrong, slug } = await closedByMistake();
    expect((await openKit(env.DB, wrong, aWednesday, { closeNow: true })).ok).toBe(true);
    await app.cron(daysOn(0));
    expect(await findLife(env.DB, slug)).toMatchObject({
      state: 'closed',
      closedAt: daysOn(0),
      erasedAt: null,
    });
    expect(await held(slug)).toBe(1);
    expect((await openKit(env.DB, wrong, daysOn(1))).ok).toBe(true);
  });
});

describe('erasing', () => {
  test('is due counted from the actual closing, and is announced to the campaign’s contact a week before', async () => {
    const { app, wrong, slug } = await closedByMistake();
    await openKit(env.DB, wrong, aWednesday, { closeNow: true });
    for (const days of [0, 22]) await app.cron(daysOn(days));
    expect(await subjects(app, slug)).toEqual([]);
    await app.cron(daysOn(23));
    await app.cron(daysOn(24));
    const [subject, ...more] = await subjects(app, slug);
    expect(subject).toMatch(/^Names and addresses of “About .*” will be erased on .*December.* 2026$/);
    expect(more).toEqual([]);
    await app.cron(daysOn(29));
    expect(await held(slug)).toBe(1);
    await app.cron(daysOn(30));
    expect(await held(slug)).toBe(0);
    expect(await publicCounts(app, slug)).toMatchObject({ confirmed: 1 });
    expect(await findLife(env.DB, slug)).toMatchObject({ erasedAt: daysOn(30) });
  });

  test('waits a week after its announcement, even if cron did not run or retention is shorter', async () => {
    const { app, wrong, slug } = await closedByMistake({ retentionDays: 1 });
    await openKit(env.DB, wrong, aWednesday, { closeNow: true });
    await app.cron(daysOn(0));
    await app.cron(daysOn(6));
    expect(await held(slug)).toBe(1);
    await app.cron(daysOn(7));
    expect(await held(slug)).toBe(0);
  });

  test('can be postponed, and is announced again', async () => {
    const { app, wrong, slug } = await closedByMistake();
    await openKit(env.DB, wrong, aWednesday, { closeNow: true });
    for (const days of [0, 23]) await app.cron(daysOn(days));
    const { id } = (await findLife(env.DB, slug))!;
    expect(await keepAction(env.DB, id, daysOn(60))).toBe(true);
    await app.cron(daysOn(40));
    expect(await held(slug)).toBe(1);
    await app.cron(daysOn(54));
    expect(await announced(id)).toBe(2);
    await app.cron(daysOn(59));
    expect(await held(slug)).toBe(1);
    await app.cron(daysOn(61));
    expect(await held(slug)).toBe(0);
    expect(await keepAction(env.DB, id, daysOn(90))).toBe(false);
  });
});

describe('the mail that announces erasing', () => {
  test.each([
    [['es', 'en'], /^Los nombres y direcciones de «.*» se borrarán el .*diciembre de 2026$/],
    [['es'], /^Los nombres y direcciones de «.*» se borrarán el .*diciembre de 2026$/],
    [['en', 'es'], /^Names and addresses of “.*” will be erased on .*December/],
  ] as const)('of a campaign in %j is in the first of its languages', async (languages, subject) => {
    const app = testApp();
    const kit = smallKit({ retentionDays: 8 });
    const [only, second] = languages;
    const spoken = second ? { ...kit, languages: [...languages] } : inOneLanguage(kit, only);
    expect((await openKit(env.DB, spoken, aWednesday)).ok).toBe(true);
    const slug = kit.petitions[0]?.slug ?? '';
    await env.DB.prepare("UPDATE actions SET state = 'closed', closed_at = ?2 WHERE slug = ?1")
      .bind(slug, aWednesday.getTime())
      .run();
    await app.cron(daysOn(2));
    const mails = await app.mailTo('organizers@example.org');
    const mail = mails.find(({ text }) => text.includes(`reopen ${slug}`));
    expect(mail?.subject).toMatch(subject);
    expect(mail?.html).toContain(`<html lang="${only}">`);
  });
});

describe('what was closed by mistake', () => {
  test('is opened again, takes signatures, and the week’s digest says so', async () => {
    const { app, kit, wrong, slug } = await closedByMistake();
    await openKit(env.DB, wrong, aWednesday, { closeNow: true });
    for (const days of [0, 23]) await app.cron(daysOn(days));
    const { id } = (await findLife(env.DB, slug))!;
    expect(await reopenAction(env.DB, id, { closesAt: null, now: daysOn(24) })).toBe(true);
    app.setNow(daysOn(24));
    await signAndConfirm(app, slug, { email: `later@${slug}.example`, given_name: 'Later' });
    expect(await publicCounts(app, slug)).toMatchObject({ confirmed: 2 });
    await app.cron(daysOn(27));
    const mails = await app.mailTo(kit.council.committees[0]!.contact_email);
    const line = /It was closed on [^.]*November[^.]* and opened again on [^.]*December/;
    const telling = mails.filter(({ text }) => line.test(text.replace(/\s+/g, ' ')));
    expect(telling.map(({ html }) => html.includes('opened again'))).toEqual([true]);
    await app.cron(daysOn(60));
    expect(await held(slug)).toBe(2);
  });

  test('stays closed once its data is erased', async () => {
    const { app, wrong, slug } = await closedByMistake({ retentionDays: 1 });
    await openKit(env.DB, wrong, aWednesday, { closeNow: true });
    for (const days of [0, 7]) await app.cron(daysOn(days));
    const { id } = (await findLife(env.DB, slug))!;
    expect(await reopenAction(env.DB, id, { closesAt: null, now: daysOn(8) })).toBe(false);
    expect(await findLife(env.DB, slug)).toMatchObject({ state: 'closed' });
  });
});

test('a threshold that is lowered below the count is reached by the next cron, and told once', async () => {
  const app = testApp();
  const { action } = await openPetition(env.DB, { thresholds: [5] });
  await signAndConfirm(app, action.slug);
  await env.DB.prepare('UPDATE thresholds SET signatures = 1 WHERE action_id = ?').bind(action.id).run();
  for (const minutes of [15, 30]) await app.cron(new Date(aWednesday.getTime() + minutes * 60_000));
  const reached = await env.DB.prepare('SELECT reached_at FROM thresholds WHERE action_id = ?')
    .bind(action.id)
    .first('reached_at');
  expect(reached).toBe(aWednesday.getTime() + 15 * 60_000);
  const told = await env.DB.prepare("SELECT count(*) AS n FROM outbox WHERE kind = 'threshold' AND ref = ?")
    .bind(`${action.id}:1`)
    .first('n');
  expect(told).toBe(1);
});
