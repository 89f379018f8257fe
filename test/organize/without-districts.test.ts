import { env } from 'cloudflare:workers';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { findContext } from '../../worker/actions/context.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { registerSections } from '../../worker/organize/console-router.ts';
import { compareNames } from '../../worker/signatures/decide-pair.ts';
import { counted, decide } from '../invalidation/support.ts';
import { countedBy, draftBy } from '../mailings/support.ts';
import { enteredSheet } from '../paper/support.ts';
import { answer, askedAndConfirmed } from '../questions/support.ts';
import { testApp } from '../support/app.ts';
import { openKit } from '../support/kits.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { signAndConfirm, signByForm } from '../support/people.ts';
import { districtsTold, kitWithoutDistricts, readIn } from '../support/without-districts.ts';

/** Pages of what this campaign does not have: partners, a second entry, an import, a finished strike-off, asks, stories, services, training, a budget, a network, a sample, an event. */
const elsewhere = new Set([
  // The draft as a file, which is a kit.
  '/write/draft.json',
  ...['/partners/:partner', '/imports/:import', '/invalidations/:invalidation/undo', '/paper/differences'],
  ...['/paper/sheets/:sheet/second', '/paper/sheets/:sheet/differences'],
  ...['/responses/:petition/:committee', '/answer-mailings/:petition'],
  ...[
    '/stories',
    '/stories/:story',
    '/stories/:story/sheet',
    '/resources',
    '/training',
    '/budget',
    '/network',
    '/samples/:sample',
  ],
  ...['/events', '/events/:event', '/events/:event/door'],
]);

async function campaignWithWork() {
  const app = testApp();
  const kit = kitWithoutDistricts('en');
  const opened = await openKit(env.DB, kit, new Date('2026-11-23T15:00:00Z'));
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const petition = kit.petitions[0]?.slug ?? '';
  const context = await findContext(env.DB, petition);
  if (!context) throw new Error('no petition');
  const owner = await organizerIn(app, context.campaign, { role: 'owner', hasPasskey: true });
  const other = await organizerIn(app, context.campaign, { role: 'owner', hasPasskey: true });
  for (const n of [1, 2]) {
    const namesake = { given_name: 'Jo', family_name: 'Diaz', email: `jo-${n}@${petition}.example` };
    const told = { show_name: 'yes', comment: 'Do it.', keep_informed: 'yes' };
    await signAndConfirm(app, petition, { ...namesake, ...told, zip: '28202' });
  }
  await signByForm(app, petition, { given_name: 'Luz', email: `luz@${petition}.example`, zip: '10001' });
  await compareNames(app.deps);
  await enteredSheet(owner, [['Eva', 'Rios', '28202']]);
  const invalidation = await counted(app, owner, { petition, district: 'city' });
  await decide(owner, invalidation, { decision: 'ask', reason: 'other' });
  const made = await owner.post('/exports', { audience: 'news', of: '', preset: 'canonical' });
  expect(made.status).toBe(303);
  await askedAndConfirmed(app, context.campaign, { email: `asks@${petition}.example` });
  const question = /id="question-([\w-]{22})"/.exec(await owner.read('/questions'))?.[1] ?? '';
  expect((await owner.post(`/questions/${question}/answer`, { ...answer, seen: '0' })).status).toBe(303);
  await askedAndConfirmed(app, context.campaign, { email: `asks-too@${petition}.example` });
  const searched = await owner.post('/signature-search', { email: `jo-1@${petition}.example` });
  const found =
    searched.headers.get('location')?.replace(`/organize/campaigns/${context.campaign.slug}`, '') ?? '';
  const office = { 'name.en': 'A shelter', 'name.es': 'Un refugio', kind: 'survivors' };
  expect((await owner.post('/new-stakeholder', office)).status).toBe(303);
  const days = { starts_on: '2027-01-04', ends_on: '2027-02-26' };
  const tactic = { title: 'Sign-up table', ...days, progress: 'planned' };
  expect((await owner.post('/new-tactic', tactic)).status).toBe(303);
  const draft = await draftBy(owner);
  await countedBy(owner, draft);
  return { owner, other, invalidation, begunAt: ['', `${draft}/send`, found, '/write/edit'] };
}

/** These pages of the console, and every one that a link of another one leads to. */
async function everyPage(
  owner: OrganizerClient,
  { lang, begunAt }: { lang: string; begunAt: string[] },
): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const waiting = begunAt.map((path) => `/organize/campaigns/${slugOf(owner)}${path}`);
  for (const path of waiting) {
    if (pages.size > 160 || pages.has(path)) continue;
    const answer = await owner.get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
    if (answer.status !== 200) continue;
    const html = await answer.text();
    pages.set(path, html);
    for (const [, href = ''] of html.matchAll(/href="(\/organize\/campaigns\/[^"#]*)"/g)) {
      waiting.push(href.replaceAll('&amp;', '&').replace(/[?&]lang=e[ns]/, ''));
    }
  }
  return pages;
}

const slugOf = ({ email }: OrganizerClient) => /@(.*)\.example$/.exec(email)?.[1] ?? '';

describe('the console of a city without districts', () => {
  test.each(['en', 'es'])('speaks of none in %s, on any page and in any file', async (lang) => {
    const { owner, other, invalidation, begunAt } = await campaignWithWork();
    const pages = await everyPage(owner, { lang, begunAt });
    // Who asked for a strike-off does not decide about it.
    for (const page of ['', '/decide']) {
      const path = `/organize/campaigns/${slugOf(owner)}/invalidations/${invalidation}${page}`;
      pages.set(`${path}?`, await other.read(`${path}?lang=${lang}`));
    }
    const [id] = [...pages.keys()].flatMap((path) => /\/exports\/([^/]+)\/about/.exec(path)?.[1] ?? []);
    pages.set('the list', await (await owner.post(`/exports/${id}/file`)).text());
    // The kit itself, and the forms in which a city gets its districts.
    const isKit = (path: string) => /\/write(\/|\?|$)/.test(path);
    const told = [...pages].filter(([path]) => !isKit(path));
    const found = told.flatMap(([path, html]) =>
      districtsTold(readIn(html).replace(/""district"":""city""/g, '')).map((match) => [path, match]),
    );
    expect(found).toEqual([]);
    expect(pages.get('the list')).toContain(',place,');
    const patterns = registerSections(new Hono(), await shippedHouse.consoleSections())
      .filter(({ method }) => method === 'get')
      .map(({ path }) => path.replace('/organize/campaigns/:campaign', ''));
    const seen = [...pages.keys()].map((path) => path.replace(/^\/organize\/campaigns\/[^/?]+|\?.*$/g, ''));
    const unseen = patterns.filter((pattern) => {
      const matches = new RegExp(`^${pattern.replace(/:\w+(\{[^}]*\})?/g, '[^/]+')}$`);
      return !elsewhere.has(pattern) && !seen.some((path) => matches.test(path));
    });
    expect(unseen).toEqual([]);
  });
});
