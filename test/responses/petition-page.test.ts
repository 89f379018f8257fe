import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { waitingWords } from '../../worker/responses/words.ts';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { openAsking } from './support.ts';

const app = testApp();

async function page(slug: string, language = 'en'): Promise<string> {
  const html = await (await app.request(`/petitions/${slug}?lang=${language}`)).text();
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

test('a petition without listed asks says what it said', async () => {
  const { action } = await openPetition(env.DB);
  expect(await page(action.slug)).not.toContain('What it asks');
});

test('each ask says at how many signatures it is put to whom, and that nothing waits', async () => {
  const { action } = await openAsking();
  const text = await page(action.slug);
  expect(text).toContain('None of this has been put to a committee yet.');
  expect(text).toContain('Train every officer Will be put to the Safety Committee at 3 signatures.');
  expect(text).toContain('Pay for it Will be put to the Budget Committee at 10 signatures.');
  expect(text).toContain('An answer stands on this page, beside what was asked.');
  const spanish = await page(action.slug, 'es');
  expect(spanish).toContain('Se presentará a: Safety Committee (es) al llegar a 3 firmas.');
});

test('a board that is asked as a whole is not called a committee', () => {
  const board = { en: 'Board of Elm County', es: 'Junta del Condado de Elm' };
  const asked = {
    ...{ committee: { id: 1, slug: 'board', name: board, council: board }, signatures: 3, withinDays: 30 },
    ...{ askedAt: null, firstAnsweredOn: null, answer: null },
  };
  const asks = [{ slug: 'train', text: board, asked: [asked] }];
  expect(waitingWords(asks, 'en')).toBe('None of this has been put to the Board of Elm County yet.');
  expect(waitingWords(asks, 'es')).toBe(
    'Nada de esto se ha presentado todavía a la Junta del Condado de Elm.',
  );
});

test('the JSON of a petition has its asks', async () => {
  const { action } = await openAsking();
  const json = (await (await app.request(`/api/v1/petitions/${action.slug}`)).json()) as { asks: unknown[] };
  expect(json.asks[2]).toEqual({
    ask: 'pay',
    text: 'Pay for it',
    asked_of: [
      { committee: 'Budget Committee', at_signatures: 10, asked_on: null, days_waited: null, answer: null },
    ],
  });
});
