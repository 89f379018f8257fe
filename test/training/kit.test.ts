import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { readAsItStands } from '../../worker/kits/as-it-stands.ts';
import { findCampaignBySlug } from '../../worker/kits/version-store.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { type BrokenKit, problemsOf } from '../support/broken-kits.ts';
import charlotte from '../support/charlotte.json';
import { smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { counted, kitWithTraining, learnerOf, someModule } from './support.ts';

const app = testApp();

const broken: BrokenKit[] = [
  [
    'a claim without a source',
    ({ lessons }) => (lessons[0].lesson[0].sources = []),
    'lessons[0].lesson[0].sources: must not be empty',
  ],
  [
    'two right answers',
    ({ lessons }) => {
      for (const answer of lessons[0].questions[0].answers) answer.right = true;
    },
    'lessons[0].questions[0].answers: must have one right answer',
  ],
  [
    'an answer without a reason',
    ({ lessons }) => delete lessons[0].questions[0].answers[0].reason,
    'lessons[0].questions[0].answers[0].reason: is missing',
  ],
  [
    'a lesson at the address of another page',
    ({ lessons }) => (lessons[1].slug = 'run'),
    'lessons[1].slug: is taken by a page of the training',
  ],
  [
    'two lessons of one name',
    ({ lessons }) => (lessons[1].slug = lessons[0].slug),
    `lessons[1].slug: ${charlotte.lessons[0]?.slug} is used twice`,
  ],
  [
    'a review by nobody',
    ({ lessons }) => (lessons[0].reviewed_on = '2026-11-01'),
    'lessons[0].reviewed_by: is missing',
  ],
  [
    'a person’s contact as its reviewer',
    ({ lessons }) => {
      lessons[0].reviewed_on = '2026-11-01';
      lessons[0].reviewed_by = { en: 'Ana, 704-555-0199', es: 'Una abogada' };
    },
    'lessons[0].reviewed_by.en: must be a role or an organization, without a mail address, a link or a telephone number',
  ],
  ['a training without a lesson', (kit) => (kit.lessons = []), 'training: needs a lesson'],
  [
    'lessons without a training',
    (kit) => delete kit.training,
    'training: is missing: the lessons belong to it',
  ],
  [
    'a learner in it',
    ({ lessons }) => (lessons[0].learner = 'Ana'),
    'lessons[0].learner: is not a key of a kit',
  ],
];

test.each(broken)('a kit with %s is refused, and the refusal says where', (_what, breakIt, problem) => {
  expect(problemsOf(breakIt)).toEqual([problem]);
});

test('a review in the future is refused', async () => {
  const review = { reviewed_on: '2026-11-26', reviewed_by: { en: 'A lawyer', es: 'Una abogada' } };
  const kit = kitWithTraining([someModule('one', ['a'], review)]);
  const message = 'is in the future: write the day on which somebody reviewed it';
  const refused = { ok: false, error: [{ path: 'lessons[0].reviewed_on', message }] };
  expect(await openKit(env.DB, kit, new Date('2026-11-26T04:59:00Z'))).toEqual(refused);
  expect((await openKit(env.DB, kit, new Date('2026-11-26T05:01:00Z'))).ok).toBe(true);
});

test('a kit without a training has it nowhere', async () => {
  const kit = smallKit();
  expect((await openKit(env.DB, kit, aWednesday)).ok).toBe(true);
  const path = `/campaigns/${kit.campaign.slug}`;
  for (const page of ['', '/run', '/certificate', '/lessons/one', '/lessons/one/print']) {
    expect((await app.request(`${path}/training${page}`)).status).toBe(404);
  }
  expect((await app.post(`${path}/training/run`, {})).status).toBe(404);
  expect(await (await app.request(path)).text()).not.toContain('/training');
  expect(await (await app.request(`${path}/privacy`)).text()).not.toContain('training');
  expect(await (await app.request(`/api/v1${path}`)).json()).toMatchObject({ training: null });
  expect(await (await app.request('/sitemap.xml')).text()).not.toContain(`${path}/training`);
});

test('the campaign’s page, its JSON, its privacy page and the site map lead to it', async () => {
  const kit = kitWithTraining();
  await openKit(env.DB, kit, aWednesday);
  const path = `/campaigns/${kit.campaign.slug}`;
  expect(await (await app.request(path)).text()).toContain(`href="${path}/training"`);
  expect(await (await app.request(`/api/v1${path}`)).json()).toMatchObject({
    training: { name: 'The training', page: `${path}/training`, modules: 2, finished: 0 },
  });
  expect(await (await app.request(`${path}/privacy`)).text()).toContain('Of the training:');
  const map = await (await app.request('/sitemap.xml')).text();
  for (const page of ['', '/lessons/one', '/lessons/two']) expect(map).toContain(`${path}/training${page}<`);
});

test('what is taken out of a kit is gone, what was counted stays, and the export gives back the file', async () => {
  const kit = kitWithTraining();
  const { slug } = kit.campaign;
  await openKit(env.DB, kit, aWednesday);
  const learner = learnerOf(app, slug);
  await learner.begin();
  await learner.goToEnd();
  const before = await counted(env.DB, slug);
  const fewer = { ...kit, lessons: kit.lessons.slice(1) };
  const opened = await openKit(env.DB, fewer, aWednesday);
  expect(opened).toMatchObject({ ok: true, value: { kept: [] } });
  expect(opened.ok && opened.value.changes).toContain('lesson one removed');
  const id = await findCampaignBySlug(env.DB, slug);
  expect((await readAsItStands(env.DB, id ?? 0, await shippedHouse.kitSections()))?.json).toEqual(fewer);
  expect((await app.request(`/campaigns/${slug}/training/lessons/one`)).status).toBe(404);
  const { training: _, lessons: __, ...without } = kit;
  expect((await openKit(env.DB, without, aWednesday)).ok).toBe(true);
  expect((await app.request(`/campaigns/${slug}/training`)).status).toBe(404);
  expect(await counted(env.DB, slug)).toEqual(before);
});

test('in Charlotte every part has its source, no lesson says that it was reviewed, and none is far from five minutes', () => {
  const modules = charlotte.lessons;
  expect(modules.map(({ questions }) => questions.length)).toEqual(modules.map(() => 2));
  for (const { lesson, questions, ...module } of modules) {
    expect(module).not.toHaveProperty('reviewed_on');
    const texts = [lesson.map(({ text }) => text), questions.map(({ situation }) => situation)].flat();
    const answers = questions.flatMap((one) => one.answers.flatMap(({ text, reason }) => [text, reason]));
    for (const language of ['en', 'es'] as const) {
      const words = [...texts, ...answers]
        .map((text) => text[language])
        .join(' ')
        .split(/\s+/).length;
      // At 100 to 130 words a minute, with time to decide.
      expect(words).toBeGreaterThan(370);
      expect(words).toBeLessThan(650);
    }
  }
});

test('nobody who has not finished says so, and a training of unreviewed lessons says that none was reviewed', async () => {
  const kit = kitWithTraining();
  kit.training.share = { en: 'I have done it: {link}', es: 'La hice: {link}' };
  expect((await openKit(env.DB, kit, aWednesday)).ok).toBe(true);
  const at = `/campaigns/${kit.campaign.slug}`;
  for (const [lang, take, none] of [
    ['en', 'Take the free training: The training.', 'No lesson has been reviewed yet'],
    ['es', 'Haga la formación gratuita: The training (es).', 'Ninguna lección está revisada todavía'],
  ]) {
    const share = await (await app.request(`${at}/share?lang=${lang}`)).text();
    expect(share).toContain(take);
    expect(share).not.toMatch(/I have done it|La hice/);
    expect(await (await app.request(`${at}/training?lang=${lang}`)).text()).toContain(none);
  }
});
