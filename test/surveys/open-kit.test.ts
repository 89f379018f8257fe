import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { findContext } from '../../worker/actions/context.ts';
import { prefillOf } from '../../worker/surveys/prefill-rules.ts';
import { findResponse, findSurvey } from '../../worker/surveys/store.ts';
import { testApp } from '../support/app.ts';
import { freshSlug } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { changed, nextMonday, opened, saturday, targetOf } from '../support/opened-kits.ts';
import { openSurvey, surveyKit } from '../support/surveys.ts';
import { answerCounts, confirmedResponse, expectAnswersBalance } from './support.ts';

const db = env.DB;

type Kit = ReturnType<typeof surveyKit>;

const slugOf = (kit: Kit) => kit.surveys[0]!.slug;

test('a kit opens its surveys beside its petitions', async () => {
  const kit = surveyKit();
  const { changes, kept } = await opened(kit);
  expect(changes).toContain(`survey ${slugOf(kit)} added`);
  expect(kept).toEqual([]);
  const context = await findContext(db, slugOf(kit));
  expect(context?.action).toMatchObject({
    kind: 'survey',
    title: kit.surveys[0]!.title,
    body: kit.surveys[0]!.text,
    state: 'open',
    asksStreet: false,
    thresholds: [],
    opensAt: new Date('2026-09-01T04:00:00Z'),
    closesAt: new Date('2027-07-01T04:00:00Z'),
  });
  const survey = await findSurvey(db, context!.action.id);
  expect(survey?.sections[0]?.questions.map(({ id }) => id)).toEqual([
    'fund',
    'how',
    'order',
    'budget',
    'sure',
    'where',
    'own',
  ]);
  const version = await db
    .prepare('SELECT version FROM surveys WHERE action_id = ?')
    .bind(context!.action.id)
    .first<string>('version');
  expect(version).toBe(survey?.version);
});

test('opened twice, it says that nothing changed', async () => {
  const kit = changed(surveyKit(), ({ surveys }) => {
    surveys[0]!.links = [{ code: freshSlug('link'), source: 'poster' }];
  });
  await opened(kit);
  expect(await opened(kit, nextMonday)).toEqual({ changes: [], kept: [] });
});

test('an update says which part of a survey changed', async () => {
  const kit = surveyKit();
  await opened(kit);
  const next = changed(kit, ({ surveys }) => {
    surveys[0]!.suggestions.pop();
    surveys[0]!.ask.en = 'Say it again';
  });
  expect((await opened(next, nextMonday)).changes).toEqual([
    `survey ${slugOf(kit)}: ask, suggestions changed`,
  ]);
});

test('a survey whose questions change keeps its responses, what they say and what they counted', async () => {
  const app = testApp();
  const kit = surveyKit();
  await opened(kit);
  const context = await openSurvey(app, {});
  const { id } = await confirmedResponse(app, context);
  const before = { counts: await answerCounts(context), response: await findResponse(db, id) };
  const next = changed(kit, ({ surveys }) => {
    surveys[0]!.slug = context.action.slug;
    surveys[0]!.sections[0]!.questions = surveys[0]!.sections[0]!.questions.slice(0, 2);
    surveys[0]!.suggestions.pop();
  });
  Object.assign(next.campaign, { slug: context.campaign.slug });
  Object.assign(next.city, { slug: context.city.slug });
  next.petitions[0]!.slug = freshSlug('petition');
  await opened(next, nextMonday);
  const survey = await findSurvey(db, context.action.id);
  expect(survey?.version).not.toBe(context.survey.version);
  expect(survey?.sections[0]?.questions.length).toBe(2);
  expect({ counts: await answerCounts(context), response: await findResponse(db, id) }).toEqual(before);
  expect(before.response?.version).toBe(context.survey.version);
  await expectAnswersBalance(context);
});

test("a question of another kind under an answered one's id is refused, and welcome before anybody answered", async () => {
  const app = testApp();
  const context = await openSurvey(app, {});
  const next = changed(surveyKit(), (kit) => {
    kit.surveys[0]!.slug = context.action.slug;
    Object.assign(kit.campaign, { slug: context.campaign.slug });
    Object.assign(kit.city, { slug: context.city.slug });
    const [fund] = kit.surveys[0]!.sections[0]!.questions;
    Object.assign(fund!, { kind: 'multiple' });
    kit.surveys[0]!.suggestions = [];
  });
  await confirmedResponse(app, context);
  expect(await openKit(db, next, nextMonday)).toEqual({
    ok: false,
    error: [
      {
        path: 'surveys[0].sections[0].questions[0].kind',
        message: 'was single when people answered: give the question an id of its own',
      },
    ],
  });
  const fresh = surveyKit();
  await opened(fresh);
  await opened(
    changed(fresh, ({ surveys }) => {
      Object.assign(surveys[0]!.sections[0]!.questions[0]!, { kind: 'multiple' });
      surveys[0]!.suggestions = [];
    }),
    nextMonday,
  );
});

test('a survey that left the kit stays and is named, and a closed one is not opened again', async () => {
  const kit = surveyKit();
  await opened(kit);
  const without = { ...kit, surveys: [] };
  expect((await opened(without)).kept).toEqual([`survey ${slugOf(kit)} is not in the kit and stays`]);
  await db
    .prepare("UPDATE actions SET state = 'closed', closed_at = 1 WHERE slug = ?")
    .bind(slugOf(kit))
    .run();
  expect((await opened(kit)).kept).toEqual([
    `survey ${slugOf(kit)} is closed and stays so, the kit says open`,
  ]);
});

test('short links lead to the survey with their answers, and go with the kit', async () => {
  const [full, plain] = [freshSlug('link'), freshSlug('link')];
  const answers = { fund: 'no', how: ['tax', 'grant'], order: ['third', 'first', 'second'], sure: 2 };
  const kit = changed(surveyKit(), ({ surveys }) => {
    surveys[0]!.links = [
      { code: full, source: 'poster', answers: { ...answers, budget: { parks: 55, training: 45 } } },
      { code: plain, source: 'direct' },
    ];
  });
  expect((await opened(kit)).changes).toContain(`short link ${full} added`);
  expect(await targetOf(plain)).toBe(`/surveys/${slugOf(kit)}?source=direct`);
  const target = new URL((await targetOf(full)) ?? '', 'https://undersigned.example');
  expect(target.pathname).toBe(`/surveys/${slugOf(kit)}`);
  expect(target.searchParams.get('source')).toBe('poster');
  const survey = await findSurvey(db, (await findContext(db, slugOf(kit)))!.action.id);
  const { raw, dropped } = prefillOf(survey!, target.searchParams);
  expect(dropped).toEqual([]);
  expect(raw).toMatchObject({
    'answer.fund': ['no'],
    'answer.how': ['tax', 'grant'],
    'answer.order.third': ['1'],
    'answer.budget.parks': ['55'],
    'answer.sure': ['2'],
  });

  const next = changed(kit, ({ surveys }) => {
    surveys[0]!.links = [{ code: plain, source: 'poster' }];
  });
  expect((await opened(next, nextMonday)).changes).toEqual([
    `short link ${plain}: target changed`,
    `short link ${full} removed`,
  ]);
  expect(await targetOf(full)).toBeNull();
  expect(await targetOf(plain)).toBe(`/surveys/${slugOf(kit)}?source=poster`);
});

test('neither the survey nor the short link of another campaign can be taken over', async () => {
  const code = freshSlug('link');
  const theirs = changed(surveyKit(), ({ surveys }) => {
    surveys[0]!.links = [{ code, source: 'poster' }];
  });
  await opened(theirs);
  const greedy = changed(surveyKit(), ({ surveys }) => {
    surveys[0]!.slug = slugOf(theirs);
    surveys[0]!.links = [{ code, source: 'direct' }];
  });
  const owner = theirs.campaign.slug;
  expect(await openKit(db, greedy, saturday)).toEqual({
    ok: false,
    error: [
      { path: 'surveys[0].slug', message: `is a survey of the campaign ${owner}` },
      { path: 'surveys[0].links[0].code', message: `is a short link of the campaign ${owner}` },
    ],
  });
  expect(await targetOf(code)).toBe(`/surveys/${slugOf(theirs)}?source=poster`);
});

test('a petition does not turn into a survey: its signatures are no answers', async () => {
  const kit = surveyKit();
  await opened(kit);
  const turned = changed(kit, ({ surveys, petitions }) => {
    surveys[0]!.slug = petitions[0]!.slug;
    petitions[0]!.slug = freshSlug('petition');
  });
  expect(await openKit(db, turned, saturday)).toEqual({
    ok: false,
    error: [{ path: 'surveys[0].slug', message: `is a petition of the campaign ${kit.campaign.slug}` }],
  });
});

test('nothing of a petition answers at a survey’s slug', async () => {
  const app = testApp();
  const { action: petition, campaign } = await openSurvey(app);
  for (const path of ['', '/check-your-email', '/thank-you']) {
    expect((await app.request(`/petitions/${petition.slug}${path}`)).status).toBe(404);
  }
  for (const path of ['/signatures', '/resend']) {
    expect((await app.post(`/petitions/${petition.slug}${path}`, { email: 'ana@example.org' })).status).toBe(
      404,
    );
  }
  expect((await app.request(`/api/v1/petitions/${petition.slug}`)).status).toBe(404);
  expect((await app.postJson(`/api/v1/petitions/${petition.slug}/signatures`, {})).status).toBe(404);
  const json = await (await app.request(`/api/v1/campaigns/${campaign.slug}`)).json();
  expect(json).toMatchObject({
    petitions: [{ state: 'open', confirmed: 0 }],
    surveys: [{ slug: petition.slug, state: 'open', confirmed: 0 }],
  });
});

test('the campaign’s page and home list a survey as one, with how many have answered', async () => {
  const app = testApp();
  const context = await openSurvey(app);
  await confirmedResponse(app, context);
  const page = await (await app.request(`/campaigns/${context.campaign.slug}`)).text();
  expect(page).toContain(`href="/surveys/${context.action.slug}"`);
  expect(page).toContain('One person has answered.');
  const home = await (await app.request('/?lang=es')).text();
  expect(home).toContain('Una persona ha respondido la encuesta');
});
