import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { findContext } from '../../worker/actions/context.ts';
import type { ActionKindDefinition, ActionWords, SupporterWords } from '../../worker/actions/kind.ts';
import { saveActionsStatements } from '../../worker/actions/kit-store.ts';
import type { Feature } from '../../worker/main/feature.ts';
import { features } from '../../worker/main/features.ts';
import { createHouse } from '../../worker/main/house.ts';
import { petitionKind } from '../../worker/petitions/kind.ts';
import { sign } from '../../worker/signatures/sign.ts';
import { parseSubmission } from '../../worker/signatures/submission-rules.ts';
import { testApp } from '../support/app.ts';
import { freshSlug, openPetition } from '../support/factories.ts';
import { escaped } from './support.ts';

/** Marks every text of a catalogue, so that a page that uses a petition's text instead is noticed. */
function marked<Words>(words: Words): Words {
  if (typeof words === 'string') return `Pledge: ${words}` as Words;
  return Object.fromEntries(
    Object.entries(words as object).map(([key, value]) => [key, marked(value)]),
  ) as Words;
}

const pledgeSupporterWords = marked(await petitionKind.supporterWords());

const pledgeKind: ActionKindDefinition = {
  name: 'pledge',
  words: marked(petitionKind.words),
  supporterWords: async () => pledgeSupporterWords,
  isForPaper: false,
  nextActions: async (_deps, { action }) => [
    { title: 'Tell a neighbor', description: 'They can pledge too.', href: `/pledges/${action.slug}/tell` },
  ],
};
const words: ActionWords = pledgeKind.words.en;
const supporterWords: SupporterWords = pledgeSupporterWords.en;

const pledges: Feature = {
  name: 'pledges',
  actionKind: pledgeKind,
  supporterPage: {
    shown: async (c) => `Pledged by ${c.var.link.person?.givenName}`,
    data: async () => ({ pledged: true }),
  },
};

const app = testApp({}, { house: createHouse([...features, pledges]) });
const both = (text: string) => ({ en: text, es: text });
let campaign = '';
let slug = '';
let mail: { subject: string; text: string };

async function read(path: string) {
  const response = await app.request(path);
  return { status: response.status, text: await response.text() };
}

async function openPledge() {
  const petition = await openPetition(env.DB);
  const town = petition.city.slug;
  slug = freshSlug('trees');
  const pledge = {
    kind: 'pledge',
    slug,
    committee: 'safety',
    state: 'open' as const,
    text: {
      title: both('Plant a tree'),
      ask: both('Plant one tree each'),
      body: both('Trees give shade.'),
    },
    textNote: null,
    textChange: null,
    asksStreet: false,
    opensAt: new Date('2026-09-01T00:00:00Z'),
    closesAt: null,
  };
  campaign = petition.campaign.slug;
  const around = { campaign, council: 'council', city: town, now: app.now() };
  await env.DB.batch(saveActionsStatements(env.DB, [pledge], around));
}

const email = 'ana@pledge.example';

async function pledgeAsAna() {
  const context = await findContext(env.DB, slug);
  const person = parseSubmission({ given_name: 'Ana', family_name: 'Lopez', email, zip: '28202' });
  if (!context || !person.ok) throw new Error('nothing to pledge');
  const how = {
    formToken: 'a-token-of-the-test-1',
    shownAt: app.now(),
    language: 'en' as const,
    connection: null,
    now: app.now(),
  };
  expect((await sign(app.deps, context, person.value, how)).ok).toBe(true);
}

/** The path of a link in the mail. */
function linkTo(page: 'confirm' | 'my'): string {
  return new RegExp(`/${page}/[^?]+`).exec(mail.text)?.[0] ?? '';
}

beforeAll(async () => {
  await openPledge();
  await pledgeAsAna();
  mail = (await app.mailTo(email))[0]!;
});

describe('a kind of action that only a feature of the list defines', () => {
  test('asks to check the email in its own words', async () => {
    const { status, text } = await read(`/pledges/${slug}/check-your-email`);
    expect(status).toBe(200);
    expect(text).toContain(escaped(supporterWords.checkEmail.lead));
    expect(text).toContain(`action="/pledges/${slug}/resend"`);
    const again = await app.post(`/pledges/${slug}/resend`, { email: 'nobody@pledge.example' });
    expect(again.headers.get('location')).toBe(`/pledges/${slug}/check-your-email?again=sent`);
  });

  test('sends its mails in its own words', () => {
    expect(mail.subject).toBe('Pledge: Confirm your signature: Plant a tree');
    expect(mail.text.replace(/\s+/g, ' ')).toContain(supporterWords.mails.why);
  });

  test('is confirmed, thanked for and shown to its supporter in its own words', async () => {
    expect((await read(linkTo('confirm'))).text).toContain(`<h1>${supporterWords.confirm.title}</h1>`);
    const pressed = await app.post(linkTo('confirm'), {});
    expect(pressed.headers.get('location')).toBe(`/pledges/${slug}/thank-you`);

    const thanks = await read(`/pledges/${slug}/thank-you`);
    expect(thanks.text).toContain(`<h1>${supporterWords.thanks.title}</h1>`);
    expect(thanks.text).toContain(`<a href="/pledges/${slug}/tell">Tell a neighbor</a>`);
    expect((await read(linkTo('confirm'))).text).toContain(supporterWords.states.confirmed.title);

    const page = await read(linkTo('my'));
    expect(page.text).toContain(`<h1>${supporterWords.supporterPage.title}</h1>`);
    expect(page.text).toContain(supporterWords.supporterPage.received);
  });

  test('adds what its feature holds to the supporter’s page and file', async () => {
    expect((await read(linkTo('my'))).text).toContain('Pledged by Ana');
    const file = JSON.parse((await read(`${linkTo('my')}/data.json`)).text);
    expect(file).toMatchObject({ given_name: 'Ana', pledged: true });
  });

  test('has a counter for other sites, and a page that says how to put its form there', async () => {
    const counter = await read(`/embed/pledges/${slug}/counter`);
    expect(counter.text).toContain(words.button);
    const embed = await read(`/pledges/${slug}/embed`);
    expect(embed.text).toContain(words.embedHeading);
    expect(embed.text).toContain(`data-undersigned=&quot;pledges/${slug}&quot;`);
    expect(embed.text).toMatch(/<iframe class="preview" [^>]*height="\d+"/);
    const url = encodeURIComponent(`${app.deps.settings.publicUrl}/pledges/${slug}`);
    const oembed = JSON.parse((await read(`/oembed?url=${url}`)).text);
    expect(oembed.html).toContain(`/embed/pledges/${slug}/counter`);
  });

  test('stands among what one can do in the campaign, on its page, in its JSON and in its share kit', async () => {
    const page = await read(`/campaigns/${campaign}`);
    expect(page.text).toContain('Plant a tree');
    expect(page.text).toMatch(/Pledge: (No one|One person) has signed/);
    const json = JSON.parse((await read(`/api/v1/campaigns/${campaign}`)).text);
    expect(json.pledges).toMatchObject([{ slug, state: 'open' }]);
    const kit = await read(`/campaigns/${campaign}/share`);
    expect(kit.text).toContain('Pledge: 9 in 10 say that it is so.');
    expect(kit.text).not.toContain(`print/sheet?action=${slug}`);
    expect(kit.text).toContain(`print/poster?action=${slug}`);
  });

  test('is unknown where no feature defines it', async () => {
    const plain = testApp();
    expect((await plain.request(`/pledges/${slug}/check-your-email`)).status).toBe(404);
    expect((await plain.request(`/embed/pledges/${slug}/counter`)).status).toBe(404);
  });
});
