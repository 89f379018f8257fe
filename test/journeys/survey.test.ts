import { expect, test } from 'vitest';
import { site } from '../support/address.ts';
import { confirmByMail, freshEmail, leadsTo, mailedLink, read, visit } from '../support/visitor.ts';
import { fieldsOf, type Sent } from '../surveys/form-fields.ts';

const survey = '/surveys/budget-input';

/** Sends the page's form with some fields changed, and follows the redirect. */
async function press(html: string, changes: Sent): Promise<Response> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...fieldsOf(html), ...changes })) {
    for (const one of [value].flat()) if (one !== undefined) body.append(name, one);
  }
  const response = await visit(`${survey}/responses`, { method: 'POST', body });
  return leadsTo(response).includes('/answers/') ? visit(leadsTo(response)) : response;
}

async function countOf(question: string, key: string): Promise<number> {
  const n = await site.db
    .prepare(
      `SELECT n FROM answer_counts WHERE question = ? AND key = ? AND place = ''
        AND action_id = (SELECT id FROM actions WHERE slug = 'budget-input')`,
    )
    .bind(question, key)
    .first<number>('n');
  return n ?? 0;
}

test('a resident follows a poster’s short link, changes one suggestion, reviews, sends and confirms', async () => {
  const poster = await visit('/s/budget-poster');
  expect([poster.status, leadsTo(poster)]).toEqual([302, `${survey}?source=poster`]);
  const page = await read(leadsTo(poster));
  expect(fieldsOf(page)).toMatchObject({ 'answer.fund-training': ['yes'], source: ['poster'] });
  const before = await countOf('budget~suggestion', 'changed');

  const changed = { 'answer.budget.police': '37', 'answer.budget.fire': '21' };
  const reviewed = await (
    await press(page, { ...changed, 'answer.own-words': 'Teach them all.', step: 'review' })
  ).text();
  expect(reviewed).toContain('Changed from the campaign’s suggestion');
  const email = freshEmail('resident');
  const sent = await press(reviewed, {
    given_name: 'Rae',
    email,
    zip: '28205',
    share_words: 'yes',
    step: 'send',
  });
  expect(sent.status).toBe(303);
  expect(leadsTo(sent)).toMatch(new RegExp(`^${survey}/check-your-email`));
  expect(await read(leadsTo(sent))).toContain('Check your email');
  expect(await countOf('budget~suggestion', 'changed')).toBe(before);

  const confirmed = await confirmByMail(email);
  expect(confirmed.status).toBe(303);
  expect(leadsTo(confirmed)).toMatch(/^\/surveys\/budget-input\/thank-you(\/[\w-]+)?\?lang=en$/);
  expect(await read(leadsTo(confirmed))).toContain('<h1>');
  expect(await countOf('budget~suggestion', 'changed')).toBe(before + 1);

  const mine = await read(new URL(await mailedLink(email, '/my/')).pathname);
  for (const words of ['Teach them all.', '37%', '21%']) expect(mine).toContain(words);
});

test('what is stored contains no readable name, address or text', async () => {
  const email = freshEmail('sealed');
  const page = await read(survey);
  const answers = { 'answer.own-words': 'Words that nobody else wrote' };
  const sent = await press(page, { ...answers, given_name: 'Zebulon', email, zip: '28205', step: 'send' });
  expect(sent.status).toBe(303);
  await confirmByMail(email);
  const row = await site.db
    .prepare(
      `SELECT hex(responses.sealed) AS answers, measures, words_state, source, hex(signatures.sealed) AS person
      FROM responses JOIN signatures ON id = signature_id ORDER BY received_at DESC LIMIT 1`,
    )
    .first<Record<string, string>>();
  const all = JSON.stringify(row);
  for (const secret of ['Zebulon', email, 'nobody else wrote']) {
    expect(all).not.toContain(secret);
    expect(all).not.toContain(Buffer.from(secret).toString('hex').toUpperCase());
  }
  expect(row).toMatchObject({ words_state: null, source: 'direct' });
  expect(JSON.parse(row?.measures ?? '')).toContainEqual({ q: 'fund-training', k: 'yes', t: 0, p: 'yes' });
});
