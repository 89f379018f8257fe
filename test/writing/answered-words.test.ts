import { beforeAll, expect, test } from 'vitest';
import { withValueAt } from '../../worker/kits/form-rules.ts';
import { type Json, valueAt } from '../../worker/kits/json-rules.ts';
import { readDraft, readWorking, saveDraft } from '../../worker/writing/drafts.ts';
import { testApp } from '../support/app.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { openSurvey } from '../support/surveys.ts';

const app = testApp();
const { db } = app.deps;
let campaign = { id: 0, slug: '' };
let survey = '';
let editor: OrganizerClient;

beforeAll(async () => {
  const context = await openSurvey(app);
  campaign = context.campaign;
  survey = context.action.slug;
  editor = await organizerIn(app, campaign, { role: 'editor' });
  await db
    .prepare("INSERT INTO signature_counts (action_id, kind, key, n) VALUES (?, 'state', 'confirmed', 3)")
    .bind(context.action.id)
    .run();
});

async function edit(from: string, to: string) {
  const { version = 0 } = (await readDraft(db, campaign.id)) ?? {};
  const json = (shown: Json) => JSON.parse(JSON.stringify(shown).replaceAll(from, to)) as Json;
  const part = 'surveys';
  const saved = await saveDraft(app.deps, {
    ...{ campaign, expectedVersion: version, part, actor: editor.id, now: app.now(), json },
  });
  if (!saved.ok) throw new Error(saved.error.reason);
}

const seen = async () => String((await readDraft(db, campaign.id))?.version ?? 0);
const publish = async (fields: Record<string, string> = {}) => {
  const sent = await editor.post('/write/publish', { seen: await seen(), decision: 'now', ...fields });
  return [sent.status, await sent.text()] as const;
};

test('before anything was changed, the page of the survey tells no change', async () => {
  expect(await (await app.request(`/surveys/${survey}`)).text()).not.toContain('after people had answered');
});

test('words that people have answered keep their meaning: only their spelling may change, which the log and the page say', async () => {
  await edit('"en":"yes","es":"yes (es)"', '"en":"Yes, it should","es":"Sí"');
  const [silent, asks] = await publish();
  expect(silent).toBe(422);
  expect(asks).toContain('<del>yes</del> → <ins>Yes, it should</ins>');
  const [turned, why] = await publish({ [`kind-${survey}`]: 'meaning' });
  expect([turned, why.includes('add a new question instead')]).toEqual([422, true]);
  const [spelled, problems] = await publish({ [`kind-${survey}`]: 'spelling' });
  expect([spelled, problems]).toEqual([303, '']);
  const act = await db
    .prepare("SELECT after FROM acts WHERE campaign_id = ? AND kind = 'publish-kit' ORDER BY seq DESC")
    .bind(campaign.id)
    .first<string>('after');
  expect(act).toContain(survey);
  app.setNow(new Date(app.now().getTime() + 3000));
  for (const [language, told] of [
    ['en', 'Words of its questions were changed, or questions were added, on '],
    ['es', 'cuando ya había respuestas, se cambiaron palabras de sus preguntas'],
  ]) {
    expect(await (await app.request(`/surveys/${survey}?lang=${language}`)).text()).toContain(told);
  }
});

test('a changed text of a survey is told on its page with the note', async () => {
  await db.prepare("UPDATE surveys SET content = json_remove(content, '$.changedAt')").run();
  const { version = 0 } = (await readDraft(db, campaign.id)) ?? {};
  const ask = { en: 'Another ask', es: 'Otro pedido' };
  const json = (shown: Json) => withValueAt(shown, ['surveys', 0, 'ask'], ask) as Json;
  const saving = { campaign, expectedVersion: version, part: 'surveys', actor: editor.id, now: app.now() };
  await saveDraft(app.deps, { ...saving, json });
  const note = { [`note-${survey}-en`]: 'A shorter ask.', [`note-${survey}-es`]: 'Un pedido más corto.' };
  expect(await publish({ [`kind-${survey}`]: 'meaning', ...note })).toEqual([303, '']);
  app.setNow(new Date(app.now().getTime() + 3000));
  const page = await (await app.request(`/surveys/${survey}?lang=en`)).text();
  expect(page).toContain('Its organizers say that the meaning changed. A shorter ask.');
  expect(page).not.toContain('Words of its questions were changed');
});

test('a new option, or a new question, asks nothing', async () => {
  await edit('{"id":"fee"', '{"id":"loan","label":{"en":"loan","es":"préstamo"}},{"id":"fee"');
  expect(JSON.stringify(valueAt((await readWorking(db, campaign.id))?.json, ['surveys']))).toContain('loan');
  expect((await publish())[0]).toBe(303);
});
