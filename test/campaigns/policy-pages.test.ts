import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { anaOf, aWednesday, type TestApp, testApp } from '../support/app.ts';
import { coalitionKit } from '../support/coalition.ts';
import { type KitOverrides, smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { readingGrade } from '../support/reading-grade.ts';
import { surveyKit } from '../support/surveys.ts';

let app: TestApp;

beforeAll(() => {
  app = testApp();
});

async function open<Kit extends { campaign: { slug: string } }>(kit: Kit): Promise<Kit> {
  const opened = await openKit(env.DB, kit, aWednesday);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return kit;
}

const read = async (path: string, by: TestApp = app) => (await by.request(path)).text();
const textOf = (html: string) => html.replace(/<(h1|h2|li|p)\b[^>]*>/g, '\n').replace(/<[^>]+>/g, '');
/** The text between the masthead and the footer. */
const mainOf = (html: string) => textOf(/<main.*?<\/main>/s.exec(html)?.[0] ?? '');

async function privacyOf(kit: { campaign: { slug: string } }, by: TestApp = app): Promise<string> {
  return mainOf(await read(`/campaigns/${kit.campaign.slug}/privacy`, by));
}

describe('the privacy page of a campaign says what is really set', () => {
  const small = async (overrides: KitOverrides = {}) => privacyOf(await open(smallKit(overrides)));

  test('how long things are kept, and where to write', async () => {
    const page = await small({ retentionDays: 90 });
    expect(page).toContain('90 days after a petition or survey has closed');
    expect(page).toContain('What nobody confirms is erased after 30 days.');
    expect(page).toContain('organizers@example.org');
    expect(page).toContain('The Safety Committee of the City Council gets totals');
  });

  test('until when erasing was postponed', async () => {
    const kit = await open(smallKit());
    expect(await privacyOf(kit)).not.toContain('erasing was postponed');
    await env.DB.prepare('UPDATE actions SET kept_until = ? WHERE slug = ?')
      .bind(Date.parse('2027-12-24T12:00:00Z'), kit.petitions[0]?.slug ?? '')
      .run();
    expect(await privacyOf(kit)).toContain('For “A small petition”, erasing was postponed until Friday, ');
  });

  test('the street, only where a form asks for it', async () => {
    expect(await small()).not.toContain('Your street');
    expect(await small({ asksStreet: true })).toContain('Your street');
  });

  test('whether names wait for a look', async () => {
    expect(await small()).toContain('after an organizer has looked at it');
    expect(await small({ looks: 'at-once' })).toContain('A long text, or one with a link or a number in it');
  });

  test('answers, only where there is a survey', async () => {
    expect(await small()).not.toContain('Your answers');
    const page = await privacyOf(await open(surveyKit()));
    expect(page).toContain('Your answers to a survey, stored encrypted.');
    expect(page).toContain('you send them there yourself');
  });

  test('which partners may write, and whose server is told', async () => {
    expect(await small()).not.toContain('Partners');
    const kit = coalitionKit();
    await open(kit);
    const asking = kit.campaign.partners.find((partner) => 'may_ask_contact' in partner);
    const page = await privacyOf(kit);
    expect(page).toContain(`${asking?.name.en} may ask on its own forms`);
    expect(page).not.toContain('A server of');
    await env.DB.prepare(
      `INSERT INTO webhooks (id, partner_id, campaign_id, url, secret, events, created_at)
      SELECT 'privacy', partners.id, campaign_id, 'https://hooks.example', x'00', '[]', 0
      FROM partners JOIN campaigns ON campaigns.id = campaign_id WHERE campaigns.slug = ? LIMIT 1`,
    )
      .bind(kit.campaign.slug)
      .run();
    expect(await privacyOf(kit)).toContain('A server of');
  });

  test('which services of others take part', async () => {
    const kit = await open(smallKit());
    const bare = await privacyOf(kit);
    for (const service of ['Resend', 'Cloudflare', 'Turnstile', 'How many forms']) {
      expect(bare).not.toContain(service);
    }
    const full = testApp({
      environment: 'production',
      resend: { apiKey: 'key', baseUrl: null, webhookSecret: null },
      turnstile: { siteKey: 'site', secret: 'secret', verifyUrl: 'https://verify.example' },
      limits: { formMinAgeSeconds: 3, writesPerMinute: 20, signaturesADay: 200 },
    });
    const page = await privacyOf(kit, full);
    expect(page).toContain('Our emails go out through Resend');
    expect(page).toContain('Cloudflare Turnstile');
    expect(page).toContain('The counts of connections are erased after two days.');
  });

  test('in plain words, in both languages', async () => {
    const kit = await open({ ...coalitionKit(), surveys: surveyKit().surveys });
    expect(readingGrade(await privacyOf(kit))).toBeLessThanOrEqual(8);
    const spanish = mainOf(await read(`/campaigns/${kit.campaign.slug}/privacy?lang=es`));
    expect(spanish).toContain('Qué puede ver todo el mundo');
    expect(spanish).toContain('180 días después de que cierra');
  });

  test('and there is none of a campaign that there is not', async () => {
    for (const page of ['privacy', 'accessibility']) {
      expect((await app.request(`/campaigns/nothing/${page}`)).status).toBe(404);
    }
  });
});

test('the privacy page is linked beside every button that sends something, in frames too', async () => {
  const kit = await open(surveyKit());
  const href = `href="/campaigns/${kit.campaign.slug}/privacy`;
  const petition = kit.petitions[0]!.slug;
  const survey = kit.surveys[0]!.slug;
  const signer = anaOf(petition);
  await app.postJson(`/api/v1/petitions/${petition}/signatures`, signer);
  const links = (await app.mailTo(signer.email))[0]?.links ?? [];
  const linked = (part: string) => new URL(links.find((link) => link.includes(part)) ?? '').pathname;
  const paths = [
    `/petitions/${petition}`,
    `/embed/petitions/${petition}`,
    `/surveys/${survey}`,
    `/embed/surveys/${survey}`,
    `/petitions/${petition}/check-your-email`,
    linked('/confirm/'),
    linked('/my/'),
  ];
  for (const path of paths) {
    const forms = [...(await read(path)).matchAll(/<form\b[^>]*method="post".*?<\/form>/gs)].map(
      ([form]) => form,
    );
    expect([path, forms.length > 0]).toEqual([path, true]);
    for (const form of forms) expect([path, form.includes(href)]).toEqual([path, true]);
  }
  expect(await read(`/embed/petitions/${petition}`)).toMatch(
    new RegExp(`${href}[^>]*target="_blank"[^>]*rel="noopener"`),
  );
});

describe('the accessibility page', () => {
  test('says where to report what does not work, and is in the footer of every page', async () => {
    const kit = await open(smallKit());
    const path = `/campaigns/${kit.campaign.slug}/accessibility`;
    const page = mainOf(await read(path));
    expect(page).toContain('Tell us what does not work');
    expect(page).toContain('organizers@example.org');
    expect(readingGrade(page)).toBeLessThanOrEqual(8);
    for (const one of [`/campaigns/${kit.campaign.slug}`, `/petitions/${kit.petitions[0]!.slug}`]) {
      expect(await read(one)).toContain(`href="${path}`);
    }
    expect(await read('/')).toContain('href="/accessibility');
    expect(mainOf(await read('/accessibility?lang=es'))).toContain('Escriba a la campaña de esa página');
  });
});
