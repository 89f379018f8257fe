import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { findContext } from '../../worker/actions/context.ts';
import type { Partner } from '../../worker/coalition/rules.ts';
import { listPartners } from '../../worker/coalition/store.ts';
import { staffToken } from '../../worker/digests/links.ts';
import { type SurveyContext, withSurvey } from '../../worker/surveys/cache.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { coalitionKit, partnerJson, partnerPath } from '../support/coalition.ts';
import { openKit } from '../support/kits.ts';
import { smallSurvey } from '../support/surveys.ts';
import { fieldsOf, type Sent } from './form-fields.ts';
import { person, press, rightAnswers } from './form-support.ts';
import { allAnswers, confirmedResponse, responseOf } from './support.ts';

let app: TestApp;
let context: SurveyContext;
let slug = '';
let partners: Record<string, Partner> = {};

beforeEach(async () => {
  app = testApp();
  const survey = smallSurvey();
  slug = survey.slug;
  const opened = await openKit(env.DB, { ...coalitionKit(), surveys: [survey] }, app.now());
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const found = await findContext(env.DB, slug);
  context = (found && (await withSurvey(app.deps, found, app.now())))!;
  const all = await listPartners(env.DB, context.campaign.id);
  partners = Object.fromEntries(all.map((one) => [one.slug, one]));
});

const textOf = async (path: string) => (await app.request(path)).text();
const box = (html: string) => /<input[^>]*name="partner_contact"[^>]*>/.exec(html)?.[0];

async function pressed(step: string, source: string, more: Sent = {}, lang = '') {
  const { form_token } = fieldsOf(await textOf(`/surveys/${slug}?source=${source}`));
  return press(app, slug, { ...rightAnswers, form_token, source, step, ...more }, lang);
}

async function stored(): Promise<number[]> {
  const { results } = await env.DB.prepare(
    'SELECT partner_contact AS n FROM signatures WHERE action_id = ? ORDER BY rowid',
  )
    .bind(context.action.id)
    .all<{ n: number }>();
  return results.map(({ n }) => n);
}

async function openings(): Promise<unknown[]> {
  await app.afterAnswers();
  const { results } = await env.DB.prepare('SELECT source, n FROM source_views WHERE action_id = ?')
    .bind(context.action.id)
    .all();
  return results;
}

describe('an opening of a survey', () => {
  test('counts for the source that it came by, as a page and once as a frame', async () => {
    await app.request(`/surveys/${slug}?source=church-form`);
    await app.request(`/surveys/${slug}?source=church-form&answer.fund=no`);
    expect(await openings()).toEqual([{ source: 'church-form', n: 2 }]);
    await app.request(`/embed/surveys/${slug}?source=church-form`);
    expect(await openings()).toEqual([{ source: 'church-form', n: 3 }]);
  });

  test('counts for nobody without a source that is known, nor on the way through the form', async () => {
    await app.request(`/surveys/${slug}`);
    await app.request(`/surveys/${slug}?source=never-heard-of`);
    await press(app, slug, { ...rightAnswers, source: 'church-form', step: 'review' });
    expect(await openings()).toEqual([]);
  });
});

describe('before it is sent, a partner that may ask', () => {
  test('asks by its name and unticked, in both languages', async () => {
    const english = await (await pressed('review', 'church-form')).text();
    expect(english).toContain('The church may write to me');
    expect(box(english)).not.toContain('checked');
    const spanish = await (await pressed('review', 'church-form', {}, 'es')).text();
    expect(spanish).toContain('The church (es) me puede escribir');
  });

  test.each(['', 'poster', 'clinic-poster', 'never-heard-of'])('is not that of "%s"', async (source) => {
    expect(box(await (await pressed('review', source)).text())).toBeUndefined();
  });

  test('keeps its tick when the form comes back, and over a change of an answer', async () => {
    const ticked = { ...person, partner_contact: 'yes' };
    const wrong = await pressed('send', 'church-form', { ...ticked, zip: 'ABCDE' });
    expect(wrong.status).toBe(422);
    expect(box(await wrong.text())).toContain('checked');
    const edit = await pressed('edit', 'church-form', { ...ticked, edit: 'fund' });
    const fields = fieldsOf(await edit.text());
    expect(fields.partner_contact).toEqual(['yes']);
    const again = await press(app, slug, { ...fields, step: 'review' });
    expect(box(await again.text())).toContain('checked');
  });
});

const ways = {
  form: (source: string, tick: Sent) => pressed('send', source, { ...person, ...tick }),
  json: (source: string, tick: Sent) =>
    app.postJson(`/api/v1/surveys/${slug}/responses`, { ...person, ...tick, source, answers: allAnswers }),
};

describe.each(['form', 'json'] as const)('by %s', (way) => {
  test.each([
    ['church-form', { partner_contact: 'yes' }, [1]],
    ['church-form', {}, [0]],
    ['clinic-poster', { partner_contact: 'yes' }, [0]],
    ['', { partner_contact: 'yes' }, [0]],
  ])('a response by "%s" with %j is stored as %j', async (source, tick, kept) => {
    expect((await ways[way](source, tick)).status).toBe(way === 'form' ? 303 : 202);
    expect(await stored()).toEqual(kept);
  });
});

test('a partner_contact that is not valid gets an error in JSON', async () => {
  const answer = await ways.json('church-form', { partner_contact: 'perhaps' });
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ errors: [{ field: 'partner_contact' }] });
});

test('who answered sees on their own page who may write, and ends it', async () => {
  const { mine } = await confirmedResponse(app, context, {
    person: { source: 'church-form', partner_contact: 'yes' },
  });
  expect(await textOf(mine)).toMatch(/The church may write to you<\/dt><dd>Yes/);
  await app.post(`${mine}/correct`, { given_name: 'Ana', zip: '28202' });
  expect(await stored()).toEqual([0]);
});

describe('what partners brought to a survey', () => {
  const by = (name: string, source: string) => ({
    person: { given_name: name, email: `${name}@${slug}.example`, source },
  });

  beforeEach(async () => {
    await app.request(`/surveys/${slug}?source=church-form`);
    await app.afterAnswers();
    const planted = await responseOf(app, context, by('Ana', 'club-link'));
    await confirmedResponse(app, context, by('Ana', 'church-form'));
    expect(await ofSurvey('club')).toMatchObject({ signed: 1, counted_elsewhere: 0, not_counted: 1 });
    await app.post(planted.confirm, {});
    await confirmedResponse(app, context, by('Ben', 'clinic-poster'));
    await confirmedResponse(app, context, by('Cem', ''));
  });

  const ofSurvey = async (slug: string) =>
    (await partnerJson(app, partners[slug])).actions.find(({ kind }) => kind === 'survey');

  test('stands on their pages like what they brought to a petition', async () => {
    expect(await ofSurvey('church')).toMatchObject({ slug, opened: 1, signed: 1, credited: 1, confirmed: 3 });
    const club = await ofSurvey('club');
    expect(club).toMatchObject({ signed: 1, credited: 0, counted_elsewhere: 1, not_counted: 0 });
    expect(club?.by_partner.map(({ partner, credited }) => [partner, credited])).toEqual([
      ['church', 1],
      ['clinic', 1],
      ['club', 0],
      [null, 1],
    ]);
    const page = await textOf(await partnerPath(app, partners.church));
    expect(page).toContain('33.3% of all 3 people who answered and confirmed');
    expect(page).toContain(`/surveys/${slug}?source=church-form`);
    const csv = await textOf(`${await partnerPath(app, partners.church)}.csv`);
    expect(csv).toContain(`${slug},A small survey,church-form,church-form,embed,1,1,1,0,0`);
  });

  test('is told to the committee by partner, in the mail, on its page and as JSON', async () => {
    const { id } = context.action.committee;
    const contact = await env.DB.prepare('SELECT contact_email AS email FROM committees WHERE id = ?')
      .bind(id)
      .first<string>('email');
    await app.cron('2026-11-30T12:15:00Z');
    const path = `/tallies/${await staffToken(app.deps.keyring, id, 1)}`;
    const [mail] = await app.mailTo(contact ?? '');
    const page = await textOf(path);
    for (const name of ['The church', 'The clinic', 'The campaign itself']) {
      expect(mail?.text).toMatch(new RegExp(`\\n +${name} +1\\n`));
      expect(mail?.html).toMatch(new RegExp(`>${name}</th><td[^>]*>1</td>`));
      expect(page).toMatch(new RegExp(`<th scope="row">${name}</th><td class="n">1</td>`));
    }
    const json = JSON.parse(await textOf(`${path}.json`));
    const told = [
      { partner: 'church', confirmed: 1 },
      { partner: 'clinic', confirmed: 1 },
      { partner: null, confirmed: 1 },
    ];
    expect(json.weeks[0].surveys[0].by_partner).toMatchObject(told);
  });
});
