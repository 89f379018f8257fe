import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { publicCounts } from '../support/people.ts';
import { type State, standing } from './states.ts';
import { confirmedAs, dump, expectPrivate, signedAs } from './support.ts';

type Row = {
  state: State;
  /** The page before the button is pressed, and the answer after it. */
  page: [status: number, says: string];
  press: [status: number, leads: 'thanks' | 'back' | null];
  counts: object;
};

const rows: Row[] = [
  {
    state: 'unconfirmed',
    page: [200, 'This is what will be counted'],
    press: [303, 'thanks'],
    counts: { confirmed: 1, unconfirmed: 0 },
  },
  {
    state: 'confirmed',
    page: [200, 'Your signature is counted'],
    press: [303, 'thanks'],
    counts: { confirmed: 1 },
  },
  {
    state: 'signed again',
    page: [200, 'counts, and it counts once'],
    press: [303, 'thanks'],
    counts: { confirmed: 1, unconfirmed: 0, duplicate: 1 },
  },
  {
    state: 'signed before',
    page: [200, 'counts, and it counts once'],
    press: [303, 'thanks'],
    counts: { confirmed: 1, unconfirmed: 0, duplicate: 1 },
  },
  {
    state: 'same person again',
    page: [200, 'You have already signed'],
    press: [303, 'thanks'],
    counts: { confirmed: 1, duplicate: 1 },
  },
  {
    state: 'third in an inbox',
    page: [200, 'This signature cannot be counted'],
    press: [303, 'back'],
    counts: { confirmed: 2, duplicate: 1 },
  },
  {
    state: 'flagged',
    page: [200, 'Your signature is not counted now'],
    press: [303, 'back'],
    counts: { confirmed: 0, flagged: 1 },
  },
  {
    state: 'withdrawn',
    page: [200, 'You withdrew this signature'],
    press: [409, null],
    counts: { confirmed: 0, withdrawn: 1 },
  },
  {
    state: 'invalidated',
    page: [200, 'This signature is not counted'],
    press: [409, null],
    counts: { confirmed: 0, invalidated: 1 },
  },
  {
    state: 'erased',
    page: [410, 'This link no longer works'],
    press: [410, null],
    counts: { confirmed: 0, withdrawn: 1 },
  },
  {
    state: 'too late',
    page: [200, 'The petition has closed'],
    press: [409, null],
    counts: { confirmed: 0, unconfirmed: 1 },
  },
];

const withButton: State[] = ['unconfirmed', 'signed again', 'signed before'];

test.each(rows)(
  '$state: the confirm page says how it stands, pressing its button again is no failure',
  async (row) => {
    const { app, slug, confirm } = await standing(row.state);
    const before = await dump();
    const page = await app.request(confirm);
    const html = await page.text();
    expect([page.status, html.includes(row.page[1])]).toEqual([row.page[0], true]);
    expect(html.includes('<form')).toBe(withButton.includes(row.state));
    expect(html.includes('Ana Lopez')).toBe(row.state === 'unconfirmed');
    expectPrivate(page);
    expect(await dump()).toBe(before);

    for (let press = 1; press <= 2; press += 1) {
      const pressed = await app.post(confirm, {});
      expect(pressed.status, `press ${press}`).toBe(row.press[0]);
      const leads = { thanks: `/petitions/${slug}/thank-you`, back: confirm };
      expect(pressed.headers.get('location')).toBe(row.press[1] && leads[row.press[1]]);
      if (row.press[1] === null) expect(await pressed.text()).toContain(row.page[1]);
      expectPrivate(pressed);
      expect(await publicCounts(app, slug)).toMatchObject(row.counts);
    }
  },
);

test.each<State>(['signed again', 'signed before'])(
  '%s: once its owner has said that it was them, there is nothing left to press',
  async (state) => {
    const { app, confirm } = await standing(state);
    await app.post(confirm, {});
    const html = await (await app.request(confirm)).text();
    expect(html).toContain('Each person counts once, so this one is not added.');
    expect(html).not.toContain('<form');
    const before = await dump();
    expect((await app.post(confirm, {})).status).toBe(303);
    expect(await dump()).toBe(before);
  },
);

test('if no signature of theirs counts any more, an earlier one can be confirmed and then counts', async () => {
  const app = testApp();
  const { slug } = (await openPetition(env.DB)).action;
  const ana = { given_name: 'Ana', email: `ana@${slug}.example`, zip: '28202' };
  const before = await signedAs(app, slug, ana);
  const counted = await confirmedAs(app, slug, ana);
  await app.post(`${counted.mine}/withdraw`, {});
  expect(await (await app.request(before.confirm)).text()).toContain('This is what will be counted');
  expect((await app.post(before.confirm, {})).status).toBe(303);
  expect(await publicCounts(app, slug)).toMatchObject({ received: 2, confirmed: 1, withdrawn: 1 });
});

test('after a removal the page says that the petition was removed, not that it was too late', async () => {
  const { app, slug, confirm } = await standing('unconfirmed');
  const now = app.now().getTime();
  await env.DB.prepare("UPDATE actions SET state = 'removed', closed_at = ? WHERE slug = ?")
    .bind(now, slug)
    .run();
  const later = testApp();
  later.setNow(new Date(now + 5000));
  const page = await later.request(confirm);
  expect(await page.text()).toContain('The petition was removed');
  const pressed = await later.post(confirm, {});
  expect([pressed.status, (await pressed.text()).includes('not confirmed in time')]).toEqual([409, false]);
});

test('in Spanish, the page, its form and where it leads stay in Spanish', async () => {
  const { app, slug, confirm } = await standing('unconfirmed');
  const html = await (await app.request(`${confirm}?lang=es`)).text();
  expect(html).toContain('Confirme su firma');
  expect(html).toContain(`action="${confirm}?lang=es"`);
  const pressed = await app.post(`${confirm}?lang=es`, {});
  expect(pressed.headers.get('location')).toBe(`/petitions/${slug}/thank-you?lang=es`);
});

test('the button is all that counts: whatever body comes with it', async () => {
  for (const init of [
    {},
    { body: 'x', headers: { 'content-type': 'text/plain' } },
    { body: '{', headers: { 'content-type': 'application/json' } },
    { body: 'x'.repeat(70_000), headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  ]) {
    const { app, slug, confirm } = await standing('unconfirmed');
    const pressed = await app.request(confirm, { method: 'POST', ...init });
    expect(pressed.status).toBe(303);
    expect(await publicCounts(app, slug)).toMatchObject({ confirmed: 1 });
  }
});

describe('where the ZIP leaves the district open', () => {
  const app = testApp();
  const places = async (slug: string) => {
    const json = (await (await app.request(`/api/v1/petitions/${slug}`)).json()) as Record<string, unknown>;
    return [...(json.by_district as { confirmed: number }[]).map(({ confirmed }) => confirmed), json.unknown];
  };
  async function livesIn(zip: string, district = '') {
    const { slug } = (await openPetition(env.DB)).action;
    const links = await signedAs(app, slug, {
      given_name: 'Ana',
      email: `ana@${slug}.example`,
      zip,
      district,
    });
    const html = await (await app.request(links.confirm)).text();
    return { slug, ...links, html, asks: html.includes('<select id="district"') };
  }

  test('the page asks for it, and the answer is where the signature counts', async () => {
    const { slug, confirm, html, asks } = await livesIn('28205');
    expect(asks).toBe(true);
    expect([...html.matchAll(/<option value="([^"]*)"/g)].map(([, value]) => value)).toEqual([
      '',
      '1',
      '2',
      'outside',
      'unknown',
    ]);
    expect((await app.post(confirm, { district: '2' })).status).toBe(303);
    expect(await places(slug)).toEqual([0, 1, 0]);
    expect((await app.post(confirm, { district: '1' })).status).toBe(303);
    expect(await places(slug)).toEqual([0, 1, 0]);
  });

  test('so does a ZIP of PO boxes, and who cannot say yet still can on their own page', async () => {
    const { slug, confirm, mine, asks } = await livesIn('28299');
    expect(asks).toBe(true);
    await app.post(confirm, {});
    expect(await places(slug)).toEqual([0, 0, 1]);
    expect(await (await app.request(mine)).text()).toContain('<select id="district"');
    const corrected = { given_name: 'Ana', zip: '28299', district: '2' };
    expect((await app.post(`${mine}/correct`, corrected)).status).toBe(303);
    expect(await places(slug)).toEqual([0, 1, 0]);
  });

  test('a list of forms leads to where it is asked', async () => {
    const { slug, confirm } = await livesIn('28205');
    await signedAs(app, slug, {
      given_name: 'Eva',
      email: `ana@${slug}.example`,
      zip: '28205',
      district: '2',
    });
    const html = await (await app.request(confirm)).text();
    expect(html.match(/>Say where you live, or change something else/g)).toHaveLength(1);
    expect(html).toContain(`href="${confirm}/change">Say where you live`);
    expect(await (await app.request(`${confirm}/change`)).text()).toContain('<select id="district"');
  });

  test('no answer and "I am not sure" count as unknown', async () => {
    for (const fields of [{}, { district: '' }, { district: 'unknown' }]) {
      const { slug, confirm } = await livesIn('28205');
      expect((await app.post(confirm, fields)).status).toBe(303);
      expect(await places(slug)).toEqual([0, 0, 1]);
    }
  });

  test('an answer that cannot be is refused with the question, and nothing changes', async () => {
    const { confirm } = await livesIn('28205');
    const before = await dump();
    for (const district of ['9', '<script>alert(1)</script>', 'toString', '1\u0000', 'x'.repeat(10_240)]) {
      const refused = await app.post(confirm, { district });
      const html = await refused.text();
      expect(refused.status).toBe(422);
      expect(html).toContain('<title>Error: ');
      expect(html).toContain('role="alert"');
      expect(html).toContain('<a href="#district">Choose one of the places');
      expect(html).not.toContain('<script>alert');
    }
    expect(await dump()).toBe(before);
  });

  test.each([
    ['district', 422, 'sent two answers to one question'],
    ['shown', 409, 'changed after you opened the page'],
    ['replaces', 409, 'changed after you opened the page'],
  ])('%s that is sent twice is taken for neither, and nothing counts', async (field, status, says) => {
    const { confirm, slug } = await livesIn('28205');
    const before = await dump();
    const body = new URLSearchParams([
      [field, '1'],
      [field, '2'],
    ]);
    const refused = await testApp().request(confirm, { method: 'POST', body });
    expect([refused.status, await refused.text()]).toEqual([status, expect.stringContaining(says)]);
    expect(await dump()).toBe(before);
    expect(await places(slug)).toEqual([0, 0, 0]);
  });

  test('it is not asked where the ZIP or the signer has said it', async () => {
    expect((await livesIn('28202')).asks).toBe(false);
    expect((await livesIn('10115')).asks).toBe(false);
    expect((await livesIn('28205', '1')).asks).toBe(false);
    expect((await livesIn('28299')).asks).toBe(true);
  });
});
