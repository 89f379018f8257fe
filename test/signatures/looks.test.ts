import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ActionContext } from '../../worker/actions/context.ts';
import { itemsOn } from '../moderation/support.ts';
import { anaOf, type TestApp, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { lookAtAll, waitingTexts } from '../support/looks.ts';
import { organizerIn } from '../support/organizer.ts';
import { confirmedAs, signedAs } from './support.ts';

let app: TestApp;
let context: ActionContext;

beforeAll(() => {
  app = testApp();
});

beforeEach(async () => {
  context = await openPetition(env.DB);
});

const shown = { show_name: true, comment: 'For my sister.' };
const ana = () => ({ ...anaOf(context.action.slug), ...shown });

/** Everything that a stranger can read. */
async function inPublic(): Promise<string> {
  const { action, campaign } = context;
  const places = [
    `/petitions/${action.slug}`,
    `/petitions/${action.slug}?lang=es`,
    `/embed/petitions/${action.slug}`,
    `/embed/petitions/${action.slug}?compact=1`,
    `/api/v1/petitions/${action.slug}`,
    `/api/v1/campaigns/${campaign.slug}`,
    `/campaigns/${campaign.slug}`,
    `/campaigns/${campaign.slug}/updates.xml`,
    `/petitions/${action.slug}/thank-you`,
    '/',
  ];
  const pages = await Promise.all(places.map(async (path) => (await app.request(path)).text()));
  return pages.join('\n');
}

const petitionPage = async () => (await app.request(`/petitions/${context.action.slug}`)).text();
const waiting = () => waitingTexts(app.deps, { campaign: context.campaign });

async function rowOf(id: string) {
  return env.DB.prepare(
    'SELECT shown_name, shown_comment, name_look, comment_look FROM signatures WHERE id = ?',
  )
    .bind(id)
    .first();
}

describe('a name and a comment wait for a look', () => {
  test('and are shown nowhere until then, and are not readable in the database', async () => {
    const { id } = await confirmedAs(app, context.action.slug, ana());
    const all = await inPublic();
    expect(all).not.toContain('Ana Lopez');
    expect(all).not.toContain('For my sister.');
    expect(await rowOf(id)).toEqual({
      shown_name: null,
      shown_comment: null,
      name_look: 'waiting',
      comment_look: 'waiting',
    });
    expect(await waiting()).toEqual([
      expect.objectContaining({ kind: 'name', text: 'Ana Lopez' }),
      expect.objectContaining({ kind: 'comment', text: 'For my sister.' }),
    ]);
  });

  test('of a name of 200 characters with a link nothing is shown, whatever its sender does', async () => {
    const given_name = `Visit https://spam.example ${'x'.repeat(150)}`;
    await confirmedAs(app, context.action.slug, { ...ana(), given_name });
    expect(await inPublic()).not.toContain('spam.example');
  });

  test('a signature that nobody has confirmed is not even listed', async () => {
    await signedAs(app, context.action.slug, ana());
    expect(await waiting()).toEqual([]);
  });

  test('without the box checked, a comment is shown without the name', async () => {
    await confirmedAs(app, context.action.slug, { ...ana(), show_name: false });
    await lookAtAll(app.deps);
    const page = await petitionPage();
    expect(page).toContain('For my sister.');
    expect(page).not.toContain('Lopez');
  });
});

describe('a change by its owner', () => {
  const corrected = { given_name: 'Ana', family_name: 'Lopez', zip: '28202', show_name: 'yes' };

  test('of the name waits again; the comment that was looked at stays', async () => {
    const { mine } = await confirmedAs(app, context.action.slug, ana());
    await lookAtAll(app.deps);
    const change = { ...corrected, given_name: 'Anna', comment: shown.comment };
    expect((await app.post(`${mine}/correct`, change)).status).toBe(303);
    const page = await petitionPage();
    expect(page).not.toMatch(/Ann?a Lopez/);
    expect(page).toContain('For my sister.');
    expect((await waiting()).map(({ text }) => text)).toEqual(['Anna Lopez']);
  });

  test('of the ZIP alone changes nothing of what stands there', async () => {
    const { mine } = await confirmedAs(app, context.action.slug, ana());
    await lookAtAll(app.deps);
    await app.post(`${mine}/correct`, { ...corrected, comment: shown.comment, zip: '28299', district: '2' });
    expect(await petitionPage()).toContain('Ana Lopez');
    expect(await waiting()).toEqual([]);
  });

  test.each(['withdraw', 'erase'])('to %s takes name and comment away at once', async (verb) => {
    const { id, mine } = await confirmedAs(app, context.action.slug, ana());
    await lookAtAll(app.deps);
    expect((await app.post(`${mine}/${verb}`, {})).status).toBe(303);
    const all = await inPublic();
    expect(all).not.toContain('Ana Lopez');
    expect(all).not.toContain('For my sister.');
    expect(await rowOf(id)).toEqual({
      shown_name: null,
      shown_comment: null,
      name_look: null,
      comment_look: null,
    });
  });
});

describe('its owner is told what others see, exactly as it looks', () => {
  test('on the form, before anything is sent', async () => {
    const page = await petitionPage();
    expect(page).toContain(
      'With your council district and the day you confirm, once an organizer has looked at it.',
    );
    const spanish = await (await app.request(`/petitions/${context.action.slug}?lang=es`)).text();
    expect(spanish).toContain('Con su distrito y el día en que usted confirma');
  });

  test('on the confirm page and on the own page', async () => {
    const { confirm, mine } = await signedAs(app, context.action.slug, ana());
    const asked = await (await app.request(confirm)).text();
    expect(asked).toContain('It will look like this once an organizer has looked at it:');
    expect(asked).toMatch(/Ana Lopez<\/bdi><span class="small">District 1 · <time datetime="2026-11-25">/);
    expect(asked).toContain('For my sister.');
    await app.post(confirm, {});
    expect(await (await app.request(mine)).text()).toContain('once an organizer has looked at it:');
    await lookAtAll(app.deps, { slug: context.action.slug });
    expect(await (await app.request(mine)).text()).toContain('It looks like this:');
    const list = /<ul class="plain names comments">.*?<\/ul>/s.exec(await petitionPage())?.[0];
    expect(list).toMatch(/Ana Lopez<\/bdi><span class="small">District 1 · <time datetime="2026-11-25">/);
  });

  test('and that an organizer has hidden it', async () => {
    const { mine } = await confirmedAs(app, context.action.slug, ana());
    await lookAtAll(app.deps, { slug: context.action.slug, to: 'hidden' });
    const page = await (await app.request(mine)).text();
    expect(page).toContain('An organizer decided not to show your name.');
    expect(page).toContain('An organizer decided not to show your comment.');
    const file = await (await app.request(`${mine}/data.json`)).json();
    expect(file).toMatchObject({ shown_name: null, name_look: 'hidden', comment_look: 'hidden' });
  });
});

describe('where the campaign shows names at once', () => {
  beforeEach(async () => {
    context = await openPetition(env.DB, { looks: 'at-once' });
  });

  test('they stand there with the confirmation', async () => {
    const { confirm } = await signedAs(app, context.action.slug, ana());
    expect(await petitionPage()).not.toContain('Ana Lopez');
    expect(await (await app.request(confirm)).text()).toContain('Once you confirm, it looks like this:');
    await app.post(confirm, {});
    expect(await petitionPage()).toContain('Ana Lopez');
    expect(await petitionPage()).toContain('For my sister.');
    expect(await petitionPage()).toContain('waits for an organizer');
  });

  test('a link, a number or a long name waits', async () => {
    const person = { ...ana(), given_name: 'Call 555 0199', comment: 'Go to spam.example' };
    await confirmedAs(app, context.action.slug, person);
    const all = await inPublic();
    expect(all).not.toContain('555');
    expect(all).not.toContain('spam.example');
    expect(await waiting()).toHaveLength(2);
  });

  test('a word of the campaign’s list waits, and its owner is told so beforehand', async () => {
    context = await openPetition(env.DB, { looks: 'at-once', heldWords: ['traitor'] });
    expect(await petitionPage()).toContain('a held word');
    await confirmedAs(app, context.action.slug, { ...ana(), comment: 'The mayor is a TRÁITOR' });
    expect(await petitionPage()).toContain('Ana Lopez');
    expect(await inPublic()).not.toContain('mayor');
    const moderator = await organizerIn(app, context.campaign, { role: 'moderator' });
    expect(await moderator.read('/words')).toContain('a held word');
  });

  test('what an organizer has hidden does not come back by taking it out and in again', async () => {
    const { mine } = await confirmedAs(app, context.action.slug, ana());
    const moderator = await organizerIn(app, context.campaign, { role: 'moderator' });
    for (const items of itemsOn(await moderator.read('/words?look=shown'))) {
      expect((await moderator.post('/words', { items, decision: 'hide', reason: 'other' })).status).toBe(303);
    }
    expect(await petitionPage()).not.toContain('Ana Lopez');
    const fields = { given_name: 'Ana', family_name: 'Lopez', zip: '28202' };
    await app.post(`${mine}/correct`, fields);
    await app.post(`${mine}/correct`, { ...fields, show_name: 'yes' });
    expect(await petitionPage()).not.toContain('Ana Lopez');
  });
});
