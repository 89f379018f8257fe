import { beforeAll, expect, test } from 'vitest';
import type { Part } from '../../worker/kits/form-rules.ts';
import { readWorking } from '../../worker/writing/drafts.ts';
import { testApp } from '../support/app.ts';
import { smallKit } from '../support/factories.ts';
import { valuesIn } from '../support/form-values.ts';
import { openKit } from '../support/kits.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';

const app = testApp();
const { db } = app.deps;
let campaign = { id: 0, slug: '' };
let ana: OrganizerClient;
let bob: OrganizerClient;
let sofia: OrganizerClient;

beforeAll(async () => {
  const kit = smallKit();
  expect((await openKit(db, kit, app.now())).ok).toBe(true);
  const { slug } = kit.campaign;
  const id = await db.prepare('SELECT id FROM campaigns WHERE slug = ?').bind(slug).first<number>('id');
  campaign = { id: id ?? 0, slug };
  ana = await organizerIn(app, campaign, { role: 'editor' });
  bob = await organizerIn(app, campaign, { role: 'editor' });
  sofia = await organizerIn(app, campaign, { role: 'editor' });
});

const draft = async () =>
  (await readWorking(db, campaign.id))?.json as Part & { campaign: Part; petitions: Part[] };
const editPath = (page: string, entry = '') => `/write/edit?page=${page}${entry && `&entry=${entry}`}`;

/** As a browser sends the form of a page back with some fields changed. */
async function send(
  by: OrganizerClient,
  path: string,
  fields: Record<string, string>,
  html?: string,
): Promise<Response> {
  const shown = valuesIn((html ?? (await by.read(path))).split('id="form"')[1] ?? '');
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(shown)) {
    for (const value of fields[name] === undefined ? values : [fields[name]]) body.append(name, value);
  }
  for (const [name, value] of Object.entries(fields)) {
    if (shown[name] === undefined) body.append(name, value);
  }
  return app.request(`/organize/campaigns/${campaign.slug}${path}`, {
    method: 'POST',
    headers: { cookie: by.cookie, origin: 'http://localhost' },
    body,
  });
}

const after = async (answer: Response, by = ana) => {
  expect(answer.status).toBe(303);
  return by.read(answer.headers.get('location') ?? '');
};

test('the parts of the campaign are listed, and each has a page with its texts side by side', async () => {
  const parts = await ana.read('/write/edit');
  expect(parts).toContain('Facts with sources');
  expect(parts).toContain('Written');
  expect(parts).toContain('Empty');
  const page = await ana.read(editPath('campaign'));
  expect(page).toContain('name="title.en"');
  expect(page).toContain('name="title.es"');
  expect(await sofia.read(`${editPath('campaign')}&lang=es`)).toContain('Lo que piden');
  expect((await ana.get(editPath('nothing'))).status).toBe(404);
  expect((await ana.get(editPath('petitions', 'petitions.9'))).status).toBe(404);
});

test('what is wrong in an entry is told on the page above it, with a link to the very field', async () => {
  const entry = editPath('petitions', 'petitions.0');
  const { ask } = (await draft()).petitions[0] as { ask: { en: string; es: string } };
  await after(await send(ana, entry, { 'ask.es': '' }));
  const above = await ana.read(`${editPath('petitions')}&check=1`);
  const [, link = ''] = /<a href="([^"]*entry=petitions\.0[^"]*#ask\.es)"/.exec(above) ?? [];
  const page = await ana.read(link.replaceAll('&amp;', '&').split('#')[0] ?? '');
  expect(page).toContain('id="ask.es-error"');
  await after(await send(ana, entry, { 'ask.es': ask.es }));
  await ana.post('/write/thrown-away', { seen: String((await readWorking(db, campaign.id))?.version) });
});

test('a form that is sent unchanged makes no draft', async () => {
  await send(ana, editPath('campaign'), {});
  expect((await readWorking(db, campaign.id))?.draft).toBeNull();
});

test('a text that lacks a language is kept in the draft, marked, and told', async () => {
  const answer = await send(ana, editPath('campaign'), { 'title.en': 'A new title', 'title.es': '' });
  const page = await after(answer);
  expect((await draft()).campaign.title).toEqual({ en: 'A new title' });
  expect(page).toContain('Title (Spanish): is missing');
  expect(page).toContain('href="#title.es"');
  // Without an error beside it, the field is marked.
  expect(page).not.toContain('class="mark missing"');
  expect(await ana.read(editPath('campaign'))).toContain('class="mark missing"');
  const spanish = await sofia.read(`${editPath('campaign')}&check=1&lang=es`);
  expect(spanish).toContain('Título (español): falta');
  await after(await send(ana, editPath('campaign'), { 'title.es': 'Un título nuevo' }));
  expect((await draft()).campaign.title).toEqual({ en: 'A new title', es: 'Un título nuevo' });
});

test('entries are added, moved and removed, and what was typed beside them stays', async () => {
  const path = editPath('updates');
  await after(await send(ana, path, { do: 'add:updates' }));
  const first = { 'updates.0.title.en': 'The vote', 'updates.0.title.es': 'El voto' };
  await after(await send(ana, path, { ...first, 'updates.0.on': 'soon', do: 'add:updates' }));
  expect((await draft()).campaign.updates).toEqual([
    { title: { en: 'The vote', es: 'El voto' }, on: 'soon', slug: 'the-vote' },
    {},
  ]);
  await after(await send(ana, path, { 'updates.1.title.en': 'The election', do: 'up:updates:1' }));
  const moved = await draft();
  expect((moved.campaign.updates as Part[]).map(({ slug }) => slug)).toEqual(['the-election', 'the-vote']);
  const page = await after(await send(ana, path, {}));
  expect(page).toContain('must be a date, YYYY-MM-DD');
  expect(page).toMatch(/Day: is missing|day: is missing/i);
  expect(page).toContain('value="soon"');
  await after(await send(ana, path, { do: 'remove:updates:0' }));
  expect((await draft()).campaign.updates).toHaveLength(1);
  await after(await send(ana, path, { do: 'remove:updates:0' }));
});

test('an added petition opens when it is published, and a public one keeps the name in its address', async () => {
  const added = await send(ana, editPath('petitions'), { do: 'add:petitions' });
  expect(added.headers.get('location')).toContain('entry=petitions.1');
  const path = editPath('petitions', 'petitions.1');
  await after(await send(ana, path, { 'title.en': 'Keep the pool open', do: 'add:thresholds' }));
  const [open, fresh] = (await draft()).petitions;
  expect(fresh).toEqual({
    title: { en: 'Keep the pool open' },
    slug: 'keep-the-pool-open',
    thresholds: [{}],
  });
  const all = await ana.read(`${editPath('petitions')}&check=1`);
  expect(all).toMatch(/Petition 2: Keep the pool open, [^<]*: is missing/);
  const page = await ana.read(editPath('petitions', 'petitions.0'));
  expect(page).toContain('The address is public, so it stays.');
  await send(ana, editPath('petitions', 'petitions.0'), { slug: 'another' });
  expect((await draft()).petitions[0]).toEqual(open);
  await after(await send(ana, editPath('petitions'), { do: 'remove:petitions:1' }));
});

test('the time zone of the city is chosen in words, or typed', async () => {
  const path = editPath('city');
  const page = await ana.read(path);
  expect(page).toMatch(/<option value="America\/New_York" selected="">Eastern Time \(New York\): \w+day, /);
  const zone = async () => ((await draft()).city as Part).time_zone;
  await after(await send(ana, path, { 'time_zone.typed': 'America/Indiana/Knox' }));
  expect(await zone()).toBe('America/Indiana/Knox');
  expect(await ana.read(path)).toContain('<option value="America/Indiana/Knox" selected="">Central Time');
  await after(await send(ana, path, { time_zone: 'America/New_York' }));
  expect(await zone()).toBe('America/New_York');
  const wrong = await after(await send(ana, path, { 'time_zone.typed': 'Knox <b>' }));
  expect(wrong).toContain('href="#time_zone"');
  expect(wrong).toContain('Knox &lt;b&gt;');
  await after(await send(ana, path, { time_zone: 'America/New_York' }));
});

test('Markdown is shown as it reads, in both languages, with the page as it was typed', async () => {
  const text = { en: '**Bold** words', es: 'Palabras **fuertes**' };
  const page = await after(
    await send(ana, editPath('campaign'), { 'summary.en': text.en, 'summary.es': text.es, do: 'preview' }),
  );
  expect(page).toContain('<strong>Bold</strong> words');
  expect(page).toContain('Palabras <strong>fuertes</strong>');
});

test.each([
  '<script>alert(1)</script>',
  '[here](javascript:alert(1))',
  '\u202eabc',
  'x'.repeat(200_000),
  '{{{',
  '\0',
])('a hostile value comes back as text: %#', async (value) => {
  const typed = value.replaceAll('\0', '\ufffd');
  const page = await after(
    await send(ana, editPath('campaign'), {
      'ask.en': value,
      'summary.en': value,
      contact_email: value,
      do: 'preview',
    }),
  );
  const shown = valuesIn(page.split('id="form"')[1] ?? '');
  expect([shown['ask.en'], shown['summary.en']]).toEqual([[typed], [typed]]);
  expect(page).toContain('must be an email address');
  expect(page).not.toContain('<script>alert');
  expect(page).not.toMatch(/href="javascript:/);
});

test('two organizers change the same place: the second is shown the first’s words and loses nothing', async () => {
  const path = editPath('campaign');
  const [forAna, forBob] = [await ana.read(path), await bob.read(path)];
  await after(await send(ana, path, { 'ask.en': 'Ana’s ask', accent: 'plum' }, forAna));
  const late = await send(bob, path, { 'ask.en': 'Bob’s ask', 'ask.es': 'Lo que pide Bob' }, forBob);
  expect(late.status).toBe(409);
  const page = await late.text();
  expect(page).toMatch(/In the version of [^:]+@[^:]+: Ana’s ask/);
  const shown = valuesIn(page.split('id="form"')[1] ?? '');
  expect(shown).toMatchObject({ 'ask.en': ['Bob’s ask'], 'ask.es': ['Lo que pide Bob'], accent: ['plum'] });
  await after(await send(bob, path, {}, page), bob);
  expect((await draft()).campaign).toMatchObject({
    accent: 'plum',
    ask: { en: 'Bob’s ask', es: 'Lo que pide Bob' },
  });
});

test('two organizers add entries and change others on the same page: all of it is kept', async () => {
  const path = editPath('answers');
  const fill = (at: number, name: string) => ({
    [`questions_and_answers.${at}.question.en`]: `${name}?`,
    [`questions_and_answers.${at}.answer.en`]: `${name}.`,
  });
  const asked = async () => {
    const { questions_and_answers: list = [] } = (await draft()).campaign as {
      questions_and_answers?: { question?: { en?: string } }[];
    };
    return list.map(({ question }) => question?.en);
  };
  const [first, second] = [await ana.read(path), await bob.read(path)];
  const forAna = await after(await send(ana, path, { do: 'add:questions_and_answers' }, first));
  await after(await send(ana, path, fill(0, 'Who pays'), forAna));
  const forBob = await after(await send(bob, path, { do: 'add:questions_and_answers' }, second), bob);
  expect(forBob).toContain('Both changes are kept');
  await after(await send(bob, path, fill(1, 'When'), forBob), bob);
  expect(await asked()).toEqual(['Who pays?', 'When?']);

  const [third, fourth] = [await ana.read(path), await bob.read(path)];
  await after(await send(ana, path, { ...fill(1, 'Until when'), do: 'add:questions_and_answers' }, third));
  await after(
    await send(
      bob,
      path,
      { 'questions_and_answers.0.answer.en': 'The city.', do: 'add:questions_and_answers' },
      fourth,
    ),
    bob,
  );
  expect(await asked()).toEqual(['Who pays?', 'Until when?', undefined, undefined]);
  expect((await draft()).campaign.questions_and_answers).toMatchObject([
    { answer: { en: 'The city.' } },
    {},
    {},
    {},
  ]);
});

test('one takes out what the other changed: told in words and by name, in English and Spanish, and nothing is lost', async () => {
  const path = editPath('answers');
  const [forAna, forBob] = [await ana.read(path), await bob.read(path)];
  const inSpanish = await bob.read(`${path}&lang=es`);
  await after(await send(ana, path, { 'questions_and_answers.0.answer.en': 'The state pays.' }, forAna));
  const before = await draft();
  const late = await send(bob, path, { do: 'remove:questions_and_answers:0' }, forBob);
  expect([late.status, await draft()]).toEqual([409, before]);
  const page = await late.text();
  expect(page).toMatch(/In the version of [^:]+@[^:]+: Question 1 [^<]*The state pays\./);
  expect(page).not.toContain('{&quot;');
  expect(page).not.toContain('[{');
  const spanish = await (
    await send(bob, `${path}&lang=es`, { do: 'remove:questions_and_answers:0' }, inSpanish)
  ).text();
  expect(spanish).toMatch(/En la versión de [^:]+@[^:]+: [^<]*The state pays\./);
  // What a third adds before Bob decides stays in.
  await after(await send(sofia, path, { do: 'add:questions_and_answers' }));
  await after(await send(bob, path, {}, page), bob);
  const list = (await draft()).campaign.questions_and_answers;
  expect(list).toMatchObject([{ question: { en: 'Until when?' } }, {}, {}, {}]);
  expect(JSON.stringify(list)).not.toContain('Who pays');
});

test('an entry on a page of its own that another took out comes back with what was typed', async () => {
  await after(await send(ana, editPath('petitions'), { do: 'add:petitions' }));
  const at = (await draft()).petitions.length - 1;
  const path = editPath('petitions', `petitions.${at}`);
  await after(await send(ana, path, { 'title.en': 'A pool' }));
  const forBob = await bob.read(`${path}&lang=en`);
  await after(await send(ana, editPath('petitions'), { do: `remove:petitions:${at}` }));
  const late = await send(bob, path, { 'title.en': 'A public pool' }, forBob);
  expect(late.status).toBe(409);
  const page = await late.text();
  expect(page).toMatch(/[^ ]+@[^ ]+ took this out\./);
  expect(page).toContain('was taken out of the draft in the meantime');
  expect(page).not.toContain('Save again to keep yours');
  const again = await send(bob, path, {}, page);
  expect(again.status).toBe(409);
  expect(await again.text()).toContain('A public pool');
});

test('a form of a draft that was thrown away comes back with what was typed', async () => {
  const path = editPath('campaign');
  const page = await bob.read(path);
  await db.prepare("UPDATE drafts SET state = 'thrown-away' WHERE campaign_id = ?").bind(campaign.id).run();
  const late = await send(bob, path, { 'ask.en': 'Typed too late' }, page);
  expect(late.status).toBe(409);
  const again = await late.text();
  expect(again).toContain('Typed too late');
  await after(await send(bob, path, {}, again), bob);
  expect((await draft()).campaign).toMatchObject({ ask: { en: 'Typed too late' } });
});
