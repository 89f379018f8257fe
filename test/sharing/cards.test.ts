import fc from 'fast-check';
import { decode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { type Card, drawCard } from '../../web/cards/card.ts';
import { undrawnIn } from '../../web/cards/fold-rules.ts';
import { openFont } from '../../web/cards/font.ts';
import packed from '../../web/public/card-font.json';
import { testApp } from '../support/app.ts';
import { signAndConfirm } from '../support/people.ts';
import { openShared } from './support.ts';

const mostBytes = 60 * 1024;
const font = openFont(packed);
const draw = (card: Card) => drawCard(card, font);
const plain = {
  accent: '#0b5d61',
  kicker: 'A campaign',
  title: 'A title',
  text: 'An ask',
  figure: { number: '12', label: 'people have signed' },
  foot: 'As of now',
};

async function picture(answer: Response) {
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('image/png');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect(bytes.length).toBeLessThan(mostBytes);
  return bytes;
}

describe('a card', () => {
  test('is a picture of 1200 by 630 in the campaign’s color', () => {
    const { width, height, palette } = decode(draw(plain));
    expect([width, height]).toEqual([1200, 630]);
    expect(palette).toContainEqual([0x0b, 0x5d, 0x61]);
  });

  test('holds any text, and stays light', () => {
    const text = fc.string({ unit: 'binary', maxLength: 400 });
    fc.assert(
      fc.property(text, text, text, (title, number, label) => {
        const bytes = draw({ ...plain, title, text: label, figure: { number, label }, foot: title });
        expect(bytes.length).toBeLessThan(mostBytes);
      }),
      { numRuns: 25 },
    );
  });

  test('draws letters with strokes as plain ones, and leaves out those that it does not have', () => {
    const drawn = (title: string) => draw({ ...plain, title });
    expect(drawn('Łódź')).toEqual(drawn('Lódz'));
    expect(undrawnIn('Łódź 公园 for all', packed.title.letters)).toEqual(['公', '园']);
  });

  test('cuts what has no room, and draws nothing over its edges', () => {
    const title = 'Wolfeschlegelsteinhausenbergerdorff '.repeat(12);
    const { data, width } = decode(draw({ ...plain, title }));
    const pixel = (x: number, y: number) => (data[(y * width + x) >> 1]! >> (x % 2 === 0 ? 4 : 0)) & 15;
    const inMargin = Array.from({ length: 540 }, (_, y) => [pixel(20, y), pixel(1190, y)]).flat();
    expect(inMargin.every((color) => color === 0)).toBe(true);
  });

  test('sets a figure large whichever space is in it', () => {
    const spaced = (space: string) => draw({ ...plain, figure: { number: `90${space}%`, label: 'of them' } });
    expect(spaced('\u00a0')).toEqual(spaced(' '));
    expect(spaced('\u202f')).toEqual(spaced(' '));
  });

  test('of another number is another picture', () => {
    const more = { ...plain, figure: { number: '13', label: 'people have signed' } };
    expect(draw(more)).not.toEqual(draw(plain));
  });
});

describe('the address of a card', () => {
  test('has the count of now, in the language that is asked for', async () => {
    const { app, petition } = await openShared();
    const path = `/cards/petitions/${petition}.png`;
    const before = await picture(await app.request(path));
    await signAndConfirm(app, petition);
    const after = await picture(await app.request(path));
    expect(after).not.toEqual(before);
    expect(await picture(await app.request(`${path}?lang=es`))).not.toEqual(after);
    const spanishReader = await app.request(path, { headers: { 'accept-language': 'es' } });
    expect(await picture(spanishReader)).toEqual(after);
    expect(spanishReader.headers.get('cache-control')).toContain('max-age=60');
  });

  test('is remembered for a minute', async () => {
    const { petition } = await openShared();
    const app = testApp({ rememberFor: 1000 });
    const path = `/cards/petitions/${petition}.png`;
    const at = app.now().getTime();
    const first = await picture(await app.request(path));
    await signAndConfirm(app, petition);
    app.setNow(new Date(at + 59_000));
    expect(await picture(await app.request(path))).toEqual(first);
    app.setNow(new Date(at + 61_000));
    expect(await picture(await app.request(path))).not.toEqual(first);
  });

  test('is there for surveys and campaigns, and for nothing else', async () => {
    const { app, campaign, survey, petition } = await openShared();
    await picture(await app.request(`/cards/surveys/${survey}.png`));
    await picture(await app.request(`/cards/campaigns/${campaign}.png`));
    for (const path of [
      `/cards/surveys/${petition}.png`,
      '/cards/petitions/nothing-here.png',
      '/cards/campaigns/nothing-here.png',
      `/cards/petitions/${petition}`,
      `/cards/petitions/${petition}.svg`,
    ])
      expect((await app.request(path)).status).toBe(404);
  });

  test('of a petition that was removed or is a draft is not there', async () => {
    const { app, petition } = await openShared();
    for (const state of ['removed', 'draft']) {
      await app.deps.db.prepare('UPDATE actions SET state = ? WHERE slug = ?').bind(state, petition).run();
      expect((await app.request(`/cards/petitions/${petition}.png`)).status).toBe(404);
    }
  });
});
