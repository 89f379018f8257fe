import { beforeAll, expect, test } from 'vitest';
import { type Part, valueAt, withValueAt } from '../../worker/kits/form-rules.ts';
import type { Json } from '../../worker/kits/json-rules.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { readWorking, saveDraft } from '../../worker/writing/drafts.ts';
import { testApp } from '../support/app.ts';
import charlotte from '../support/charlotte.json';
import { valuesIn } from '../support/form-values.ts';
import { openKit } from '../support/kits.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';

const app = testApp();
const { db } = app.deps;
let id = 0;
let ana: OrganizerClient;
const { slug } = charlotte.campaign;

beforeAll(async () => {
  expect((await openKit(db, charlotte, app.now())).ok).toBe(true);
  id = (await db.prepare('SELECT id FROM campaigns WHERE slug = ?').bind(slug).first<number>('id')) ?? 0;
  ana = await organizerIn(app, { id, slug }, { role: 'editor' });
});

const pathOf = (entry: string) => `/write/edit?page=surveys&entry=${entry}`;
const draft = async () =>
  (await readWorking(db, id, await shippedHouse.kitSections()))?.json as unknown as { surveys: Part[] };

async function send(entry: string, fields: Record<string, string>, files: Record<string, string> = {}) {
  const html = await ana.read(pathOf(entry));
  const body = new FormData();
  for (const [name, values] of Object.entries(valuesIn(html.split('id="form"')[1] ?? ''))) {
    if (name.startsWith('tool.')) continue;
    for (const value of fields[name] === undefined ? values : [fields[name]]) body.append(name, value);
  }
  body.append('do', fields.do ?? '');
  for (const [name, content] of Object.entries(files)) body.append(name, new File([content], 'file.json'));
  return app.request(`/organize/campaigns/${slug}${pathOf(entry)}`, {
    method: 'POST',
    headers: { cookie: ana.cookie, origin: 'http://localhost' },
    body,
  });
}

const surveyJs = {
  pages: [
    {
      name: 'training',
      title: 'Parks',
      elements: [
        { type: 'radiogroup', name: 'lights', title: 'More lights?', choices: ['Yes', 'No'] },
        { type: 'signaturepad', name: 'sign', title: 'Sign here' },
      ],
    },
  ],
};

test('questions come from a file of SurveyJS, with what was left out', async () => {
  const tool = { do: 'tool:surveyjs' };
  const answer = await send('surveys.0', tool, { 'tool.surveyjs.file': JSON.stringify(surveyJs) });
  expect(answer.status).toBe(200);
  const page = await answer.text();
  expect(page).toContain('Questions brought in: 1.');
  expect(page).toContain('pages[0].elements[1]');
  const sections = (await draft()).surveys[0]?.sections as Part[];
  // The name of its page was taken.
  expect(sections.map((one) => one.id)).toEqual(['training', 'money', 'your-words', 'training-2']);
  const broken = await send('surveys.0', tool, { 'tool.surveyjs.file': '{"pages": [' });
  expect(await broken.text()).toContain('The file holds no survey as JSON');
  expect((await draft()).surveys[0]?.sections).toHaveLength(4);
});

test('the link to the city’s survey can be tried with the suggested answers', async () => {
  const page = await (await send('surveys.0.carry.1', { do: 'tool:try' })).text();
  expect(page).toContain('https://docs.google.com/forms/d/e/');
  expect(page).toContain('entry.1000000001=Yes');
  const unfinished = await send('surveys.0.carry.1', { 'config.form_id': '', do: 'tool:try' });
  expect(await unfinished.text()).toContain('are not finished yet');
});

test('a question that may have answers keeps its kind and says why', async () => {
  const action = await db.prepare("SELECT id FROM actions WHERE slug = 'budget-input'").first<number>('id');
  const open = await ana.read(pathOf('surveys.0.sections.0.questions.0'));
  expect(open).toContain('name="kind"');
  await db
    .prepare(
      "INSERT OR IGNORE INTO signature_counts (action_id, kind, key, n) VALUES (?, 'status', 'confirmed', 1)",
    )
    .bind(action)
    .run();
  const answered = await ana.read(pathOf('surveys.0.sections.0.questions.0'));
  expect(answered).toContain('People have answered, so the kind stays.');
  expect(answered).not.toContain('name="kind"');
  // The name of an option is what its answers are stored under.
  expect(answered).not.toContain('name="options.0.id"');
  expect(answered).toContain('Answers are counted by it, so it stays.');
  await send('surveys.0.sections.0.questions.0', { 'options.0.id': 'y', 'options.0.label.en': 'Surely' });
  const [survey] = (await draft()).surveys;
  expect(valueAt(survey, ['sections', 0, 'questions', 0, 'options', 0])).toMatchObject({
    id: 'yes',
    label: { en: 'Surely' },
  });
  expect(await ana.read(pathOf('surveys.0.sections.1.questions.0'))).not.toContain('name="lines.0.id"');
});

test('"Always asked" takes a condition away, with its answers still ticked', async () => {
  const entry = 'surveys.0.sections.0.questions.1';
  await send(entry, { 'show_if.question': '' });
  const [survey] = (await draft()).surveys;
  expect(valueAt(survey, ['sections', 0, 'questions', 1])).not.toHaveProperty('show_if');
});

test('a form that is older than the answers and changes their kind comes back with the reason and all values', async () => {
  const entry = 'surveys.0.sections.0.questions.0';
  const before = await draft();
  for (const [language, why, told] of [
    ['en', 'People have answered, so the kind stays.', 'so nothing was saved'],
    ['es', 'Ya hay respuestas, así que el tipo se queda.', 'así que no se guardó nada'],
  ] as const) {
    const html = await ana.read(`${pathOf(entry)}&lang=${language}`);
    const values = valuesIn(html.split('id="form"')[1] ?? '');
    const fields = Object.fromEntries(Object.entries(values).map(([name, [value = '']]) => [name, value]));
    const answer = await ana.post(`${pathOf(entry)}&lang=${language}`, {
      ...fields,
      kind: 'short-text',
      'title.en': 'Typed in the meantime',
      'options.0.id': 'another-name',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('href="#kind"');
    expect(page).toContain('href="#options.0.id"');
    expect(page.split(why)).toHaveLength(3);
    expect(page).toContain(told);
    expect(page).toContain('Typed in the meantime');
    expect(page).not.toContain('name="kind"');
  }
  expect(await draft()).toEqual(before);
  const again = await send(entry, { 'title.en': 'Typed in the meantime' });
  expect(again.status).toBe(303);
});

test('a kind that the draft had changed before anybody answered can be changed back, and to no other', async () => {
  const path = ['surveys', 0, 'sections', 0, 'questions', 1, 'kind'];
  const kind = String(valueAt(await draft(), path));
  const working = await readWorking(db, id, await shippedHouse.kitSections());
  const json = withValueAt(working?.json, path, 'short-text') as Json;
  const saving = { campaign: { id, slug }, expectedVersion: working?.version ?? 0, actor: ana.id };
  await saveDraft(app.deps, { ...saving, part: 'surveys', now: app.now(), json });
  const entry = 'surveys.0.sections.0.questions.1';
  const html = await ana.read(pathOf(entry));
  const options = /<select[^>]*name="kind"[\s\S]*?<\/select>/.exec(html)?.[0] ?? '';
  expect([...options.matchAll(/value="([^"]*)"/g)].map(([, value]) => value).sort()).toEqual(
    [kind, 'short-text'].sort(),
  );
  await send(entry, { kind });
  expect(valueAt(await draft(), path)).toBe(kind);
  expect(await ana.read(`${pathOf(entry)}&lang=en`)).toContain('People have answered, so the kind stays.');
});
