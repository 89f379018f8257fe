import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { formatNumber } from '../../web/language.ts';
import {
  californiaEstimate,
  checkOfCounts,
  countsOfCheck,
  type PaperCheck,
  projectionOf,
  resultOfCheck,
  washingtonPairs,
} from '../../worker/actions/paper-check-rules.ts';
import { paperCheckLines } from '../../worker/actions/paper-check-words.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { openPetition, stopEarlierDigests } from '../support/factories.ts';
import { organizerIn } from '../support/organizer.ts';
import { paperCounts } from './support.ts';

const app = testApp();
const published = { sampled: 722, valid: 516, pairs: 2 };
const spoken = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('California’s published example gives 15,028 valid lines of 24,034', () => {
  expect(californiaEstimate(24_034, published)).toBe(15_028);
  const range = projectionOf(24_034, published);
  expect(Math.abs(range.estimate - 15_028)).toBeLessThan(100);
  expect([range.low < 12_100, range.high > 17_900]).toEqual([true, true]);
  // Who has looked at every line knows the number.
  expect(projectionOf(500, { sampled: 500, valid: 400, pairs: 0 })).toEqual({
    ...{ estimate: 400, low: 400, high: 400 },
  });
});

test('Washington accepts by pairs, and Oregon rejects only after two samples', () => {
  const lines = 320_000;
  const required = 246_372;
  const sample = { sampled: 9_600, valid: 8_100, pairs: 12 };
  // 1,500 invalid: at most 51,936 in all, so 21,691 pairs would be allowed, 19.5 in the sample, 12.2 with the allowance.
  expect(washingtonPairs(lines, required, sample)).toBeCloseTo(12.23, 1);
  const check: PaperCheck = {
    ...{ method: 'washington', by: 'clerk', lines, required, first: sample, second: null },
  };
  expect(resultOfCheck(check).verdict).toBe('enough');
  expect(resultOfCheck({ ...check, first: { ...sample, pairs: 13 } }).verdict).toBe('every-line');
  expect(resultOfCheck({ ...check, first: { ...sample, valid: 5_000 } }).verdict).toBe('every-line');
  const oregon: PaperCheck = {
    ...{ method: 'oregon', by: 'clerk', lines: 10_000, required: 8_000, second: null },
    first: { sampled: 1_000, valid: 700, pairs: 0 },
  };
  expect(resultOfCheck(oregon).verdict).toBe('second-sample');
  const second = (valid: number) => ({ ...oregon, second: { sampled: 2_000, valid, pairs: 0 } });
  expect(resultOfCheck(second(1_500)).verdict).toBe('too-few');
  expect(resultOfCheck(second(1_700)).verdict).toBe('enough');
  expect(checkOfCounts(countsOfCheck(second(1_700)))).toEqual(second(1_700));
});

test.each([
  ['california', 'California’s formula', 'California', null],
  ['washington', 'Washington’s', 'Washington', null],
  ['oregon', 'Oregon’s', 'Oregón', { sampled: 2_000, valid: 1_500, pairs: 1 }],
] as const)('a check by the rule of %s is told as a range with its method', (method, en, es, second) => {
  const first = { sampled: 1_000, valid: 800, pairs: 1 };
  const check: PaperCheck = { method, by: 'clerk', lines: 10_000, required: 8_200, first, second };
  const { low, high } = resultOfCheck(check);
  for (const [language, name] of [
    ['en', en],
    ['es', es],
  ] as const) {
    const told = paperCheckLines(check, language).join(' ');
    expect(told).toContain(name);
    for (const n of [low, high]) expect(told).toContain(formatNumber(n, language));
  }
});

test('an editor enters a check: it is shown with its method in the console, the JSON, the digest and the staff page, and undone', async () => {
  await stopEarlierDigests(env.DB);
  const petition = await openPetition(env.DB);
  const { slug } = petition.action;
  const editor = await organizerIn(app, petition.campaign, { role: 'editor', hasPasskey: true });
  const path = `/paper/check?petition=${slug}`;
  expect(await editor.read(`/paper?petition=${slug}`)).toContain(`/paper/check?petition=${slug}`);
  expect(await editor.read(path)).toContain('No check has been entered.');
  const typed = {
    ...{ petition: slug, seen: '0', decision: 'save', method: 'california', by: 'clerk' },
    ...{ lines: '24,034', required: '', first_sampled: '722', first_valid: '516', first_pairs: '2' },
  };
  const wrong = await editor.post('/paper/check', { ...typed, first_valid: '800', first_pairs: '' });
  expect(wrong.status).toBe(422);
  const back = await wrong.text();
  expect(back).toContain('This is more than the sample or the petition can hold');
  expect(back).toContain('value="24,034"');
  const saved = await editor.post('/paper/check', typed);
  expect(saved.status).toBe(303);
  const result = 'That makes about 15,028 valid lines, most likely';
  expect(await editor.read(path)).toContain(result);
  // A second press, and a form from before it.
  expect((await editor.post('/paper/check', typed)).status).toBe(409);
  const json = (await (await app.request(`/api/v1/petitions/${slug}`)).json()) as { paper: object };
  expect(json.paper).toMatchObject({
    without_address: 0,
    check: { method: 'california', by: 'clerk', estimate: 15_028, samples: [published] },
  });
  expect(await (await app.request(`/petitions/${slug}`)).text()).not.toContain('On paper, and not in');

  const act = new URL(saved.headers.get('location') ?? '', 'http://x').searchParams.get('done');
  await app.cron('2026-11-30T13:00:00Z');
  const [mail] = await app.mailTo(`${slug.replace(/-petition$/, '')}@example.org`);
  app.setNow(aWednesday);
  expect(mail?.text).toContain('15,028');
  const statement = await (await app.request(`/statements/${slug}/2026-W48.json`)).json();
  expect(statement).toMatchObject({ paper: null, paper_check: { method: 'california', first: published } });
  expect(spoken(await (await app.request(`/statements/${slug}/2026-W48`)).text())).toContain(
    'of 24,034 lines, 722 were drawn. 516 were valid, and 2 people were found twice. The formula is that of California.',
  );
  const staff = /https?:\/\/[^\s"]+(\/tallies\/[^\s"?]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  const page = spoken(await (await app.request(staff)).text());
  expect(page).toContain('The clerk’s office compared lines drawn by chance with a list.');
  expect(page).toContain('California’s formula, 2 CCR 20531 and 20532');
  expect(spoken(await (await app.request(`${staff}?lang=es`)).text())).toContain(
    'Son unas 15,028 líneas válidas',
  );
  // The cron of the next Monday has ended the first session.
  const later = await organizerIn(app, petition.campaign, { role: 'editor', hasPasskey: true });
  expect((await later.post(`/acts/${act}/undo`, { back: '' })).status).toBe(303);
  expect(await paperCounts(petition.action.id)).toEqual({});
  expect(await later.read('/log')).toContain('Check of paper lines');
});

test('who only moderates looks at a check and enters none', async () => {
  const petition = await openPetition(env.DB);
  const moderator = await organizerIn(app, petition.campaign, { role: 'moderator' });
  expect(await moderator.read('/paper/check')).not.toContain('<h2>Enter a check</h2>');
  expect((await moderator.post('/paper/check', { decision: 'save', seen: '0' })).status).toBe(403);
});
