import { describe, expect, test } from 'vitest';
import { publicCounts } from '../support/people.ts';
import { type Standing, type State, standing } from './states.ts';
import { confirmedAs, dump, expectPrivate, type Fields, signedAs } from './support.ts';

type Row = {
  state: State;
  says: string;
  /** The forms that the page shows. */
  forms: string[];
  correct: number;
  withdraw: string;
};

const all = ['correct', 'withdraw', 'erase'];

const rows: Row[] = [
  {
    state: 'unconfirmed',
    says: 'Waiting for you to confirm it',
    forms: ['correct', 'erase'],
    correct: 303,
    withdraw: 'unchanged',
  },
  { state: 'confirmed', says: 'Counted', forms: all, correct: 303, withdraw: 'withdrawn' },
  {
    state: 'same person again',
    says: 'each person counts once',
    forms: ['erase'],
    correct: 409,
    withdraw: 'unchanged',
  },
  {
    state: 'third in an inbox',
    says: 'Two people can sign from one inbox',
    forms: ['erase'],
    correct: 409,
    withdraw: 'unchanged',
  },
  { state: 'flagged', says: 'an organizer set it aside', forms: all, correct: 303, withdraw: 'withdrawn' },
  {
    state: 'withdrawn',
    says: 'Withdrawn by you',
    forms: ['erase'],
    correct: 409,
    withdraw: 'already-withdrawn',
  },
  {
    state: 'invalidated',
    says: 'an organizer struck it off',
    forms: ['erase'],
    correct: 409,
    withdraw: 'unchanged',
  },
  { state: 'erased', says: 'We hold nothing', forms: [], correct: 409, withdraw: 'erased' },
  {
    state: 'too late',
    says: 'Waiting for you to confirm it',
    forms: ['correct', 'erase'],
    correct: 303,
    withdraw: 'unchanged',
  },
];

describe.each(rows)('$state', ({ state, says, forms, correct, withdraw }) => {
  test('the own page says how it stands and what can be done, and looking changes nothing', async () => {
    const { app, mine, fields } = await standing(state);
    const before = await dump();
    const page = await app.request(mine);
    const html = await page.text();
    expect([page.status, html.includes(says)]).toEqual([200, true]);
    expect(all.filter((form) => html.includes(`action="${mine}/${form}"`))).toEqual(forms);
    for (const value of ['Lopez', fields.email, '1 Oak St', 'My words']) {
      expect(html.includes(value ?? '?'), value).toBe(state !== 'erased');
    }
    expectPrivate(page);
    expect(await dump()).toBe(before);
    const counts = state === 'confirmed';
    expect(html.includes('Counted in</dt>'), 'a place to be counted in').toBe(counts);
    expect(html.includes('Place</dt>'), 'a place').toBe(!counts && state !== 'erased');
    const box = html.split(`action="${mine}/erase"`)[1]?.split('</form>')[0] ?? '';
    expect(box.includes('stops counting'), 'what erasing does').toBe(counts);
    expect(html.includes('withdraw and sign again')).toBe(forms.includes('withdraw'));
    expect(html.includes('fill in the form again')).toBe(forms.join() === 'correct,erase');
  });

  test('correcting is possible while it may count, and twice is success', async () => {
    const { app, mine, fields } = await standing(state);
    for (let press = 1; press <= 2; press += 1) {
      const corrected = await app.post(`${mine}/correct`, { ...fields, given_name: 'Anna' });
      expect(corrected.status).toBe(correct);
      expect(corrected.headers.get('location')).toBe(correct === 303 ? `${mine}?done=corrected` : null);
      expectPrivate(corrected);
    }
    const html = await (await app.request(mine)).text();
    expect(html.includes('<bdi>Anna</bdi>')).toBe(correct === 303);
  });

  test('withdrawing and erasing are success, once and again', async () => {
    const { app, slug, mine } = await standing(state);
    const { received } = await publicCounts(app, slug);
    const withdrawn = await app.post(`${mine}/withdraw`, {});
    expect([withdrawn.status, withdrawn.headers.get('location')]).toEqual([303, `${mine}?done=${withdraw}`]);
    const again = await app.post(`${mine}/withdraw`, {});
    expect(again.status).toBe(303);
    const before = await publicCounts(app, slug);
    for (let press = 1; press <= 2; press += 1) {
      const erased = await app.post(`${mine}/erase`, {});
      expect([erased.status, erased.headers.get('location')]).toEqual([303, `${mine}?done=erased`]);
      expectPrivate(erased);
    }
    expect((await publicCounts(app, slug)).received).toBe(received);
    expect(before.received).toBe(received);
    const html = await (await app.request(`${mine}?done=erased`)).text();
    expect(html).toContain('We hold nothing');
    expect(html).not.toMatch(/Lopez|My words/);
    expect(html).toContain(`<a href="/petitions/${slug}">Go to the petition</a>`);
  });
});

describe('a correction that would make it a duplicate', () => {
  /** Luis signs with Ana's address. Both count. */
  async function couple() {
    const ana = await standing('confirmed');
    const luis = { ...ana.fields, given_name: 'Luis', street: '' };
    return { ...ana, luis, his: await confirmedAs(ana.app, ana.slug, luis) };
  }

  async function expectRefused(
    { app, slug }: Standing,
    act: () => Response | Promise<Response>,
    href: string,
    words: string,
  ) {
    const [before, counts] = [await dump(), await publicCounts(app, slug)];
    const refused = await act();
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain('<title>Error: ');
    expect(html).toMatch(new RegExp(`role="alert"[^]*<a href="#${href}">[^<]*${words}`));
    expectPrivate(refused);
    expect(await dump()).toBe(before);
    expect(await publicCounts(app, slug)).toEqual(counts);
    return html;
  }

  test('of the same person is refused at the name, with what was typed', async () => {
    const two = await couple();
    const typed = { ...two.luis, given_name: 'ÁNA', comment: 'New words' };
    const html = await expectRefused(
      two,
      () => two.app.post(`${two.his.mine}/correct`, typed),
      'given_name',
      'already counts',
    );
    expect(html).toContain('value="ÁNA"');
    expect(html).toContain('>New words</textarea>');
  });

  test('of a shared inbox is refused at the ZIP', async () => {
    const two = await couple();
    const typed = { ...two.luis, zip: '28205' };
    const html = await expectRefused(
      two,
      () => two.app.post(`${two.his.mine}/correct`, typed),
      'zip',
      'share a ZIP code',
    );
    expect(html).toContain('value="28205"');
    const spanish = await two.app.post(`${two.his.mine}/correct?lang=es`, typed);
    expect(await spanish.text()).toContain('comparten el código postal');
  });

  test('of a street where somebody of that name counts is no duplicate: it counts, as a possible one', async () => {
    const one = await standing('confirmed');
    const other = { ...one.fields, given_name: 'Eva', email: `eva@${one.slug}.example` };
    const { mine } = await confirmedAs(one.app, one.slug, other);
    expect((await one.app.post(`${mine}/correct`, one.fields)).status).toBe(303);
    expect(await publicCounts(one.app, one.slug)).toMatchObject({ confirmed: 2, flagged: 0 });
  });

  test('of what still waits for its confirmation is judged then', async () => {
    const one = await standing('confirmed');
    const { mine, confirm } = await signedAs(one.app, one.slug, { ...one.fields, given_name: 'Eva' });
    expect((await one.app.post(`${mine}/correct`, one.fields)).status).toBe(303);
    await one.app.post(confirm, {});
    expect(await publicCounts(one.app, one.slug)).toMatchObject({ confirmed: 1, duplicate: 1 });
  });
});

test.each<[what: string, fields: Fields, field: string]>([
  ['no name', { given_name: ' ' }, 'given_name'],
  ['a name that is too long', { given_name: 'x'.repeat(201) }, 'given_name'],
  ['a foreign ZIP', { zip: 'SW1A 1AA' }, 'zip'],
  ['a district that the ZIP does not reach', { district: '2' }, 'district'],
  ['a comment that is too long', { comment: 'x'.repeat(1001) }, 'comment'],
])('a correction with %s comes back with the field named', async (_what, wrong, field) => {
  const { app, mine, fields } = await standing('confirmed');
  const before = await dump();
  const response = await app.post(`${mine}/correct`, {
    ...fields,
    family_name: 'Gil',
    ...(wrong as Record<string, string>),
  });
  const html = await response.text();
  expect(response.status).toBe(422);
  expect(html).toContain('<title>Error: ');
  expect(html).toContain(`<a href="#${field}">`);
  expect(html).toContain(`id="${field}-error"`);
  expect(html).toContain('value="Gil"');
  expect(await dump()).toBe(before);
});

test('a correction sent twice over, too large or of another type changes nothing', async () => {
  const { app, mine, fields } = await standing('confirmed');
  const before = await dump();
  const twice = new URLSearchParams(fields);
  twice.append('zip', '28205');
  const repeated = await app.request(`${mine}/correct`, { method: 'POST', body: twice });
  expect([repeated.status, (await repeated.text()).includes('two answers to one question')]).toEqual([
    422,
    true,
  ]);
  expect((await app.post(`${mine}/correct`, { ...fields, comment: 'x'.repeat(70_000) })).status).toBe(413);
  expect((await app.postJson(`${mine}/correct`, fields)).status).toBe(415);
  expect(await dump()).toBe(before);
});

test('the download holds all that is held, and after erasing nothing of it', async () => {
  const { app, slug, mine, fields, id } = await standing('confirmed');
  const download = await app.request(`${mine}/data.json`);
  expect(download.headers.get('content-disposition')).toBe('attachment; filename="undersigned.json"');
  expect(download.headers.get('content-type')).toContain('application/json');
  expectPrivate(download);
  const at = app.now().toISOString();
  expect(await download.json()).toEqual({
    petition: slug,
    text_version: 1,
    state: 'confirmed',
    reason: null,
    ...fields,
    district: 'District 1',
    shown_name: null,
    shown_comment: null,
    name_look: null,
    comment_look: 'waiting',
    keep_informed: false,
    partner_contact: null,
    source: 'direct',
    language: 'en',
    reference_number: expect.stringMatching(/^[0-9a-f]{32}$/),
    received_at: at,
    confirmed_at: at,
    changed_at: at,
    erased_at: null,
    mails: [{ kind: 'confirm', state: expect.any(String), created_at: at }],
  });
  await app.post(`${mine}/erase`, {});
  const after = await (await app.request(`${mine}/data.json`)).text();
  for (const value of [...Object.values(fields), id]) expect(after).not.toContain(value);
});
