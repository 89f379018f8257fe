import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { anaOf, type TestApp, testApp } from '../support/app.ts';
import { someCare } from '../support/care.ts';
import { smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { surveyKit } from '../support/surveys.ts';

/** A phone number that only the Charlotte kit contains. */
const hotline = '888-373-7888';

let app: TestApp;

beforeAll(() => {
  app = testApp();
});

/** Every page, printed page and mail of a campaign with a petition and a survey. */
async function everything(care?: typeof someCare) {
  const base = surveyKit();
  const kit = { ...base, campaign: { ...base.campaign, ...(care && { care }) } };
  const opened = await openKit(env.DB, kit, app.now());
  expect(opened.ok).toBe(true);
  const campaign = `/campaigns/${kit.campaign.slug}`;
  const petition = kit.petitions[0]!.slug;
  const survey = kit.surveys[0]!.slug;
  const signer = anaOf(petition);
  await app.postJson(`/api/v1/petitions/${petition}/signatures`, signer);
  const mails = await app.mailTo(signer.email);
  const my = mails[0]?.links.find((link) => link.includes('/my/')) ?? '';
  const paths = {
    campaign,
    petition: `/petitions/${petition}`,
    survey: `/surveys/${survey}`,
    widget: `/embed/petitions/${petition}`,
    surveyWidget: `/embed/surveys/${survey}`,
    share: `${campaign}/share`,
    poster: `${campaign}/print/poster?action=${petition}`,
    flyer: `${campaign}/print/flyer?action=${petition}`,
    sheet: `${campaign}/print/sheet?action=${petition}`,
    ownPage: new URL(my).pathname,
    thanks: `/petitions/${petition}/thank-you`,
  };
  const pages = await Promise.all(
    Object.entries(paths).map(async ([name, path]) => {
      const asked = await app.request(path);
      // A sheet gets its own number, so this address redirects.
      const to = asked.headers.get('location');
      const response = to ? await app.request(to) : asked;
      expect([path, response.status]).toEqual([path, 200]);
      return [name, await response.text()] as const;
    }),
  );
  return {
    ...(Object.fromEntries(pages) as Record<keyof typeof paths, string>),
    mails: mails.map(({ html, text }) => html + text).join(),
  };
}

describe('a campaign whose kit has no care section', () => {
  test('has no help line, no hint on cases and no exit link anywhere', async () => {
    for (const [name, html] of Object.entries(await everything())) {
      expect([name, html.includes('data-exit')]).toEqual([name, false]);
      expect([name, html.includes(hotline)]).toEqual([name, false]);
      expect([name, /no details of a case|Exit this page|class="hotline"|tel:/.exec(html)?.[0]]).toEqual([
        name,
        undefined,
      ]);
    }
  });
});

describe('a campaign whose kit has one', () => {
  test('has it on every page where it belongs, in the words of the kit', async () => {
    const { mails, ...pages } = await everything(someCare);
    for (const [name, html] of Object.entries(pages)) {
      expect([name, html.includes('data-exit')]).toEqual([name, true]);
    }
    expect(pages.campaign).toContain('<h3>If you need help</h3>');
    expect(pages.campaign).toContain(
      'The help line: <a href="tel:+18005550100">1-800-555-0100</a>, day and night',
    );
    expect(pages.campaign).toContain('Another line: <a href="tel:988">988</a>');
    for (const printed of [pages.poster, pages.flyer, pages.sheet]) {
      expect(printed).toContain('If you need help: <b>1-800-555-0100</b>');
      expect(printed).toContain('The help line, day and night');
    }
    for (const form of [pages.petition, pages.widget, pages.survey, pages.surveyWidget, pages.ownPage]) {
      expect(form).toContain('Please name nobody.');
    }
    expect(pages.survey).toContain('“Exit this page” deletes all of it.');
    expect(mails).not.toContain('800-555');
  });
});

test('a phone number that is none is refused', async () => {
  const kit = smallKit();
  const lines = [{ ...someCare.help.lines[0], phone: 'call us' }];
  const care = { ...someCare, help: { ...someCare.help, lines } };
  const opened = await openKit(env.DB, { ...kit, campaign: { ...kit.campaign, care } }, app.now());
  expect(opened).toEqual({
    ok: false,
    error: [
      { path: 'campaign.care.help.lines[0].phone', message: 'must be a phone number, such as 704-555-0123' },
    ],
  });
});
