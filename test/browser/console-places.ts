import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { listPartners } from '../../worker/coalition/store.ts';
import { printedLink } from '../../worker/organize/first-link.ts';
import { organizerFor } from '../../worker/organize/organizers.ts';
import { runQuery } from '../../worker/platform/query.ts';
import { day } from '../../worker/platform/time/clock.ts';
import { sheetCodeOf } from '../../worker/sharing/sheet-rules.ts';
import { compareNames } from '../../worker/signatures/decide-pair.ts';
import { findStory, newestNumber, wholeStoryQuery } from '../../worker/stories/store.ts';
import { agree, begin, invite, write } from '../../worker/stories/telling.ts';
import { answer as publicAnswer } from '../questions/support.ts';
import { site } from '../support/address.ts';
import type { TestApp } from '../support/app.ts';
import { follow } from '../support/browser.ts';
import { openEventOnSite, storeSignUps } from '../support/events-of-site.ts';
import { storeSignatures } from '../support/many-signatures.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { openOwnCoalition, openOwnEvent, openOwnKit } from '../support/own-kit.ts';
import { siteKeyring } from '../support/site-keyring.ts';
import {
  confirmByMail,
  formToken,
  freshEmail,
  mailedLink,
  send,
  sendJson,
  visit,
} from '../support/visitor.ts';
import { longNamed, type Place } from './places.ts';

export type Campaign = { id: number; slug: string };

/** As far as `organizerIn` needs it: the pages come from the server, the rest is stored directly. */
export function siteApp(): TestApp & { sessionsFrom: () => Date } {
  const app = {
    deps: { db: site.db, keyring: siteKeyring() },
    now: () => new Date(),
    // Some tests run cron as of the next Monday, which forgets sessions that have ended by then.
    sessionsFrom: () => new Date(Date.now() + 9 * day),
    request: (path: string, init: RequestInit = {}) =>
      visit(path, { ...init, headers: { ...init.headers, origin: site.url } }),
  };
  return app as unknown as ReturnType<typeof siteApp>;
}

export async function campaignNamed(slug: string): Promise<Campaign> {
  const found = await site.db
    .prepare('SELECT id, slug FROM campaigns WHERE slug = ?')
    .bind(slug)
    .first<Campaign>();
  if (!found) throw new Error(`no campaign ${slug}`);
  return found;
}

/** Of the kit that the site was started with. */
const withTraining = 'arrest-the-trafficker';

const strategyPages = ['/strategy', '/power-map', '/power-grid', '/road', '/new-stakeholder'];
const planPages = ['/plan', '/new-tactic'];

/** Every page of a campaign’s console in which nothing has happened yet. */
export async function emptyPlaces(): Promise<{ owner: OrganizerClient; places: Place[] }> {
  await openOwnKit('bare-console', { petitions: 1 });
  const campaign = await campaignNamed('bare-console-campaign');
  const owner = await organizerIn(siteApp(), campaign, { role: 'owner', hasPasskey: true });
  const pages = ['', '/words', '/duplicates', '/signatures', '/invalidations', '/paper', '/paper/import'];
  const more = [
    '/write',
    '/write/see',
    '/write/history',
    '/write/history/1',
    '/write/kit',
    '/write/actions',
    '/write/edit',
    '/write/edit?page=campaign&preview=1&check=1',
    '/write/edit?page=petitions&entry=petitions.0',
    '/write/edit?page=districts',
    '/exports',
    '/partners',
    '/coalition',
    '/coalition/agenda',
    '/embeds',
    '/webhooks',
    '/network',
    '/numbers',
    '/samples',
    '/stories',
    '/questions',
    ...strategyPages,
    ...planPages,
    '/mail',
    '/switches',
    '/people',
    '/log',
    '/log/check',
  ];
  const home = `/organize/campaigns/${campaign.slug}`;
  return {
    owner,
    places: [
      { name: 'all campaigns', path: '/organize' },
      { name: 'my access', path: '/organize/passkey' },
      { name: 'a new campaign', path: '/organize/new' },
      { name: 'a campaign for another city', path: '/organize/new-city' },
      ...[...pages, ...more].map((path) => ({ name: `empty ${path || '/'}`, path: home + path })),
    ],
  };
}

/** The same with something of everything: people, pairs, sheets, a bulk invalidation, lists, webhooks, acts. */
export async function fullPlaces(): Promise<{
  owner: OrganizerClient;
  places: Place[];
  others: { by: OrganizerClient; places: Place[] }[];
}> {
  const { petition } = await openOwnCoalition('full-console');
  const campaign = await campaignNamed('full-console-campaign');
  const email = 'an-owner-with-a-very-long-address-of-a-neighborhood-association@full-console.example';
  const owner = await organizerIn(siteApp(), campaign, { role: 'owner', hasPasskey: true, email });
  const second = await organizerIn(siteApp(), campaign, { role: 'moderator', hasPasskey: true });
  const actionId = await idOf(petition);
  await people(petition, actionId);
  const signature = await signatureOf(actionId);
  await owner.post(`/signatures/${signature}/decide`, {
    decision: 'set-aside',
    reason: 'Looks copied from a list',
    seen: 'confirmed',
  });
  await writeDraft(owner);
  const questions = await askedQuestions(owner, campaign.slug);
  const sheets = await paper(owner);
  const bulk = await invalidations(owner, second, petition);
  const news = await newsMails(owner, actionId);
  const story = await toldStory(campaign.id);
  const event = await eventWithSignUp();
  const stakeholder = await tiedStakeholder(owner);
  const tactic = await warnedTactic(owner);
  await owner.post('/coalition/agenda', { agenda: 'Call the clerk', who: 'The church', on: '2026-12-09' });
  await owner.post('/coalition/idea', {
    idea: `One-long-word-${'abcdefghij'.repeat(12)}`,
    partner: 'church',
  });
  await owner.post('/coalition/notes', { notes: '**We met.**', on: '2026-11-20' });
  await owner.post('/exports', { audience: 'all', of: '', preset: 'canonical' });
  await owner.post('/exports', { audience: 'news', of: '', preset: 'canonical' });
  await owner.post('/embeds', {
    decision: 'add',
    host: 'faith.example.org',
    seen: await seenIn(owner, '/embeds'),
  });
  await owner.post('/webhooks', {
    partner: 'church',
    url: 'https://a-long-host-name-of-a-webhook.example.org/in',
    events: 'signature.confirmed',
  });
  const home = `/organize/campaigns/${campaign.slug}`;
  return {
    owner,
    places: [
      ...placesOf(home, { signature, ...sheets, ...bulk, ...news, story, stakeholder, tactic }),
      { name: 'a draft', path: `${home}/write` },
      ...questions.map((path) => ({ name: path.replace(/\/[\w-]{22,26}/, ''), path: home + path })),
    ],
    others: [
      {
        by: second,
        places: [
          { name: 'a line to enter again', path: `${home}${sheets.done}/second` },
          { name: 'a request to agree to', path: `${home}${bulk.asked}/decide` },
          { name: 'not by this role', path: `${home}/people` },
        ],
      },
      {
        by: await organizerIn(siteApp(), campaign, { role: 'owner' }),
        places: [{ name: 'the passkey first', path: `${home}/people` }],
      },
      {
        by: await organizerIn(siteApp(), await campaignNamed('console-events-campaign'), { role: 'owner' }),
        places: [
          { name: 'events', path: '/organize/campaigns/console-events-campaign/events' },
          {
            name: 'who signed up for an event',
            path: `/organize/campaigns/console-events-campaign/events/${event}`,
          },
        ],
      },
      {
        by: await organizerIn(siteApp(), await campaignNamed(withTraining), { role: 'owner' }),
        places: [
          { name: 'a training', path: `/organize/campaigns/${withTraining}/training` },
          { name: 'services', path: `/organize/campaigns/${withTraining}/resources` },
          { name: 'a budget', path: `/organize/campaigns/${withTraining}/budget` },
          {
            name: 'a line of a budget',
            path: `/organize/campaigns/${withTraining}/write/edit?page=budget&entry=budget.0.lines.0`,
          },
        ],
      },
      await theDoor(),
    ],
  };
}

/** The list at the door of an event with some sign-ups. */
async function theDoor() {
  const { action, campaign } = await openEventOnSite('full-door');
  await storeSignUps(action, 5);
  const path = `/organize/campaigns/${campaign.slug}/events/${action.slug}/door`;
  return {
    by: await organizerIn(siteApp(), campaign, { role: 'moderator' }),
    // The page and what waits to be sent stay on the phone until the organizer signs out.
    places: [{ name: 'the door', path, keeps: /^(cookie organizer|door full-door-event first|pages)$/ }],
  };
}

/** A question that was answered in public, and one with a very long word that waits. */
async function askedQuestions(owner: OrganizerClient, campaign: string): Promise<string[]> {
  for (const question of ['How much does it cost?', `${'abcdefghij'.repeat(12)} Why?`]) {
    const email = freshEmail('asks');
    const form = `/campaigns/${campaign}/questions`;
    const typed = { question, name: 'Ana', email, agree: 'yes', step: 'send' };
    await send(form, { ...typed, form_token: await formToken(form) });
    await send(`${new URL(await mailedLink(email, '/questions/')).pathname}/confirm`);
  }
  const ids = () => owner.read('/questions').then((html) => [...html.matchAll(/id="question-([\w-]{22})"/g)]);
  const [[, answered = ''] = []] = await ids();
  const told = await owner.post(`/questions/${answered}/answer`, { ...publicAnswer, seen: '0' });
  if (told.status !== 303) throw new Error(await told.text());
  const [[, waiting = ''] = []] = await ids();
  const entry = /question-entries\/([0-9A-Z]{26})/.exec(await owner.read('/questions'))?.[1] ?? '';
  return ['/questions', `/questions/${waiting}/answer`, `/question-entries/${entry}`];
}

/** A draft with a long text, a private link and something to mend. */
async function writeDraft(owner: OrganizerClient): Promise<void> {
  const kit = await (await owner.get('/write/kit.json')).json<{ campaign: Record<string, unknown> }>();
  const summary = { en: `${'A long word: '}${'abcdefghij'.repeat(12)}\n\nMore.`, es: 'Otro resumen.' };
  const campaign = { ...kit.campaign, summary, contact_email: 'nobody' };
  const places = [
    ['campaign', 'summary', 'en'],
    ['campaign', 'contact_email'],
  ];
  for (const [version, place] of places.entries()) {
    await owner.post('/write/kit', {
      decision: 'take',
      seen: String(version === 0 ? 0 : version + 1),
      text: JSON.stringify({ ...kit, campaign }),
      take: JSON.stringify([place, 0]),
    });
  }
  await owner.post('/write/link', { decision: 'make' });
}

async function idOf(petition: string): Promise<number> {
  const row = site.db.prepare('SELECT id FROM actions WHERE slug = ?').bind(petition);
  return (await row.first<number>('id')) ?? 0;
}

async function signatureOf(actionId: number): Promise<string> {
  const row = site.db.prepare(
    // Ids are random. The first who signed is in no pair, and setting one of a pair aside would end the pair.
    "SELECT id FROM signatures WHERE action_id = ? AND source = 'church-form' ORDER BY rowid",
  );
  return (await row.bind(actionId).first<string>('id')) ?? '';
}

async function seenIn(client: OrganizerClient, path: string): Promise<string> {
  return /name="seen" value="([^"]*)"/.exec(await client.read(path))?.[1] ?? '';
}

async function people(petition: string, actionId: number): Promise<void> {
  const inbox = freshEmail('console');
  const signers = [
    { ...longNamed, comment: `${'A long word: '}${'abcdefghij'.repeat(12)}`, email: freshEmail('console') },
    { given_name: 'Buy now', family_name: 'cheap.example', email: freshEmail('console') },
    { given_name: 'Eva', family_name: 'Diaz', email: inbox },
    // A pair by name and ZIP code, beside the one by inbox.
    { given_name: 'Eva', family_name: 'Diaz', email: freshEmail('console') },
    { given_name: 'Evva', family_name: 'Diaz', email: inbox },
  ];
  // One after the other: the second of the inbox gets a mail of its own.
  for (const person of signers) {
    const body = { zip: '28202', show_name: true, source: 'church-form', ...person };
    const signed = await sendJson(`/api/v1/petitions/${petition}/signatures`, body);
    if (signed.status !== 202) throw new Error(await signed.text());
    await confirmByMail(person.email);
  }
  const at = new Date(Date.now() - 3 * 60 * 60 * 1000);
  for (const [n, source] of [
    [30, 'church-flyer'],
    [25, 'clinic-poster'],
  ] as const) {
    await storeSignatures(
      site.db,
      { id: actionId },
      { n, at, source, prefix: `console-${source.slice(0, 3)}` },
    );
  }
  await compareNames({ db: site.db, keyring: siteKeyring() });
  await site.db
    .prepare(
      `INSERT INTO unusual_rates (action_id, kind, key, hour, n, of_all, state, found_at)
       VALUES (?1, 'source', 'church-flyer', ?2, 30, 34, 'waiting', ?3)`,
    )
    .bind(actionId, Math.floor(at.getTime() / 3_600_000), at.getTime())
    .run();
}

/** One sheet that counts, of which a line is to be entered again and one was entered differently, and one begun. */
async function paper(owner: OrganizerClient) {
  const begin = async (n: number) => {
    const code = sheetCodeOf(Uint8Array.of(n, 9, 9, 9, 5, 6, 7));
    const given = { decision: 'start', code, page: '1', paper: 'letter', source: '', language: 'en' };
    return pathOf(await owner.post('/paper', given));
  };
  const done = await begin(7);
  const lines = Array.from({ length: 12 }, (_, n) => [
    [`given_name.${n + 1}`, n === 3 ? '?' : `Person ${n}`],
    [`family_name.${n + 1}`, n === 3 ? '' : 'Longfamily-Name-On-Paper'],
    [`zip.${n + 1}`, n === 3 ? '' : '28202'],
    [`was.${n + 1}`, '0'],
  ]).flat();
  await owner.post(`${done}/lines`, { decision: 'finish', ...Object.fromEntries(lines) });
  const begun = await begin(8);
  await owner.post(`${begun}/lines`, Object.fromEntries(lines.slice(0, 8)));
  return { done, begun };
}

function pathOf(answer: Response): string {
  const location = answer.headers.get('location');
  if (!location) throw new Error(`${answer.status} of ${answer.url}`);
  return new URL(location, site.url).pathname.replace(/^\/organize\/campaigns\/[^/]+/, '');
}

/** One counted, one that waits for a second organizer, and one that was done. */
async function invalidations(owner: OrganizerClient, second: OrganizerClient, petition: string) {
  const count = async (source: string) => {
    const path = pathOf(await owner.post('/invalidations', { petition, source }));
    const isCounted = async () => (await owner.read(path)).includes('signatures were found');
    while (!(await isCounted())) await setTimeout(100);
    return path;
  };
  const decide = async (by: OrganizerClient, path: string, fields: Record<string, string>) =>
    by.post(`${path}/decide`, { seen: await seenIn(by, `${path}/decide`), note: '', ...fields });
  const [struck, asked, counted] = await Promise.all(
    ['clinic-poster', 'church-flyer', 'church-flyer'].map(count),
  );
  for (const path of [struck, asked]) await decide(owner, path ?? '', { decision: 'ask', code: 'automated' });
  await decide(second, struck ?? '', { decision: 'agree' });
  return { counted: counted ?? '', asked: asked ?? '', struck: struck ?? '' };
}

/** What the page of the import is given before anything is stored. */
const file = [
  'email,first_name,last_name,zip_code',
  ...Array.from({ length: 12 }, (_, n) => `p${n}@import.example,Person ${n},Import,28202`),
  'nobody,No,Body,28202',
].join('\n');

/** A draft, a mail that is ready, and one that was sent to somebody. */
async function newsMails(owner: OrganizerClient, actionId: number) {
  await site.db
    .prepare("UPDATE signatures SET keep_informed = 1 WHERE action_id = ? AND source = 'church-form'")
    .bind(actionId)
    .run();
  const begin = async (subject: string) => {
    const path = pathOf(await owner.post('/news'));
    const texts = { 'text.en': '**Come** to the hearing.', 'text.es': '**Venga** a la audiencia.' };
    const subjects = { 'subject.en': subject, 'subject.es': `${subject}, en español` };
    await owner.post(path, { ...texts, ...subjects, version: '1', decision: 'save' });
    return { path, fields: { ...texts, ...subjects, version: '2' } };
  };
  const draft = await begin(`A-subject-of-one-long-word-${'abcdefghij'.repeat(6)}`);
  const [ready, sent] = [await begin('The vote is on June 14'), await begin('We have reached a threshold')];
  for (const { path, fields } of [ready, sent]) await owner.post(path, { ...fields, decision: 'count' });
  await owner.post(`${sent.path}/send`, { decision: 'send', seen: await seenIn(owner, sent.path) });
  return { draft: draft.path, ready: ready.path, sent: sent.path };
}

/** The address of an office with evidence of it and a tie, and with a very long name. */
async function tiedStakeholder(owner: OrganizerClient): Promise<string> {
  const add = async (name: string, more: Record<string, string>) => {
    const done = await owner.post('/new-stakeholder', { 'name.en': name, 'name.es': name, ...more });
    if (done.status !== 303) throw new Error(await done.text());
  };
  await add(`Office-of-one-long-word-${'abcdefghij'.repeat(9)}`, {
    kind: 'decides',
    target: 'yes',
    agent: 'yes',
  });
  await add('Council member, District 1', { kind: 'decides', seat: 'district-1' });
  const list = await owner.read('/strategy');
  const [[, other = ''] = [], [, id = ''] = []] = [...list.matchAll(/\/stakeholders\/(\w{26})"/g)];
  for (const [one, support] of [
    [id, 'for'],
    [other, 'leans-against'],
  ] as const) {
    await owner.post(`/stakeholders/${one}/evidence`, {
      ...{ kind: 'meeting', on: new Date(Date.now() - 2 * day).toISOString().slice(0, 10), support },
      ...{ influence: '3', said_by: 'Minutes', what: 'abcdefghij'.repeat(20), link: 'https://city.example/' },
    });
  }
  await owner.post(`/stakeholders/${id}/tie`, { kind: 'has-access', other });
  return `/stakeholders/${id}`;
}

/** A tactic with every field filled, that waits for another one and is late. */
async function warnedTactic(owner: OrganizerClient): Promise<string> {
  const first = { title: 'Ask all seats', starts_on: '2026-01-05', ends_on: '2026-02-27', progress: 'going' };
  const idIn = (list: string) => /\/tactics\/(\w{26})"/.exec(list)?.[1] ?? '';
  await owner.post('/new-tactic', first);
  const needs = idIn(await owner.read('/plan'));
  const second = {
    ...{
      title: longNamed.family_name,
      starts_on: '2026-01-01',
      ends_on: '2026-03-31',
      progress: 'planned',
      needs,
    },
    ...{ owner: `organizer:${owner.id}`, juncture: 'vote', outcome: longNamed.given_name },
    ...{ measure: 'own', what: 'Letters', n: '12', target: '40' },
  };
  const done = await owner.post('/new-tactic', second);
  if (done.status !== 303) throw new Error(await done.text());
  return `/tactics/${idIn(await owner.read('/plan'))}`;
}

/** The address of a story that was agreed to, and that an organizer may take to the press. */
async function toldStory(campaignId: number): Promise<string> {
  const deps = { db: site.db, keyring: siteKeyring() };
  const now = new Date();
  const [partner] = await listPartners(site.db, campaignId);
  const seen = await newestNumber(site.db, campaignId);
  const inviting = { campaignId, partnerId: partner?.id ?? 0, seen, isExample: false, now };
  const id = (await invite(deps, inviting)) ?? '';
  await begin(deps, { id, press: 'once', language: 'en', now });
  const story = await findStory(site.db, id);
  if (!story) throw new Error('no story was begun');
  const answers = { police: 'abcdefghij'.repeat(12), training: 'They could have asked.', city: '' };
  await write(deps, { story, seen: 0, told: { answers, name: 'Marigold' }, language: 'en', now });
  const whole = await runQuery(site.db, wholeStoryQuery(site.db, id));
  const agreed = (['page', 'press'] as const).map((use) => {
    return { use, named: 'name' as const, months: 12, mayTranslate: false };
  });
  if (!whole || !(await agree(deps, whole, { agreed, seen: 1, timeZone: 'America/New_York', now })))
    throw new Error('nobody agreed to the story');
  return `/stories/${id}`;
}

type Things = Record<
  | 'signature'
  | 'done'
  | 'begun'
  | 'counted'
  | 'asked'
  | 'struck'
  | 'draft'
  | 'ready'
  | 'sent'
  | 'story'
  | 'stakeholder'
  | 'tactic',
  string
>;

function placesOf(home: string, things: Things): Place[] {
  const {
    signature,
    done,
    begun,
    counted,
    asked,
    struck,
    draft,
    ready,
    sent: gone,
    story,
    stakeholder,
    tactic,
  } = things;
  const paths = [
    ...['', '/words', '/words?look=shown', '/duplicates', '/signatures', '/signatures?state=invalidated'],
    ...[`/signatures/${signature}`, `/signatures/${signature}/strike-off`, '/invalidations'],
    ...[counted, `${counted}/decide`, `${asked}?still=yes`, struck, `${struck}/undo`],
    ...[
      '/paper',
      done,
      begun,
      `${done}/correct/3`,
      `${done}/second`,
      `${done}/differences`,
      '/paper/import',
      '/paper/check',
    ],
    ...[
      '/exports',
      '/exports?audience=partner',
      '/partners',
      '/partners/church',
      '/embeds',
      '/webhooks',
      '/network',
    ],
    ...['/coalition', '/coalition/agenda', '/coalition/idea', '/coalition/notes'],
    ...['/news', draft, ready, `${ready}/send`, gone],
    ...['/numbers', '/samples', '/stories', story, `${story}/sheet`],
    ...['/mail', '/switches', '/people', '/log', '/log/check'],
    ...['/questions', '/new-question-entry', '/new-question-entry?kind=myth'],
    ...strategyPages,
    ...planPages,
    ...['', '/edit', '/evidence', '/tie'].map((page) => stakeholder + page),
    tactic,
  ];
  const keeps = /^cookie organizer$/;
  const pressed = (name: string, path: string, act: NonNullable<Place['act']>): Place => {
    return { name, path: home + path, act, keeps };
  };
  return [
    ...paths.map((path) => ({ name: path || '/', path: home + path, keeps })),
    pressed('somebody is looked for', '/signatures', async (page) => {
      await page
        .locator('form[action*="signature-search"] input:not([type=hidden])')
        .first()
        .fill('Eva Diaz');
      await sent(page, 'form[action*="signature-search"] button');
    }),
    pressed('two people are opened', '/duplicates', (page) => sent(page, 'form[action*="/open"] button')),
    pressed('a person is opened', `/signatures/${signature}`, (page) =>
      sent(page, 'form[action*="/open"] button'),
    ),
    pressed('no condition for a bulk', '/invalidations', (page) =>
      sent(page, 'form[action*="/invalidations"] button'),
    ),
    pressed('no sheet', '/paper', (page) => sent(page, 'button[value=start]')),
    pressed('a file of another platform', '/paper/import', async (page) => {
      const buffer = Buffer.from(file);
      await page.locator('input[type=file]').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer });
      await sent(page, 'button[value=read]');
    }),
    pressed('nobody is invited', '/people', (page) => sent(page, 'form:has(#email) button')),
    pressed('a mail without a text', draft, async (page) => {
      await page.locator('textarea').first().fill('');
      await sent(page, 'button[value=count]');
    }),
    pressed('no hour to send at', `${ready}/send`, (page) => sent(page, 'button[value=schedule]')),
    pressed('no source of a seed', '/samples', (page) => sent(page, 'form:has(#seed_on) button')),
    pressed('no host', '/embeds', (page) => sent(page, 'button[value=add]')),
    pressed('no name of an office', '/new-stakeholder', (page) => sent(page, 'form.fields button')),
    pressed('evidence of nothing', `${stakeholder}/evidence`, (page) => sent(page, 'form.fields button')),
    pressed('no webhook', '/webhooks', (page) => sent(page, 'form:has(#url) button')),
  ];
}

async function sent(page: Page, button: string): Promise<void> {
  await follow(page.locator(button).first());
}

/** What a browser sees that is not signed in, or whose passkey was shown too long ago. */
export async function closedPlaces(): Promise<Place[]> {
  const keeps = /^cookie (organizer|asked|to)$/;
  const { db, now, keyring } = { db: site.db, now: new Date(), keyring: siteKeyring() };
  const { id, statements } = await organizerFor({ db, keyring }, { email: freshEmail('link'), now });
  await db.batch(statements);
  const given = { organizerId: id, publicUrl: site.url, lasts: 3_600_000, now };
  const link = await printedLink({ db, keyring }, given);
  return [
    { name: 'sign in', path: '/organize/sign-in', keeps },
    {
      name: 'sign in without an address',
      path: '/organize/sign-in',
      keeps,
      act: (page) => sent(page, 'form[action*="sign-in"] button'),
    },
    { name: 'a link was sent', path: '/organize/sign-in?sent=yes', keeps },
    { name: 'a link that signs in', path: new URL(link).pathname, keeps },
  ];
}

/** With a sign-up that has something to open. */
async function eventWithSignUp(): Promise<string> {
  const slug = await openOwnEvent('console-events');
  const person = { given_name: 'Ana', email: freshEmail('signs-up'), zip: '28202' };
  const sent = { ...person, slot: 'first', safe_note: 'Near the door' };
  const answer = await sendJson(`/api/v1/events/${slug}/sign-ups`, sent);
  if (answer.status !== 202) throw new Error(`signing up answered ${answer.status}`);
  return slug;
}
