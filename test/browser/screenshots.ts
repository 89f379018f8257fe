import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { goTo } from '../support/address.ts';
import { chromiumFlags, findChromium, howToGetChromium } from '../support/chromium.ts';
import { createHarnesses, root } from '../support/harness.ts';
import { lookAtAll } from '../support/looks.ts';
import { siteKeyring } from '../support/site-keyring.ts';
import { freshEmail, mailbox, readJson, send, signByForm } from '../support/visitor.ts';
import { gatherCrowd } from './crowd.ts';
import { pathInMail } from './places.ts';

// npm run screenshots -- FOLDER takes pictures of the pages and the digest, with invented people on them.
const folder = resolve(process.env.INIT_CWD ?? '', process.argv[2] ?? join(root, '.wrangler/screenshots'));
const petition = '/petitions/arrest-traffickers';
const committee = 'safe-communities@example.org';

type Look = { language: 'en' | 'es'; colorScheme: 'light' | 'dark' };
const looks: Look[] = [
  { language: 'en', colorScheme: 'light' },
  { language: 'es', colorScheme: 'light' },
  { language: 'en', colorScheme: 'dark' },
];

type Scene = {
  name: string;
  path: string;
  widths: number[];
  act?: (page: Page) => Promise<unknown>;
  /** Only so many pixels from the top. Without it, the whole page. */
  height?: number;
};

const executablePath = findChromium();
if (!executablePath) throw new Error(howToGetChromium);
console.log('Starting a server and gathering fifty signatures…');
const harnesses = createHarnesses();
const harness = await harnesses.start();
goTo(harness.url, harness.door.url);
await gatherCrowd(new Date());
await lookAtAll({ db: harness.db, keyring: siteKeyring() });
const browser = await chromium.launch({ executablePath, args: chromiumFlags });
mkdirSync(folder, { recursive: true });
for (const [index, look] of looks.entries()) {
  const scenes = await scenesOf(['Rosalind', 'Inés', 'Joan'][index] ?? 'Rosa');
  for (const scene of scenes) for (const width of scene.widths) await take(browser, look, scene, width);
}
await browser.close();
await harnesses.close();
console.log(`The pictures are in ${folder}`);

/** Each picture needs fresh links, because a confirm link shows its first page only once. */
async function scenesOf(given_name: string): Promise<Scene[]> {
  const email = freshEmail('rosa');
  const rosa = { given_name: 'Rosa', family_name: 'Delgado-Price', zip: '28205', district: '4', email };
  await signByForm('arrest-traffickers', { ...rosa, show_name: 'yes', comment: 'For my sister.' });
  const confirm = await pathInMail(email, '/confirm/');
  const own = freshEmail('own');
  await signByForm('arrest-traffickers', { ...rosa, given_name, email: own, show_name: 'yes' });
  await send(await pathInMail(own, '/confirm/'));
  const pages = { widths: [360, 1280] };
  const staff = await pathInMail(committee, '/tallies/');
  const told = await readJson<{ weeks: { petitions: { confirmed: number }[] }[] }>(`${staff}.json`);
  const latest = `: ${told.weeks.at(-1)?.petitions[0]?.confirmed} verified`;
  const digest = (await mailbox(committee)).find(({ subject }) => subject.includes(latest));
  const mail = (await mailbox(email))[0];
  const showing = (html = '') => ({
    path: '',
    act: (page: Page) => page.setContent(html),
    widths: [360, 600],
  });
  return [
    { ...pages, name: 'home', path: '/' },
    { ...pages, name: 'campaign', path: '/campaigns/arrest-the-trafficker' },
    { ...pages, name: 'petition', path: petition },
    { name: 'petition-first-view', path: petition, widths: [360], height: 740 },
    { ...pages, name: 'petition-with-errors', path: petition, act: sendWithErrors },
    { ...pages, name: 'check-your-email', path: `${petition}/check-your-email` },
    { ...pages, name: 'confirm', path: confirm },
    { ...pages, name: 'thank-you', path: `${petition}/thank-you` },
    { ...pages, name: 'own-page', path: await pathInMail(own, '/my/') },
    { ...pages, name: 'staff-page', path: staff },
    { name: 'staff-page-top', path: staff, widths: [1280], height: 1440 },
    { ...pages, name: 'delivery', path: await pathInMail(committee, '/digests/') },
    { name: 'mail-digest', ...showing(digest?.html) },
    { name: 'mail-digest-top', ...showing(digest?.html), widths: [600], height: 1180 },
    { name: 'mail-confirm', ...showing(mail?.html) },
  ];
}

async function sendWithErrors(page: Page) {
  await page.locator('#given_name').fill('Rosa');
  await page.locator('#email').fill('rosa@home@example.com');
  await page.locator('#sign button[type=submit]').click();
  await page.getByRole('alert').waitFor();
}

async function take(chrome: Browser, { language, colorScheme }: Look, scene: Scene, width: number) {
  const context = await chrome.newContext({
    baseURL: harness.url,
    viewport: { width, height: width < 600 ? 740 : 900 },
    colorScheme,
    locale: language === 'en' ? 'en-US' : 'es-US',
  });
  const page = await context.newPage();
  if (scene.path) await page.goto(`${scene.path}?lang=${language}`);
  await scene.act?.(page);
  // The window is as tall as the page. Otherwise elements fixed to the window's edge would appear in the middle of the
  // picture.
  const height = scene.height ?? (await page.evaluate<number>('document.documentElement.scrollHeight'));
  await page.setViewportSize({ width, height });
  const dark = colorScheme === 'dark' ? '-dark' : '';
  await page.screenshot({ path: join(folder, `${scene.name}-${width}-${language}${dark}.png`) });
  await context.close();
}
