import { beforeEach, describe, expect, test } from 'vitest';
import type { ActionContext } from '../../worker/actions/context.ts';
import { actsQuery } from '../../worker/organize/act-store.ts';
import { runQuery } from '../../worker/platform/query.ts';
import { confirmedAs } from '../signatures/support.ts';
import { anaOf, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { openSurvey } from '../support/surveys.ts';
import { confirmedResponse, responseOf, rowOf } from '../surveys/support.ts';
import { itemsOn, textsOn } from './support.ts';

const app = testApp();
const { db } = app.deps;
let context: ActionContext;
let moderator: OrganizerClient;

beforeEach(async () => {
  context = await openPetition(db);
  moderator = await organizerIn(app, context.campaign, { role: 'moderator' });
});

const acts = () => runQuery(db, actsQuery(db, context.campaign.id, { most: 100 }));
const petition = async () => (await app.request(`/petitions/${context.action.slug}`)).text();
const first = async (path = '/words') => itemsOn(await moderator.read(path))[0] ?? '';
const show = (items: string, path = '/words') => moderator.post(path, { items, decision: 'show' });
const hide = (items: string, reason = 'insult', path = '/words') =>
  moderator.post(path, { items, decision: 'hide', reason });

let signed = 0;
async function signer(fields: { name?: string; comment?: string } = {}) {
  signed += 1;
  const { name = null, comment = '' } = fields;
  const { slug } = context.action;
  const person = {
    ...anaOf(slug),
    email: `signer-${signed}@${slug}.example`,
    comment,
    show_name: name !== null,
  };
  return confirmedAs(app, slug, { ...person, given_name: name ?? `Unseen${signed}` });
}

/** Presses the undo that the page after a decision offers. */
async function undo(decided: Response) {
  const page = await moderator.read(decided.headers.get('location') ?? '');
  const action = /action="([^"]+\/acts\/[^"]+\/undo)"/.exec(page)?.[1] ?? '';
  return moderator.post(action.replaceAll('&amp;', '&'), { back: '' });
}

describe('a moderator', () => {
  test('sees what waits of every kind, counted beside the menu and on the first page, the oldest first', async () => {
    await signer({ name: 'Ada', comment: 'Please do it.' });
    await signer({ name: 'Bo' });
    const page = await moderator.read('/words');
    expect(textsOn(page)).toEqual(['Ada Lopez', 'Please do it.', 'Bo Lopez']);
    expect(page).toMatch(/Names and comments<span class="count"><span aria-hidden="true">3</);
    const home = await moderator.read('');
    expect(home).toContain('2 names wait for a look');
    expect(home).toContain('1 comment waits for a look');
    expect(await moderator.read('?lang=es')).toContain('2 nombres por revisar');
    expect(textsOn(await moderator.read('/words?kind=comment'))).toEqual(['Please do it.']);
    expect(textsOn(await moderator.read('/words?action=no-such'))).toEqual([]);
    expect(textsOn(await moderator.read(`/words?action=${context.action.slug}&kind=name`))).toHaveLength(2);
  });

  test('approves one: it stands in public, an act says so without the name, and undoing takes it away', async () => {
    const { id } = await signer({ name: 'Ada' });
    const decided = await show(await first());
    expect(decided.status).toBe(303);
    expect(await petition()).toContain('Ada Lopez');
    const [act] = await acts();
    expect(act).toMatchObject({
      actor: moderator.id,
      kind: 'show-words',
      subject: id,
      before: { waiting: 1 },
      after: { shown: 1, name: 1 },
    });
    expect(JSON.stringify(await acts())).not.toContain('Ada');
    expect(await moderator.read('/words')).toContain('Nothing waits for a look.');
    expect(textsOn(await moderator.read('/words?look=shown'))).toEqual(['Ada Lopez']);
    expect((await undo(decided)).status).toBe(303);
    expect(await petition()).not.toContain('Ada Lopez');
    expect(textsOn(await moderator.read('/words'))).toEqual(['Ada Lopez']);
  });

  test('hides one with a reason: strangers learn nothing, its owner learns why, and there is a way back', async () => {
    const { mine } = await signer({ comment: 'You fool.' });
    const decided = await hide(await first());
    expect(decided.status).toBe(303);
    expect(await petition()).not.toContain('fool');
    expect((await acts())[0]).toMatchObject({ kind: 'hide-words', reason: 'insult' });
    const own = await (await app.request(mine)).text();
    expect(own).toContain('An organizer decided not to show your comment.');
    expect(own).toContain('The reason given: it insults or threatens somebody.');
    expect(await (await app.request(`${mine}?lang=es`)).text()).toContain('insulta o amenaza a alguien');
    const list = await moderator.read('/words?look=hidden');
    expect(textsOn(list)).toEqual(['You fool.']);
    expect(list).toContain(`Hidden by ${moderator.email}`);
    expect((await show(itemsOn(list)[0] ?? '', '/words?look=hidden')).status).toBe(303);
    expect(await petition()).toContain('You fool.');
    expect(await (await app.request(mine)).text()).not.toContain('The reason given');
  });

  test('hides later what had been shown, and undoing shows it again', async () => {
    await signer({ name: 'Ada' });
    await show(await first());
    const hidden = await hide(await first('/words?look=shown'), 'false-name', '/words?look=shown');
    expect(await petition()).not.toContain('Ada Lopez');
    await undo(hidden);
    expect(await petition()).toContain('Ada Lopez');
    expect(textsOn(await moderator.read('/words?look=hidden'))).toEqual([]);
  });

  test('approves a page of ten at once as one act, but not what is marked; undoing takes all of it back', async () => {
    for (let nth = 0; nth < 12; nth += 1) await signer({ name: `P${'abcdefghijkl'[nth]}` });
    await signer({ comment: 'See evil.example' });
    const page = await moderator.read('/words');
    expect(textsOn(page)).toHaveLength(10);
    expect(page).toContain('Approve all 10 without a mark');
    const all = /name="items" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const decided = await show(all);
    expect((await acts())[0]).toMatchObject({ kind: 'show-words', count: 10, subject: 'words' });
    const rest = await moderator.read('/words');
    expect(textsOn(rest)).toEqual(['Pk Lopez', 'Pl Lopez', 'See evil.example']);
    expect(rest).toContain('has a link');
    expect(rest).toContain('Approve all 2 without a mark');
    await undo(decided);
    expect(await petition()).not.toContain('Pa Lopez');
    const back = await moderator.read('/words');
    expect(textsOn(back)).toHaveLength(10);
    const next = /rel="next" href="([^"]+)"/.exec(back)?.[1] ?? '';
    expect(textsOn(await moderator.read(next.replaceAll('&amp;', '&')))).toHaveLength(3);
  });

  test('undoes two decisions about one text in any order, and it waits as before', async () => {
    await signer({ name: 'Ada' });
    await signer({ name: 'Bo' });
    const before = itemsOn(await moderator.read('/words'));
    const shown = await show(before.join(' '));
    const hidden = await hide(await first('/words?look=shown'), 'other', '/words?look=shown');
    expect((await undo(shown)).status).toBe(303);
    expect(textsOn(await moderator.read('/words'))).toHaveLength(1);
    expect((await undo(hidden)).status).toBe(303);
    expect(textsOn(await moderator.read('/words'))).toEqual(['Ada Lopez', 'Bo Lopez']);
    expect(textsOn(await moderator.read('/words?look=hidden'))).toEqual([]);
    expect(await petition()).not.toContain('Lopez');
  });

  test('cannot decide on what its owner has changed or taken back: it is shown as it is now', async () => {
    const { mine } = await signer({ name: 'Ada' });
    const item = await first();
    await app.post(`${mine}/correct`, {
      given_name: 'Vandal',
      family_name: 'Lopez',
      zip: '28202',
      show_name: 'yes',
    });
    const refused = await show(item);
    expect(refused.status).toBe(409);
    const page = await refused.text();
    expect(page).toContain('Nothing was decided');
    expect(page).toContain('Vandal Lopez');
    expect(await petition()).not.toContain('Vandal');
    expect(await acts()).toHaveLength(0);
    const now = await first();
    await app.post(`${mine}/erase`, {});
    expect(await (await show(now)).text()).toContain('It is no longer there');
  });

  test('cannot decide on what somebody else has decided; the same press twice is harmless', async () => {
    await signer({ name: 'Ada' });
    const other = await organizerIn(app, context.campaign, { role: 'moderator' });
    const item = await first();
    const answers = await Promise.all([
      show(item),
      other.post('/words', { items: item, decision: 'hide', reason: 'other' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await acts()).toHaveLength(1);
    await signer({ name: 'Bo' });
    const bo = await first();
    expect([(await show(bo)).status, (await show(bo)).status]).toEqual([303, 303]);
    expect(await acts()).toHaveLength(2);
  });

  test('leaves of a whole page what has changed, and says how many', async () => {
    const { mine } = await signer({ name: 'Ada' });
    await signer({ name: 'Bo' });
    const all = itemsOn(await moderator.read('/words')).join(' ');
    await app.post(`${mine}/withdraw`, {});
    const decided = await show(all);
    const page = await moderator.read(decided.headers.get('location') ?? '');
    expect(page).toContain('1 text had changed in the meantime and was left as it is.');
    expect(await petition()).toContain('Bo Lopez');
  });

  test('never reaches a text of another campaign, and a bad form changes nothing', async () => {
    await signer({ name: 'Ada' });
    const item = await first();
    const elsewhere = await organizerIn(app, (await openPetition(db)).campaign, { role: 'moderator' });
    expect((await elsewhere.post('/words', { items: item, decision: 'show' })).status).toBe(409);
    for (const fields of [
      { items: item, decision: 'burn' },
      { items: item, decision: 'hide', reason: 'because' },
      { items: item, decision: 'hide' },
      { items: 'x:y:z', decision: 'show' },
      { items: '', decision: 'show' },
      { items: `${item} ${item}`, decision: 'show' },
    ]) {
      expect((await moderator.post('/words', fields)).status).toBe(400);
    }
    expect((await moderator.get('/words?after=1.2.nothing&look=x&kind=y')).status).toBe(200);
    expect(await petition()).not.toContain('Ada');
  });

  test('takes a kind so that nobody else does the same, and gives it back', async () => {
    await signer({ name: 'Ada' });
    const other = await organizerIn(app, context.campaign, { role: 'moderator' });
    await moderator.post('/words/claim?kind=name', { take: 'yes' });
    expect(await other.read('/words')).toContain(`Name: ${moderator.email} takes care of these until`);
    expect(await other.read('')).toContain(`${moderator.email} takes care of this until`);
    expect(await moderator.read('/words?kind=name')).toContain('Name: you take care of these until');
    await moderator.post('/words/claim?kind=name', { take: 'no' });
    expect(await other.read('/words')).not.toContain('takes care of these');
  });
});

describe('a viewer', () => {
  test('reads nothing of it', async () => {
    await signer({ name: 'Ada' });
    const viewer = await organizerIn(app, context.campaign, { role: 'viewer' });
    expect((await viewer.get('/words')).status).toBe(403);
    expect(await viewer.read('')).not.toContain('Names and comments');
  });
});

describe('sentences of survey answers', () => {
  test('wait in the same queue, once their owner counts, and are shown or hidden in the same way', async () => {
    const survey = await openSurvey(app);
    const own = await organizerIn(app, survey.campaign, { role: 'moderator' });
    const someone = (name: string) => ({ given_name: name, email: `${name}@${survey.action.slug}.example` });
    await responseOf(app, survey, { person: someone('cem'), shareWords: true });
    expect(textsOn(await own.read('/words'))).toEqual([]);
    const { id, mine } = await confirmedResponse(app, survey, { shareWords: true });
    const page = await own.read('/words?kind=answer');
    expect(textsOn(page)).toEqual(['Please teach every officer.']);
    const item = itemsOn(page)[0] ?? '';
    const hidden = await own.post('/words', { items: item, decision: 'hide', reason: 'personal' });
    expect(hidden.status).toBe(303);
    expect(await rowOf(id)).toMatchObject({ words_state: 'hidden' });
    expect(await (await app.request(mine)).text()).toContain('it tells something private about a person');
    const list = itemsOn(await own.read('/words?look=hidden'));
    await own.post('/words?look=hidden', { items: list[0] ?? '', decision: 'show' });
    expect(await rowOf(id)).toMatchObject({ words_state: 'shown' });
    expect(textsOn(await own.read('/words?look=shown&kind=answer'))).toHaveLength(1);
    const changed = {
      survey_version: survey.survey.version,
      'answer.fund': 'no',
      'answer.own': 'Worse.',
      share_words: 'yes',
    };
    await app.post(`${mine}/answers`, changed);
    expect(textsOn(await own.read('/words'))).toEqual(['Worse.']);
    await app.post(`${mine}/withdraw`, {});
    expect(textsOn(await own.read('/words'))).toEqual([]);
  });
});

test('what is hidden stays explained when its owner changes something else, and is forgotten with its owner', async () => {
  const { id, mine } = await signer({ name: 'Rude' });
  await hide(await first(), 'false-name');
  const fields = { given_name: 'Rude', family_name: 'Lopez', zip: '28299', district: '2', show_name: 'yes' };
  await app.post(`${mine}/correct`, fields);
  expect(await (await app.request(mine)).text()).toContain('does not look like a person’s name');
  await app.post(`${mine}/correct`, { ...fields, given_name: 'Kind' });
  const page = await moderator.read('/words');
  expect(textsOn(page)).toEqual(['Kind Lopez']);
  expect(page).toContain('An earlier text of this person was hidden: Not a person’s name');
  expect(await moderator.read('/words?look=hidden')).toContain('It is no longer there');
  await app.post(`${mine}/erase`, {});
  expect(
    await db.prepare('SELECT count(*) AS n FROM word_decisions WHERE item = ?').bind(id).first('n'),
  ).toBe(0);
});

test('a text whose key is lost is told as such, can only be hidden, and the others go on', async () => {
  const { id } = await signer({ name: 'Ada', comment: 'Please do it.' });
  await signer({ name: 'Bo' });
  // As under a key that the keyring does not hold.
  await db
    .prepare("UPDATE signatures SET sealed = CAST(unhex('036f6c64') || sealed AS BLOB) WHERE id = ?")
    .bind(id)
    .run();
  const page = await moderator.read('/words');
  expect(textsOn(page)).toEqual(['Bo Lopez']);
  expect(page.match(/It cannot be opened: its key is missing, or it is damaged/g)).toHaveLength(2);
  expect(await moderator.read('/words?lang=es')).toContain('No se puede abrir: falta su clave');
  const [name = ''] = itemsOn(page).filter((item) => item.includes(id));
  expect((await show(name)).status).toBe(409);
  const hidden = await hide(name, 'other');
  expect(hidden.status).toBe(303);
  expect(await moderator.read('/words?look=hidden')).toContain('It cannot be opened');
  expect((await undo(hidden)).status).toBe(303);
  expect(await moderator.read('/words')).toContain('It cannot be opened');
});
