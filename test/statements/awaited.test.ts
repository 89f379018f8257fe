import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { makeDueDigests } from '../../worker/digests/make-digests.ts';
import { nextStatementAt } from '../../worker/statements/next-statement.ts';
import { campaignOfAugust, historyOf } from '../digests/history.ts';
import { digestMaking } from '../digests/stored.ts';
import { signedAs } from '../signatures/support.ts';
import { anaOf, testApp } from '../support/app.ts';
import { stopEarlierDigests } from '../support/factories.ts';
import { storedStatements } from './independent.ts';

const db = env.DB;
const making = digestMaking();
const make = (at: Date) => makeDueDigests(making, at);
const second = 1000;

beforeEach(() => stopEarlierDigests(db));

test.each([
  ['in the middle of a week', '2026-09-09T12:00:00Z', '2026-09-14T11:00:00.000Z'],
  ['in the last second of a week', '2026-09-14T03:59:59Z', '2026-09-14T11:00:00.000Z'],
  ['at the first instant of a week', '2026-09-14T04:00:00Z', '2026-09-21T11:00:00.000Z'],
  ['on a Monday before the digest of the week before', '2026-09-14T10:00:00Z', '2026-09-21T11:00:00.000Z'],
])('what is confirmed %s is in the statement that is made when it was said', async (_, at, promised) => {
  const { action } = await campaignOfAugust();
  const confirmedAt = new Date(at);
  await make(new Date('2026-09-07T11:00:00Z'));
  await historyOf(action).sign(at);
  const asked = { committeeId: action.committee.id, since: confirmedAt, now: confirmedAt };
  const madeAt = await nextStatementAt(db, asked);
  expect(madeAt?.toISOString()).toBe(promised);
  const counted = async () => (await storedStatements(action.id)).at(-1)?.members.added;
  await make(new Date(madeAt!.getTime() - second));
  expect(await counted()).toBe(0);
  expect(await nextStatementAt(db, { ...asked, now: madeAt! })).toBeNull();
  await make(madeAt!);
  expect(await counted()).toBe(1);
});

test('the page of an action without a statement says when the first one is made, in both languages', async () => {
  const { action } = await campaignOfAugust();
  const app = testApp();
  app.setNow('2026-09-02T12:00:00Z');
  const read = async (language: string) =>
    (await app.request(`/statements/${action.slug}?lang=${language}`)).text();
  expect(await read('en')).toContain(
    'The first one is made on Monday, September 7, 2026, 7:00 am Eastern Time.',
  );
  expect(await read('es')).toContain('La primera se hace el lunes, 7 de septiembre de 2026, 7:00');
  await make(new Date('2026-09-07T11:00:00Z'));
  expect(await read('en')).not.toContain('is made on');
});

test('who withdraws after a statement reads on their own page that the next one takes it out', async () => {
  const { action } = await campaignOfAugust();
  const app = testApp();
  app.setNow('2026-09-02T12:00:00Z');
  const { mine, confirm } = await signedAs(app, action.slug, anaOf(action.slug));
  expect((await app.post(confirm, {})).status).toBe(303);
  const read = async (language: string) => (await app.request(`${mine}?lang=${language}`)).text();
  await make(new Date('2026-09-07T11:00:00Z'));
  app.setNow('2026-09-09T12:00:00Z');
  expect(await read('en')).toContain(
    'Yes. It is in the statement for the week ending Sunday, September 6, 2026.',
  );
  expect((await app.post(`${mine}/withdraw`, {})).status).toBe(303);
  expect(await read('en')).toContain(
    'It no longer counts. It is in the statement up to Sunday, September 6, 2026; the next one takes it out.',
  );
  expect(await read('en')).not.toContain('Yes. It is in');
  expect(await read('es')).toContain('la próxima la quita.');
  await make(new Date('2026-09-14T11:00:00Z'));
  expect(await read('en')).toContain('It was in the count and was taken out again.');
});
