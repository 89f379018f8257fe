import { describe, expect, test } from 'vitest';
import { embedPlaces, pathInMail, publicPlaces } from '../browser/places.ts';
import { htmlFinds } from '../support/html-check.ts';
import { openOwnSurvey } from '../support/own-kit.ts';
import { formToken, freshEmail, leadsTo, send, signByForm, visit } from '../support/visitor.ts';

/** Presses a button of a survey and follows the redirect. */
async function pressed(path: string, fields: Record<string, string>): Promise<Response> {
  const response = await send(path, fields);
  return response.status === 303 ? visit(leadsTo(response)) : response;
}

const person = { given_name: 'Ana', family_name: 'Lopez', zip: '28205' };

async function expectWellFormed(answers: Record<string, Response | Promise<Response>>) {
  for (const [name, answer] of Object.entries(answers)) {
    const answered = await answer;
    const page = answered.headers.has('location') ? await visit(leadsTo(answered)) : answered;
    const html = await page.text();
    expect(html).toContain('<!doctype html>');
    expect.soft({ name, found: htmlFinds(html) }).toEqual({ name, found: [] });
  }
}

describe('an HTML checker finds no mistake in', () => {
  test.each(['en', 'es'])('the public pages and the frames in %s', async (language) => {
    const paths = new Set([...publicPlaces(), ...embedPlaces()].map(({ path }) => path));
    for (const path of paths) {
      await expectWellFormed({ [path]: visit(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`) });
    }
  });

  test('the way through a petition, its errors and the pages behind its mail', async () => {
    const petition = '/petitions/arrest-traffickers';
    const email = freshEmail('checked');
    await signByForm('arrest-traffickers', { ...person, email });
    const confirm = await pathInMail(email, '/confirm/');
    const my = await pathInMail(email, '/my/');
    await expectWellFormed({
      empty: send(`${petition}/signatures`),
      framed: send(`/embed${petition}/signatures`),
      confirm: visit(confirm),
      'unconfirmed, own': visit(my),
      again: send(`${petition}/check-your-email`, { email: 'no' }),
    });
    await send(confirm);
    await expectWellFormed({
      'confirm, pressed': visit(confirm),
      own: visit(`${my}?lang=es`),
      'own, wrong': send(`${my}/correct`, { given_name: '', zip: 'ABC' }),
    });
    await send(`${my}/withdraw`);
    await expectWellFormed({ withdrawn: visit(my) });
  });

  test('the way through a survey', async () => {
    const survey = `/surveys/${await openOwnSurvey('checked')}`;
    const form_token = await formToken(survey);
    const answers = { 'answer.fund': 'yes', 'answer.own': 'x'.repeat(600), form_token };
    await expectWellFormed({
      form: visit(survey),
      'form in Spanish': visit('/surveys/needs-assessment?lang=es'),
      wrong: pressed(`${survey}/responses`, { ...answers, step: 'review' }),
      review: pressed(`${survey}/responses`, { ...answers, 'answer.own': 'x', step: 'review' }),
    });
  });
});
