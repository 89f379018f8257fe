import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { findCampaignBySlug } from '../../worker/kits/version-store.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { smallKit, stopEarlierDigests } from '../support/factories.ts';
import { valuesIn } from '../support/form-values.ts';
import { openKit } from '../support/kits.ts';
import { organizerIn } from '../support/organizer.ts';
import { both, kitWithBudget, someLine } from './support.ts';

const app = testApp();

async function organizer(slug: string, role: 'owner' | 'viewer' = 'owner') {
  const id = (await findCampaignBySlug(env.DB, slug)) ?? 0;
  return organizerIn(app, { id, slug }, { role });
}

test('an organizer sees what is to be filled in, with a count in what waits, and edits it in the kit', async () => {
  const kit = kitWithBudget();
  const { slug } = kit.campaign;
  await openKit(env.DB, kit, aWednesday);
  const owner = await organizer(slug);
  const path = `/organize/campaigns/${slug}`;
  expect(await owner.read(path)).toContain('1 number of the budget is to be filled in');
  const page = await owner.read(`${path}/budget`);
  expect(page).toContain('To be filled in by the campaign');
  expect(page).toMatch(/Line parks[\s\S]*Proposed now/);
  expect(page).toContain(`href="${path}/write/edit?page=budget"`);
  expect(await owner.read(`${path}/write/edit?page=budget`)).toContain('The budget');
  const line = await owner.read(`${path}/write/edit?page=budget&entry=budget.0.lines.0`);
  expect(line).toContain('What one of its unit is in dollars');
  expect(line).toContain('value="150000"');
  const viewer = await organizer(slug, 'viewer');
  expect(await viewer.read(`${path}/budget`)).not.toContain('/write/edit?page=budget');
});

test('each number that nobody knows counts, and a line that asks nothing waits for no ask', async () => {
  const lines = [someLine('a', { asks: true, adopted: { amount: null } }), someLine('b')];
  const kit = kitWithBudget({ lines, residents: undefined, unit: { name: both('one of it') } });
  const { slug } = kit.campaign;
  await openKit(env.DB, kit, aWednesday);
  const owner = await organizer(slug);
  const page = await owner.read(`/organize/campaigns/${slug}/budget`);
  expect(page).toContain('The budget (7)');
  expect(page.match(/What the campaign asks/g)).toHaveLength(1);
  expect(page.match(/The whole comparison/g)).toHaveLength(2);
  // Each leads to its field.
  const links = [...page.matchAll(/href="([^"]+&amp;entry=[^"]+)"/g)].map(([, to = '']) =>
    to.replaceAll('&amp;', '&').split('#'),
  );
  expect(links).toHaveLength(7);
  for (const [path = '', field] of links) expect(await owner.read(path)).toContain(`id="${field}"`);
});

test('a number and its source are one value: who changes the source of another’s number is told, and nothing is stored', async () => {
  const kit = kitWithBudget();
  const { slug } = kit.campaign;
  await openKit(env.DB, kit, aWednesday);
  const [ana, bob] = [await organizer(slug), await organizer(slug)];
  const path = `/organize/campaigns/${slug}/write/edit?page=budget&entry=budget.0.lines.0`;
  const older = valuesIn((await bob.read(path)).split('id="form"')[1] ?? '');
  const { form_token: _, ...shown } = Object.fromEntries(
    Object.entries(older).map(([key, [value = '']]) => [key, value]),
  );
  const saved = await ana.post(path, { ...shown, 'asked.amount': '123456' });
  expect(saved.status).toBe(303);
  const late = await bob.post(path, { ...shown, 'asked.source.en': 'New study', 'asked.year': '2027' });
  expect(late.status).toBe(409);
  const page = await late.text();
  expect(page).toMatch(/In the version of [^:]+@[^:]+: 123,456/);
  expect(page).toMatch(/In the version of [^:]+@[^:]+: English: The campaign/);
  const again = valuesIn(page.split('id="form"')[1] ?? '');
  expect(again).toMatchObject({
    'asked.amount': ['150000'],
    'asked.source.en': ['New study'],
    'asked.year': ['2027'],
  });
  expect(await ana.read(path)).toContain('value="123456"');
  expect(await ana.read(path)).not.toContain('New study');
});

test('each problem of a line says of which number it is, and how to mend it', async () => {
  const kit = kitWithBudget();
  const { slug } = kit.campaign;
  await openKit(env.DB, kit, aWednesday);
  const owner = await organizer(slug);
  const path = `/organize/campaigns/${slug}/write/edit?page=budget&entry=budget.0.lines.1`;
  const read = async (lang: string) => await (await owner.get(`${path}&check=1&lang=${lang}`)).text();
  const send = async (fields: Record<string, string>) => {
    const shown = valuesIn((await owner.read(path)).split('id="form"')[1] ?? '');
    const { form_token: _, ...values } = Object.fromEntries(
      Object.entries(shown).map(([key, [value = '']]) => [key, value]),
    );
    expect((await owner.post(path, { ...values, ...fields })).status).toBe(303);
  };
  await send({ 'adopted.amount': 'lots', 'proposed.amount': '$350,000.50', 'proposed.year': 'soon' });
  const page = await read('en');
  expect(page).toContain('Adopted last year: Number: must be a number, such as 1200.50');
  expect(page).toContain('Proposed now: Year: must be a number');
  expect(page).toContain('value="350000.5"');
  await send({ 'adopted.amount': '$1.000' });
  expect(await read('en')).toContain('value="$1.000"');
  await send({ 'adopted.amount': '80000', 'proposed.year': '' });
  const again = await read('en');
  expect(again).toContain('Proposed now: Source: is needed with a number');
  expect(again).toContain('Proposed now: Year: is needed with a number');
  expect(await read('es')).toContain('Propuesto ahora: Año: hace falta con una cifra');
  for (const [name, key] of [
    ['Source', 'proposed.source'],
    ['Year', 'proposed.year'],
  ]) {
    expect(again).not.toMatch(new RegExp(`id="${key}"[^]{0,80}${name} <span class="hint">\\(optional`));
  }
  expect(again).toMatch(/<textarea id="about.en"/);
  expect(again).toMatch(/<textarea id="not_known.en"/);
});

test('a comparison without lines says how to add one', async () => {
  const kit = kitWithBudget();
  const { slug } = kit.campaign;
  await openKit(env.DB, kit, aWednesday);
  const owner = await organizer(slug);
  const path = `/organize/campaigns/${slug}/write/edit?page=budget`;
  expect((await owner.post(path, { version: '0', do: 'add:budget' })).status).toBe(303);
  const page = await (await owner.get(`${path}&entry=budget.1&check=1`)).text();
  expect(page).toContain('Lines: has nothing yet. Press “Add a line”');
  expect(await owner.read(`${path}&check=1&lang=es`)).toContain(
    'Partidas: no tiene nada. Pulse «Añadir una partida»',
  );
});

test('a campaign without a comparison has nothing of it in the console', async () => {
  const other = smallKit();
  await openKit(env.DB, other, aWednesday);
  const owner = await organizer(other.campaign.slug);
  const path = `/organize/campaigns/${other.campaign.slug}`;
  expect(await owner.read(path)).not.toContain(`${path}/budget`);
  expect((await owner.get(`${path}/budget`)).status).toBe(404);
});

test('the committee reads what is asked beside what is proposed, with the way to all lines, in mail, page and JSON', async () => {
  await stopEarlierDigests(env.DB);
  const kit = kitWithBudget();
  await openKit(env.DB, kit, new Date('2026-11-23T15:00:00Z'));
  const empty = kitWithBudget({ lines: [someLine('a')] });
  await openKit(env.DB, empty, new Date('2026-11-23T15:00:00Z'));
  await app.cron('2026-11-30T13:00:00Z');
  const told = 'Line training: $100,000 last year, $120,000 proposed, $150,000 asked for.';
  const [mail] = await app.mailTo(kit.council.committees[0]?.contact_email ?? '');
  for (const text of [mail?.text, mail?.html]) {
    expect(text).toContain(told);
    expect(text).toContain(`/budget/${kit.budget[0]!.slug}`);
    expect(text).not.toContain('Line parks');
  }
  const staff = /\/tallies\/[\w.-]+/.exec(mail?.text ?? '')?.[0] ?? '';
  const page = await (await app.request(staff)).text();
  expect(page).toContain(told);
  expect(page).toContain(`href="/budget/${kit.budget[0]!.slug}`);
  const json = await (await app.request(`${staff}.json`)).json<{ weeks: object[] }>();
  expect(json.weeks.at(-1)).toMatchObject({
    budget: [{ campaign: kit.campaign.slug, lines: [{ name: 'Line training', asked: 150_000 }] }],
  });
  const [other] = await app.mailTo(empty.council.committees[0]?.contact_email ?? '');
  expect(other?.text).not.toContain('/budget/');
});

test('a comparison that has the answers of residents alone is told with its way in mail and page', async () => {
  await stopEarlierDigests(env.DB);
  const kit = kitWithBudget();
  const answers = { survey: kit.surveys[0]!.slug, question: 'budget', line: 'training' };
  Object.assign(kit.budget[0]!, { lines: [someLine('training', { answers })] });
  expect(await openKit(env.DB, kit, new Date('2026-11-23T15:00:00Z'))).toMatchObject({ ok: true });
  await app.cron('2026-11-30T13:00:00Z');
  const [mail] = await app.mailTo(kit.council.committees[0]?.contact_email ?? '');
  const staff = /\/tallies\/[\w.-]+/.exec(mail?.text ?? '')?.[0] ?? '';
  for (const text of [mail?.text, mail?.html, await (await app.request(staff)).text()]) {
    expect(text?.replace(/\s+/g, ' ')).toContain(
      'Beside one line stands what residents answered, once five have.',
    );
    expect(text).toContain(`/budget/${kit.budget[0]!.slug}`);
  }
});
