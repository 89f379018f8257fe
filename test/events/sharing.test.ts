import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { accents } from '../../web/accents.ts';
import { type Card, drawCard } from '../../web/cards/card.ts';
import { openFont } from '../../web/cards/font.ts';
import packed from '../../web/public/card-font.json';
import { type TestApp, testApp } from '../support/app.ts';
import { comes, openEvent, opened, seatsOf } from '../support/events.ts';
import { confirmPath, ownPath } from '../support/people.ts';
import { press } from '../support/press.ts';
import { codesOn } from '../support/qr.ts';

const site = 'https://petitions.example.org';
const open = async (event: Record<string, unknown> = {}, more: Parameters<typeof openEvent>[1] = {}) => {
  const app = testApp({ publicUrl: site });
  app.setNow('2027-01-10T15:00:00Z');
  return { app, ...(await openEvent(app, { ...more, event })) };
};
const public_ = { place: { name: { en: 'The library', es: 'La biblioteca' }, address: '12 Open Street' } };
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const printed = async (
  app: TestApp,
  at: { campaign: { slug: string }; action: { slug: string } },
  query: string,
) => (await app.request(`/campaigns/${at.campaign.slug}/print/${query}&action=${at.action.slug}`)).text();

test.for(['poster', 'flyer', 'handbill'])(
  'a %s says what, when and where, and leads to the sign-up, in both languages',
  async (print) => {
    const { app, ...at } = await open({
      ...public_,
      times: [{ slug: 'first', starts: '2027-01-14T18:00', ends: '2027-01-14T20:00' }],
    });
    const address = `${site}/events/${at.action.slug}`;
    for (const [query, said] of [
      [
        'lang=en',
        ['A small workshop', 'Thursday, January 14, 2027, 6:00 pm to 8:00 pm', 'The library, 12 Open Street'],
      ],
      [
        'lang=es&paper=a4',
        ['A small workshop (es)', 'jueves, 14 de enero de 2027, de 6:00 p.m. a 8:00 p.m.', 'La biblioteca'],
      ],
    ] as const) {
      const html = await printed(app, at, `${print}?${query}`);
      for (const words of said) expect(textOf(html)).toContain(words);
      expect(html.replaceAll(/<[^>]+>/g, '')).toContain(address.replace('https://', ''));
      // Its time stands where other posters have the fact.
      expect(textOf(html)).not.toContain('say that it is so');
      const codes = codesOn(html);
      expect(codes.length).toBeGreaterThan(0);
      const code = encode(`${address}${print === 'poster' ? '?source=poster' : ''}`, {
        ecc: 'M',
        border: 0,
      });
      for (const one of codes) expect(one.dark).toEqual(code.data);
    }
  },
);

test('a poster names three times and how many more there are, and no address that only some are told', async () => {
  const days = ['12', '13', '14', '15', '16'];
  const times = days.map((day) => ({
    slug: `on-${day}`,
    starts: `2027-01-${day}T18:00`,
    ends: `2027-01-${day}T20:00`,
  }));
  const { app, ...at } = await open({ times });
  const text = textOf(await printed(app, at, 'poster?lang=en'));
  expect(text).toContain('January 14');
  expect(text).not.toContain('January 15');
  expect(text).toContain('And 2 more times');
  expect(text).not.toContain('Secret Street');
});

test('there is no poster of a petition sheet, and none of an event that closed', async () => {
  const { app, campaign, action } = await open();
  const path = (print: string) => `/campaigns/${campaign.slug}/print/${print}?action=${action.slug}`;
  expect((await app.request(path('sheet'))).status).toBe(404);
  app.setNow('2027-02-10T15:00:00Z');
  expect((await app.request(path('poster'))).status).toBe(404);
});

test('the card shows the title and when and where it is; the address only if everybody may know it', async () => {
  const font = openFont(packed);
  const when = 'Thursday, January 14, 2027, 6:00 pm to 8:00 pm, Eastern Time';
  for (const [place, where] of [
    [public_, 'The library, 12 Open Street'],
    [{}, 'The library'],
  ] as const) {
    const { app, action, campaign, city } = await open({
      ...place,
      times: [{ slug: 'first', starts: '2027-01-14T18:00', ends: '2027-01-14T20:00', capacity: 2 }],
    });

    const card: Card = {
      accent: accents.teal.light,
      kicker: `${campaign.title.en} · ${city.name}`,
      title: action.title.en,
      text: `${when} · ${where}`,
      figure: null,
      foot: `petitions.example.org/events/${action.slug}`,
    };
    const answer = await app.request(`/cards/events/${action.slug}.png`);
    expect(answer.status).toBe(200);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array(drawCard(card, font)));
    const page = await (await app.request(`/events/${action.slug}`)).text();
    expect(page).toContain(
      `<meta property="og:image" content="${site}/cards/events/${action.slug}.png?lang=en"`,
    );
  }
});

const policyOf = (answer: Response) => answer.headers.get('content-security-policy') ?? '';

test('the widget signs up to its end inside the frame, on the sites that the campaign named', async () => {
  const { app, kit, action, ...at } = await open();
  const named = { ...kit, campaign: { ...kit.campaign, embed: { hosts: ['church.example'] } } };
  await opened(app, named);
  const frame = `/embed/events/${action.slug}`;
  const shown = await app.request(`${frame}?lang=es`);
  expect(policyOf(shown)).toContain("frame-ancestors 'self' https://church.example");
  expect(policyOf(await app.request(`/events/${action.slug}`))).toContain("frame-ancestors 'none'");
  const html = await shown.text();
  const token = /name="form_token" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const person = {
    given_name: 'Ana',
    email: 'ana@frame.example',
    zip: '28202',
    slot: 'first',
    form_token: token,
  };
  const wrong = await app.post(`${frame}/sign-ups?lang=es`, { ...person, slot: '' });
  expect([wrong.status, await wrong.text()]).toEqual([
    422,
    expect.stringContaining(`action="${frame}/sign-ups`),
  ]);
  const sent = await app.post(`${frame}/sign-ups?lang=es`, person);
  expect(sent.status).toBe(303);
  expect(sent.headers.get('location')).toContain(`${frame}/check-your-email?`);
  expect(policyOf(await app.request(sent.headers.get('location') ?? ''))).toContain('https://church.example');
  expect((await press(app, await confirmPath(app, person.email))).status).toBe(303);
  expect(await seatsOf(app, { action, ...at })).toMatchObject({ first: { taken: 1, waiting: 0 } });
});

test('the widget of a full time takes people into the waiting list, and says so', async () => {
  const { app, action, ...at } = await open();
  for (const name of ['Ana', 'Bo']) await comes(app, action.slug, { name });
  const frame = `/embed/events/${action.slug}`;
  const html = await (await app.request(frame)).text();
  expect(html).toContain('Full: you join the waiting list');
  const token = /name="form_token" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const person = {
    given_name: 'Cleo',
    email: 'cleo@frame.example',
    zip: '28202',
    slot: 'first',
    form_token: token,
  };
  expect((await app.post(`${frame}/sign-ups`, person)).status).toBe(303);
  await press(app, await confirmPath(app, person.email));
  expect(await seatsOf(app, { action, ...at })).toMatchObject({ first: { taken: 2, waiting: 1 } });
  expect(await (await app.request(await ownPath(app, person.email))).text()).toContain('waiting list');
});

test('the widget of an event that closed has no form, and the page that explains it shows the snippet until then', async () => {
  const { app, action } = await open();
  const explained = await (await app.request(`/events/${action.slug}/embed`)).text();
  expect(explained).toContain('Put this event on your site');
  expect(explained).toContain(`/embed/events/${action.slug}`);
  expect(explained).toContain('People sign up on your page');
  const spanish = await (await app.request(`/events/${action.slug}/embed?lang=es`)).text();
  expect(spanish).toContain('La gente se inscribe en su página');
  app.setNow('2027-02-10T15:00:00Z');
  const frame = `/embed/events/${action.slug}`;
  const html = await (await app.request(frame)).text();
  expect(html).not.toContain('<form');
  expect(textOf(html)).toMatch(/over|last day to sign up was/);
  const late = {
    given_name: 'Dee',
    email: 'dee@frame.example',
    zip: '28202',
    slot: 'first',
    form_token: 'x',
  };
  expect((await app.post(`${frame}/sign-ups`, late)).status).not.toBe(303);
});
