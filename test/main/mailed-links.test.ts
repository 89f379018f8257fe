import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { findContext } from '../../worker/actions/context.ts';
import { findCampaign } from '../../worker/campaigns/store.ts';
import { committeeLinks } from '../../worker/digests/links.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { linksIn } from '../../worker/platform/mail/links.ts';
import type { Mail } from '../../worker/platform/mail/mail.ts';
import { campaignOfAugust } from '../digests/history.ts';
import { ask, askedAndConfirmed, ownQuestion } from '../questions/support.ts';
import { askedOf, openAsking } from '../responses/support.ts';
import { confirmedAs, dump, signedAs } from '../signatures/support.ts';
import { anaOf, type TestApp, testApp } from '../support/app.ts';
import { openCoalition } from '../support/coalition.ts';
import { comes, openEvent, opened } from '../support/events.ts';
import { openPetition } from '../support/factories.ts';
import { organizerIn } from '../support/organizer.ts';
import { openSendable, pressOpen } from '../surveys/sending.ts';
import { confirmedResponse } from '../surveys/support.ts';

/*
 * Every link that is mailed can be revoked: for each kind of mail that a feature has, here is one such mail, and what
 * its reader presses when somebody else may have it. A kind that is not here fails.
 */

type Mailed = {
  ref: string;
  kind: string;
  /** Ends its links. Null: the mail has none but to pages that everybody may see. */
  revoke: string | null;
};

const supporterMail =
  (kind: string, isConfirmed = false) =>
  async (app: TestApp): Promise<Mailed> => {
    const { slug } = (await openPetition(env.DB)).action;
    const sent = { ...anaOf(slug), comment: 'Only Ana may read this', keep_informed: 'yes' };
    const { id, mine } = await (isConfirmed ? confirmedAs : signedAs)(app, slug, sent);
    return { ref: id, kind, revoke: `${mine}/new-link` };
  };

const eventMail =
  (kind: string, change: Record<string, unknown> = {}) =>
  async (app: TestApp): Promise<Mailed> => {
    const { action, kit } = await openEvent(app);
    const mine = await comes(app, action.slug);
    await opened(app, { ...kit, events: kit.events.map((event) => ({ ...event, ...change })) });
    const ref = await env.DB.prepare('SELECT signature_id AS id FROM sign_ups WHERE action_id = ?')
      .bind(action.id)
      .first<string>('id');
    return { ref: ref ?? '', kind, revoke: `${mine}/new-link` };
  };

async function committee(app: TestApp) {
  const { action } = await campaignOfAugust();
  const { id } = action.committee;
  const { staffUrl } = await committeeLinks(app.deps, { id, staffLink: 1 });
  return { action, id, revoke: `${new URL(staffUrl).pathname}/replace` };
}

const committeeMail =
  (kind: string) =>
  async (app: TestApp): Promise<Mailed> => {
    const { id, revoke } = await committee(app);
    return { ref: `committee:${id}`, kind, revoke };
  };

/** The committee is asked by the mail, and its answer is told to itself and to a supporter. */
async function answered(app: TestApp) {
  const context = await openAsking();
  const { committee, id: actionId, slug } = context.action;
  await askedOf(app, context, '2026-11-25T15:00:00Z');
  await env.DB.prepare(
    `INSERT INTO answers (id, action_id, committee_id, ask, version, answer, text, language, answered_on, given_by,
      recorded_at) VALUES (?1, ?1, ?2, 'train', 1, 'yes', '', 'en', '2026-11-25', 'link', 0)`,
  )
    .bind(actionId, committee.id)
    .run();
  await env.DB.prepare(
    `INSERT INTO mailings (id, campaign_id, kind, action_id, content, state, made_by, made_at, changed_at)
     VALUES (?1, ?2, 'answers', ?1, ?3, 'sending', '', 0, 0)`,
  )
    .bind(actionId, context.campaign.id, JSON.stringify([actionId]))
    .run();
  const { staffUrl } = await committeeLinks(app.deps, { id: committee.id, staffLink: 1 });
  const revoke = `${new URL(staffUrl).pathname}/replace`;
  return { slug, actionId, ref: `${actionId}.${committee.id}`, revoke };
}

async function writtenNews(app: TestApp) {
  const context = await openPetition(env.DB);
  const { id: owner } = await organizerIn(app, context.campaign, { role: 'owner' });
  const mailing = 1000 + context.campaign.id;
  const content = { subject: { en: 'News', es: 'Noticias' }, text: { en: 'Come.', es: 'Venga.' } };
  await env.DB.prepare(
    `INSERT INTO mailings (id, campaign_id, kind, content, state, made_by, made_at, changed_at)
     VALUES (?1, ?2, 'news', ?3, 'sending', ?4, 0, 0)`,
  )
    .bind(mailing, context.campaign.id, JSON.stringify(content), owner)
    .run();
  return { context, owner, mailing };
}

async function askedIn(campaign: { id: number }): Promise<string> {
  const id = env.DB.prepare('SELECT id FROM asked_questions WHERE campaign_id = ?').bind(campaign.id);
  return (await id.first<string>('id')) ?? '';
}

const mailed: Record<string, (app: TestApp) => Promise<Mailed>> = {
  confirm: supporterMail('confirm'),
  again: supporterMail('again:1'),
  invite: supporterMail('invite'),
  'remind-1': supporterMail('remind-1'),
  'remind-2': supporterMail('remind-2'),
  'new-link': supporterMail('new-link:1.1', true),
  async 'ask-sent'(app) {
    const context = await openSendable(app);
    const { id, mine } = await confirmedResponse(app, context);
    await pressOpen(app, context, await (await app.request(`${mine}/send`)).text());
    return { ref: id, kind: 'ask-sent', revoke: `${mine}/new-link` };
  },
  'event-moved-up': eventMail('event-moved-up:first.1'),
  'event-reminder': eventMail(`event-reminder:days.first.${Date.parse('2027-01-14T23:00:00Z')}`),
  'event-changed': eventMail('event-changed:1'),
  'event-cancelled': eventMail('event-cancelled:1', {
    cancelled: { en: 'The hall burned down.', es: 'La sala se quemó.' },
  }),
  async digest(app) {
    const { id, revoke } = await committee(app);
    await app.cron('2026-09-07T11:00:00Z');
    return { ref: `${id}-2026-W36`, kind: 'digest', revoke };
  },
  'staff-link': committeeMail('staff-link:1'),
  frequency: committeeMail('frequency:0'),
  async 'frequency-contact'(app) {
    const { id, action } = await committee(app);
    const campaign = await env.DB.prepare('SELECT campaign_id AS id FROM actions WHERE id = ?')
      .bind(action.id)
      .first<{ id: number }>();
    return { ref: `committee:${id}:${campaign?.id}`, kind: 'frequency-contact:0', revoke: null };
  },
  async threshold(app) {
    const { action, revoke } = await committee(app);
    await env.DB.prepare('UPDATE thresholds SET reached_at = 1 WHERE action_id = ?').bind(action.id).run();
    return { ref: `${action.id}:3`, kind: 'threshold', revoke };
  },
  async 'answer-request'(app) {
    const { ref, revoke } = await answered(app);
    return { ref, kind: 'answer-request:3', revoke };
  },
  async 'answer-receipt'(app) {
    const { ref, revoke } = await answered(app);
    return { ref, kind: 'answer-receipt:1', revoke };
  },
  async 'answer-replaced'(app) {
    const { ref, actionId, revoke } = await answered(app);
    await env.DB.prepare(
      `INSERT INTO answers (id, action_id, committee_id, ask, version, answer, text, language, answered_on, given_by,
        recorded_at) SELECT 1000 + id, action_id, committee_id, ask, 2, 'no', '', 'en', '2026-11-25', 'letter', 1
       FROM answers WHERE id = ?`,
    )
      .bind(actionId)
      .run();
    return { ref, kind: 'answer-replaced:1', revoke };
  },
  async 'answer-news'(app) {
    const { slug, actionId } = await answered(app);
    const { id, mine } = await confirmedAs(app, slug, { ...anaOf(slug), keep_informed: 'yes' });
    return { ref: id, kind: `answer-news:${actionId}`, revoke: `${mine}/new-link` };
  },
  async news(app) {
    const { context, mailing } = await writtenNews(app);
    const { slug } = context.action;
    const { id, mine } = await confirmedAs(app, slug, { ...anaOf(slug), keep_informed: 'yes' });
    return { ref: id, kind: `news:${mailing}`, revoke: `${mine}/new-link` };
  },
  async 'news-test'(app) {
    const { owner, mailing } = await writtenNews(app);
    return { ref: owner, kind: `news-test:${mailing}-1-en`, revoke: null };
  },
  async 'question-confirm'(app) {
    const { campaign } = await openPetition(env.DB);
    await ask(app, campaign, { email: `asks@${campaign.slug}.example` });
    const revoke = `${await ownQuestion(app, `asks@${campaign.slug}.example`)}/erase`;
    return { ref: await askedIn(campaign), kind: 'question-confirm', revoke };
  },
  async 'question-told'(app) {
    const { campaign } = await openPetition(env.DB);
    const own = await askedAndConfirmed(app, campaign, { email: `asks@${campaign.slug}.example` });
    const ref = await askedIn(campaign);
    await env.DB.prepare(
      "UPDATE asked_questions SET state = 'hidden', reason = 'insult', decisions = 1 WHERE id = ?",
    )
      .bind(ref)
      .run();
    return { ref, kind: 'question-told:1', revoke: `${own}/erase` };
  },
  async 'norms-changed'() {
    const { partners } = await openCoalition(env.DB);
    return { ref: `partner:${partners.clinic?.id}`, kind: 'norms-changed:1', revoke: null };
  },
  async 'sample-question'(app) {
    const { action, campaign } = await openPetition(env.DB);
    const { id, mine } = await confirmedAs(app, action.slug, anaOf(action.slug));
    const closesAt = app.now().getTime() + 86_400_000;
    await env.DB.batch([
      env.DB.prepare(
        `INSERT INTO samples (id, campaign_id, action_id, state, size, days, source, seed_on, week, announced_at,
           closes_at) VALUES (?1, ?2, ?1, 'asking', 20, 14, 'dice', '2026-11-23', '2026-W47', 0, ?3)`,
      ).bind(action.id, campaign.id, closesAt),
      env.DB.prepare('INSERT INTO sample_people VALUES (?1, 0, 0, ?2, 1, NULL)').bind(action.id, id),
    ]);
    return { ref: id, kind: `sample-question:${action.id}`, revoke: `${mine}/new-link` };
  },
  async erasing() {
    const { action } = await openPetition(env.DB);
    await env.DB.prepare(
      "UPDATE actions SET state = 'closed', closed_at = 1, erasing_told_at = 1 WHERE id = ?",
    )
      .bind(action.id)
      .run();
    return { ref: `${action.id}:1`, kind: 'erasing', revoke: null };
  },
};

/**
 * Mails to organizers. Only the sign-in link holds a secret: it works for ten minutes, once, in one browser, and leads
 * into no campaign for whoever has lost their role (test/organize/sign-in).
 */
const toOrganizers = ['organizer-sign-in', 'organizer-invite', 'organizer-waiting', 'tactic-reminder'];
const kinds = shippedHouse.features
  .flatMap(({ mails = [] }) => mails.flatMap((mail) => [...mail.kinds]))
  .filter((kind) => !toOrganizers.includes(kind));

test('every kind of mail is here', () => {
  expect(Object.keys(mailed).sort()).toEqual(kinds.toSorted());
});

async function written(app: TestApp, { ref, kind }: Mailed): Promise<Mail> {
  const render = shippedHouse.renderMails(app.deps, app.now());
  const mail = (await render([{ id: 'a', ref, kind }])).get('a');
  if (!mail) throw new Error(`${kind} was not written`);
  return mail;
}

function pathsIn(mail: Mail, { deps }: TestApp): string[] {
  const headers = Object.values(mail.headers ?? {}).flatMap((value) => value.match(/https?:[^>\s]+/g) ?? []);
  return [...linksIn(mail), ...headers].map((link) => {
    expect(link.startsWith(deps.settings.publicUrl), link).toBe(true);
    return link.slice(deps.settings.publicUrl.length);
  });
}

/** What everybody may see: the page of a campaign with its questions and its timeline, of an action that is open to the public, or of its statement. */
async function isPublic(path: string): Promise<boolean> {
  const campaign = /^\/campaigns\/([^/?]+)(?:\/(?:questions|timeline))?(?:[?#]|$)/.exec(path)?.[1];
  if (campaign !== undefined) return (await findCampaign(env.DB, campaign)) !== null;
  const action = /^\/(?:petitions|surveys|samples|events)\/([^/?]+)(?:\?|$)/.exec(path)?.[1];
  const slug = action ?? /^\/statements\/([^/?]+)\/\d{4}-W\d\d(?:\.tlog-proof)?(?:\?|$)/.exec(path)?.[1];
  return slug !== undefined && (await findContext(env.DB, slug)) !== null;
}

/** Where the forms and links of a page lead that stay within its own link. */
async function waysOn(app: TestApp, path: string): Promise<{ posts: string[]; gets: string[] }> {
  const html = await (await app.request(path)).text();
  const own = path.split('?')[0] ?? '';
  const found = (attribute: string) =>
    [...html.matchAll(new RegExp(` ${attribute}="(/[^"]*)"`, 'g'))].flatMap(([, to = '']) =>
      to.startsWith(own) ? [to.replaceAll('&amp;', '&')] : [],
    );
  return { posts: [own, ...found('action')], gets: [path, ...found('href')] };
}

test.for(kinds)('what a mail of the kind %s links to can be revoked', async (kind) => {
  const app = testApp();
  app.setNow('2026-11-25T15:00:00Z');
  const mail = (await mailed[kind]?.(app)) as Mailed;
  const before = await written(app, mail);
  const secret: string[] = [];
  for (const path of pathsIn(before, app)) if (!(await isPublic(path))) secret.push(path);
  if (mail.revoke === null) {
    expect(secret).toEqual([]);
    return;
  }
  expect(secret.length).toBeGreaterThan(0);
  const ways = await Promise.all(secret.map((path) => waysOn(app, path)));
  for (const path of secret) expect((await app.request(path)).status, path).toBe(200);

  const revoked = await app.post(mail.revoke, {});
  expect([200, 303]).toContain(revoked.status);

  for (const path of ways.flatMap(({ gets }) => gets)) {
    const page = await app.request(path);
    expect([path, page.status]).toEqual([path, 410]);
    expect(await page.text()).not.toMatch(/Lopez|28202|Only Ana|example"|\d signatures?\b/);
  }
  const stored = await dump();
  const fields = { frequency: 'stopped', given_name: 'Eve', zip: '28202', 'answer.fund': 'no' };
  for (const path of ways.flatMap(({ posts }) => posts).filter((path) => !path.includes('/new-link'))) {
    const pressed = await app.post(path, fields);
    expect([path, [404, 405, 410].includes(pressed.status)]).toEqual([path, true]);
  }
  expect(await dump()).toBe(stored);
});
