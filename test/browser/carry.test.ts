import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { site } from '../support/address.ts';
import { describeInBrowser, desk, openVisit, phone, sharedBrowser } from '../support/browser.ts';
import { chromiumFlags, findChromium } from '../support/chromium.ts';
import { filledIn } from '../support/mimics/page.ts';
import { type MimicServer, startMimics } from '../support/mimics/server.ts';
import { textsOfPages } from '../support/pdf.ts';
import { openCarried, type tools } from './carry-kit.ts';

const filled: [tool: keyof typeof tools, host: string, fields: Record<string, string[]>][] = [
  [
    'google-forms',
    'docs.google.com',
    {
      'entry.1': ['__other_option__'],
      'entry.1.other_option_response': ['yes'],
      'entry.2': ['A tax & more', 'A 10 % fee + tip'],
      'entry.31': ['45'],
      'entry.32': ['55'],
      'entry.4': ['4'],
    },
  ],
  [
    'microsoft-forms',
    'forms.office.com',
    { rf01: ['Yes'], rf02: ['A tax', 'A fee, monthly'], rf31: ['45'], rf32: ['55'], rf04: ['4'] },
  ],
  ['qualtrics', 'city.co1.qualtrics.com', { QID1: ['1'], 'QID3.1': ['45'], 'QID3.2': ['55'], QID4: ['4'] }],
  [
    'limesurvey',
    'surveys.example.gov',
    {
      '48315X2X1': ['Y1'],
      '48315X2X2TAX': ['Y'],
      '48315X2X2FEE': ['Y'],
      '48315X2X31': ['A3'],
      '48315X2X32': ['A1'],
      '48315X2X33': ['A2'],
      '48315X2X4PARKS': ['45'],
      '48315X2X4TRAIN': ['55'],
      '48315X2X5': ['4'],
    },
  ],
  [
    'survey123',
    'survey123.arcgis.com',
    { fund_it: ['yes'], ways: ['tax', 'fee'], parks_share: ['45'], training_share: ['55'], how_sure: ['4'] },
  ],
  [
    'jotform',
    'form.jotform.com',
    {
      shouldIt: ['Yes, please'],
      how: ['A tax', 'A fee'],
      'share[parks]': ['45'],
      'share[training]': ['55'],
      sure: ['4'],
    },
  ],
];

const answers =
  'answer.how=tax&answer.how=fee&answer.order=third&answer.order=first&answer.order=second&answer.budget.parks=45&answer.budget.training=55&answer.sure=4';

let mimics: MimicServer | undefined;
let browser: Browser | undefined;
const executablePath = findChromium();

beforeAll(async () => {
  if (!executablePath) return;
  mimics = await startMimics();
  browser = await chromium.launch({ executablePath, args: [...chromiumFlags, ...mimics.chromiumFlags] });
});
afterAll(async () => {
  await browser?.close();
  await mimics?.close();
});

/** Presses the button to the city's survey; returns the tab that it opens. */
async function pressOpen(page: Page): Promise<Page> {
  const [tab] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Open the city’s survey' }).click(),
  ]);
  await tab.waitForLoadState();
  return tab;
}

/** The recorded presses, whether or not the person has confirmed. */
async function sendsOf(slug: string) {
  const { results } = await site.db
    .prepare(
      `WITH pressed AS (SELECT survey_sends.* FROM survey_sends JOIN actions ON actions.id = action_id WHERE slug = ?)
      SELECT 'opened' AS what, count(opened_at) AS n FROM pressed WHERE opened_at IS NOT NULL HAVING n > 0
      UNION ALL
      SELECT 'reported', count(reported_at) FROM pressed WHERE reported_at IS NOT NULL HAVING count(reported_at) > 0`,
    )
    .bind(slug)
    .all();
  return results;
}

describeInBrowser('the link of our page, pressed', () => {
  test.for(filled)('fills in %s', async ([tool, host, fields], { expect }) => {
    const slug = await openCarried(`carries-${tool}`, [tool]);
    const visit = await openVisit(browser!, { ignoreHTTPSErrors: true });
    await visit.page.goto(`/surveys/${slug}/send?${answers}`);
    const tab = await pressOpen(visit.page);
    expect(new URL(tab.url()).host).toBe(host);
    expect(await tab.evaluate<Record<string, string[]>>(filledIn)).toEqual(fields);
    expect(await tab.evaluate('document.referrer')).toBe('');
    expect(await tab.evaluate('window.opener')).toBeNull();
    expect(await sendsOf(slug)).toEqual([{ what: 'opened', n: 1 }]);
    expect(visit.faults.filter((fault) => !fault.startsWith('a request to'))).toEqual([]);
    await visit.close();
  });

  test('leads there without JavaScript too, and the page thanks after "I sent it"', async () => {
    const slug = await openCarried('carries-plainly', ['jotform']);
    const visit = await openVisit(browser!, { javaScriptEnabled: false, ignoreHTTPSErrors: true });
    const { page } = visit;
    await page.goto(`/surveys/${slug}/send?${answers}`);
    const tab = await pressOpen(page);
    expect(new URL(tab.url()).host).toBe('form.jotform.com');
    await page.getByRole('button', { name: 'I sent it' }).click();
    await page.waitForURL(/\/sent\?counts=/);
    expect(await page.textContent('h1')).toBe('Thank you for telling us');
    expect(await sendsOf(slug)).toEqual([
      { what: 'opened', n: 1 },
      { what: 'reported', n: 1 },
    ]);
    await visit.close();
  });

  test('would lead nowhere if the page’s policy did not name the tool', async () => {
    const slug = await openCarried('carries-nowhere', ['jotform']);
    const visit = await openVisit(browser!, { ignoreHTTPSErrors: true });
    const { page } = visit;
    await page.route('**/send', async (route) => {
      const response = await route.fetch();
      const headers = response.headers();
      const policy = headers['content-security-policy']?.replace(' https://form.jotform.com', '') ?? '';
      await route.fulfill({ response, headers: { ...headers, 'content-security-policy': policy } });
    });
    await page.goto(`/surveys/${slug}/send`);
    await page.getByRole('button', { name: 'Open the city’s survey' }).click();
    await expect.poll(() => visit.faults.join()).toContain('form-action');
    await visit.close();
  });
});

const shared = sharedBrowser();

describeInBrowser('the sheet', () => {
  test('copies each answer by its button, and says so', async () => {
    const slug = await openCarried('copies', ['publicinput']);
    const visit = await openVisit(shared(), { viewport: phone });
    const { page, faults } = visit;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.url });
    await page.goto(`/surveys/${slug}/send?${answers}`);
    const buttons = page.getByRole('button', { name: /^Copy the answer to: / });
    const texts = ['yes', 'parks: 45%\ntraining: 55%', '1. third\n2. first\n3. second'];
    expect(await buttons.count()).toBe(texts.length);
    for (const [index, text] of texts.entries()) {
      await buttons.nth(index).click();
      await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toBe(text);
      await expect.poll(() => page.getByRole('status').nth(index).textContent()).toBe('Copied.');
    }
    expect(faults).toEqual([]);
    await visit.close();
  });

  test('can be copied by hand without JavaScript: the texts are there, the buttons are not', async () => {
    const slug = await openCarried('copies-by-hand', ['publicinput']);
    const visit = await openVisit(shared(), { javaScriptEnabled: false });
    await visit.page.goto(`/surveys/${slug}/send?${answers}`);
    expect(await visit.page.getByRole('button', { name: /^Copy/ }).count()).toBe(0);
    const budget = visit.page.getByRole('textbox', {
      name: 'Your answer How would you spend 100 dollars?',
    });
    expect(await budget.inputValue()).toBe('parks: 45%\ntraining: 55%');
    expect(await budget.isEditable()).toBe(false);
    await visit.close();
  });

  test.for(['Letter', 'A4'] as const)(
    'prints on %s: questions and answers whole, no buttons',
    async (format) => {
      const slug = await openCarried(`prints-sheet-${format.toLowerCase()}`, ['publicinput', 'google-forms']);
      const visit = await openVisit(shared(), { viewport: { ...desk, width: 740 } });
      const { page } = visit;
      await page.goto(`/surveys/${slug}/send?${answers}`);
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('button').count()).toBe(0);
      expect(await page.locator('textarea:visible').count()).toBe(0);
      const printed = await page.evaluate<string>('document.body.innerText');
      for (const text of [
        'How would you spend 100 dollars?',
        'training: 55%',
        '3. second',
        'publicinput.com/18283',
      ]) {
        expect(printed).toContain(text);
      }
      const pages = textsOfPages(await page.pdf({ format }));
      expect(pages.length).toBeGreaterThan(0);
      for (const drawn of pages) expect(drawn).toBeGreaterThan(5);
      await visit.close();
    },
  );
});
