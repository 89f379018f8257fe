import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { anaOf, testApp } from '../support/app.ts';
import charlotte from '../support/charlotte.json';
import { coalitionKit } from '../support/coalition.ts';
import { smallKit } from '../support/factories.ts';
import { openKit, parseKit } from '../support/kits.ts';
import { inOneLanguage } from '../support/one-language.ts';
import { confirmPath, ownPath, signByForm } from '../support/people.ts';
import { surveyKit } from '../support/surveys.ts';

const opening = new Date('2026-11-23T15:00:00Z');
const inSpanish = { headers: { 'accept-language': 'es' } };

async function opened<Kit extends object>(kit: Kit): Promise<Kit> {
  const result = await openKit(env.DB, kit, opening);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return kit;
}

function problemsWith(change: (kit: Record<string, unknown> & ReturnType<typeof smallKit>) => void) {
  const kit = { ...smallKit() } as Record<string, unknown> & ReturnType<typeof smallKit>;
  change(kit);
  const parsed = parseKit(kit);
  return parsed.ok ? [] : parsed.error.map(({ path, message }) => `${path}: ${message}`);
}

describe('a kit', () => {
  test.each(['en', 'es'] as const)('of %s alone may say its texts plainly', (language) => {
    expect(parseKit(inOneLanguage(charlotte, language))).toMatchObject({ ok: true });
  });

  test('of one language may say them under its key, and keep another that is not spoken', () => {
    expect(
      problemsWith((kit) => {
        kit.languages = ['en'];
        kit.campaign.title = { en: 'A small campaign' } as never;
        kit.campaign.ask = 'Do the small thing' as never;
      }),
    ).toEqual([]);
  });

  test('of two languages says each text in both', () => {
    expect(
      problemsWith((kit) => {
        kit.languages = ['es', 'en'];
        kit.campaign.title = 'A small campaign' as never;
        kit.campaign.ask = { es: 'Hacer lo pequeño' } as never;
      }),
    ).toEqual([
      'campaign.title: must say it in each language of the kit: es, en',
      'campaign.ask.en: is missing',
    ]);
  });

  test.each([
    [[], 'languages: must not be empty'],
    [['fr'], 'languages[0]: must be one of en, es'],
    [['en', 'en'], 'languages: names a language twice'],
    ['en', 'languages: must be a list, in [ ]'],
  ])('of the languages %j is refused', (languages, problem) => {
    expect(problemsWith((kit) => (kit.languages = languages))).toEqual([problem]);
  });

  test('of one language writes to nobody in another', () => {
    expect(
      parseKit(inOneLanguage(smallKit({ digest: { day: 1, hour: 7, language: 'es' } as never }), 'en')),
    ).toMatchObject({
      ok: true,
    });
  });
});

describe.each([
  ['en', 'es', 'Sign the petition'],
  ['es', 'en', 'Firmar la petición'],
] as const)('a campaign in %s alone', (language, other, sign) => {
  const app = testApp();
  const asking = { headers: { 'accept-language': other } };

  async function pagesSpeak(paths: string[]) {
    for (const path of paths) {
      for (const asked of [path, `${path}${path.includes('?') ? '&' : '?'}lang=${other}`]) {
        const page = await (await app.request(asked, asking)).text();
        expect(page, asked).toContain(`<html lang="${language}"`);
        expect(page, asked).not.toMatch(/hreflang|>(English|Español)</);
      }
    }
  }

  test('shows every page in it, whatever is asked for, without a link to another', async () => {
    const kit = await opened(inOneLanguage(surveyKit(), language));
    const petition = `/petitions/${kit.petitions[0]?.slug}`;
    const survey = `/surveys/${kit.surveys[0]?.slug}`;
    const campaign = `/campaigns/${kit.campaign.slug}`;
    await pagesSpeak([
      campaign,
      `${campaign}/share`,
      `${campaign}/privacy`,
      `${campaign}/accessibility`,
      `${campaign}/print/poster?action=${kit.petitions[0]?.slug}`,
      petition,
      `${petition}/embed`,
      `${petition}/check-your-email`,
      `${petition}/thank-you`,
      `/embed${petition}`,
      `/embed${petition}/counter`,
      survey,
      `${survey}/embed`,
      `/embed${survey}`,
    ]);
    expect(await (await app.request(petition, asking)).text()).toContain(sign);
  });

  test('offers no other language for texts, prints and widgets', async () => {
    const kit = await opened(inOneLanguage(smallKit(), language));
    const slug = kit.petitions[0]?.slug;
    const share = await (await app.request(`/campaigns/${kit.campaign.slug}/share`, asking)).text();
    expect(share.match(/<details/g)).toHaveLength(1);
    const print = await (
      await app.request(`/campaigns/${kit.campaign.slug}/print/poster?action=${slug}`, asking)
    ).text();
    expect(print).not.toContain('name="lang"');
    const embed = await (await app.request(`/petitions/${slug}/embed`, asking)).text();
    expect(embed).not.toContain('name="in"');
  });

  test('says so to programs', async () => {
    const kit = await opened(inOneLanguage(smallKit(), language));
    const campaign = `/campaigns/${kit.campaign.slug}`;
    const json = await (await app.request(`/api/v1${campaign}?lang=${other}`)).json();
    expect(json).toMatchObject({ languages: [language], title: kit.campaign.title });
    const feed = await (await app.request(`${campaign}/updates.xml?lang=${other}`)).text();
    expect(feed).toContain(`<language>${language}</language>`);
    const problem = await app.request(`/api/v1/petitions/${kit.petitions[0]?.slug}/signatures`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json', 'accept-language': other },
    });
    expect(JSON.stringify(await problem.json())).toContain(language === 'en' ? 'Enter your' : 'Escriba su');
    const url = `${app.deps.settings.publicUrl}/petitions/${kit.petitions[0]?.slug}`;
    const oembed = await app.request(`/oembed?url=${encodeURIComponent(url)}&lang=${other}`);
    expect(await oembed.text()).toContain(`lang=${language}`);
  });

  test('writes in it to who signed and to the committee', async () => {
    const kit = await opened(inOneLanguage(smallKit(), language));
    const slug = kit.petitions[0]?.slug ?? '';
    const { email } = anaOf(slug);
    app.setNow('2026-11-25T15:00:00Z');
    const form_token = await app.formToken(slug);
    await app.request(`/petitions/${slug}/signatures?lang=${other}`, {
      method: 'POST',
      body: new URLSearchParams({ ...anaOf(slug), form_token }),
      ...asking,
    });
    const [mail] = await app.mailTo(email);
    expect(mail?.html).toContain(`<html lang="${language}"`);
    const confirm = await confirmPath(app, email);
    await pagesSpeak([confirm]);
    await app.post(confirm, {});
    await pagesSpeak([await ownPath(app, email)]);
    await app.cron('2026-11-30T12:00:00Z');
    const [digest] = await app.mailTo(kit.council.committees[0]?.contact_email ?? '');
    expect(digest?.html).toContain(`<html lang="${language}"`);
    const staff = digest?.links.find((link) => link.includes('/tallies/')) ?? '';
    await pagesSpeak([new URL(staff).pathname]);
  });
});

test('a campaign of both languages links from each to the other', async () => {
  const app = testApp();
  const kit = await opened(coalitionKit());
  const slug = kit.petitions[0]?.slug ?? '';
  expect(await (await app.request(`/petitions/${slug}`, inSpanish)).text()).toContain('lang="en">English');
  expect(await (await app.request(`/petitions/${slug}`)).text()).toContain('lang="es">Español');
  expect((await signByForm(app, slug)).status).toBe(303);
});
