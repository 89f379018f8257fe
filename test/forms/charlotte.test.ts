import { isDeepStrictEqual } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { findPlace, type Place, placesIn } from '../../worker/forms/place-rules.ts';
import { type FormPage, fieldsIn, listOf, type Part, partOf, valueIn } from '../../worker/kits/form-rules.ts';
import { findCampaignBySlug } from '../../worker/kits/version-store.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { readDraft } from '../../worker/writing/drafts.ts';
import { testApp } from '../support/app.ts';
import charlotte from '../support/charlotte.json';
import { smallEvent } from '../support/event-kit.ts';
import { smallKit } from '../support/factories.ts';
import { valuesIn } from '../support/form-values.ts';
import { checkKit, openKit } from '../support/kits.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { hearingOf, summitOf } from '../support/summit.ts';
import { sentUnchanged } from './unchanged.tsx';

const app = testApp();
const { db } = app.deps;
const { $schema: _, made_of: __, ...ofFile } = charlotte;
const both = (text: string) => ({ en: text, es: `${text} (es)` });
const guests = {
  for_whom: both('The council'),
  entry: 'invitation',
  take_home: both('A page of numbers'),
  materials: [{ label: both('The numbers'), url: 'https://example.org/numbers' }],
  quoting: 'chatham-house',
};
/** It names no event itself, so that the fields of events are filled here. */
const events = [
  { ...summitOf(), slug: 'small-summit' },
  { ...hearingOf(), slug: 'small-hearing', interpreters: both('Ask the clerk') },
  { ...guests, slug: 'small-workshop' },
].map((one) => smallEvent({ committee: 'safe-communities', closes_on: '2027-01-14', ...one }));
const shipped = { ...ofFile, events: JSON.parse(JSON.stringify(events)) as typeof events };
/** What organizers answer has pages of its own, which save at once. */
const { answered_questions: answered, ...campaign } = shipped.campaign;
const wanted = { ...shipped, campaign };
const write = `/organize/campaigns/${charlotte.campaign.slug}/write`;
let owner: OrganizerClient;

beforeAll(async () => {
  const kit = smallKit();
  expect(await openKit(db, kit, app.now())).toMatchObject({ ok: true });
  const first = { id: (await findCampaignBySlug(db, kit.campaign.slug)) ?? 0, slug: kit.campaign.slug };
  owner = await organizerIn(app, first, { role: 'owner' });
});

const forms = await Promise.all((await shippedHouse.kitSections()).map(({ forms }) => forms()));
const pages = forms.flatMap((one) => one.pages).toSorted((a, b) => a.order - b.order);
const whole = { kit: partOf(wanted), published: null, kept: new Set<string>() };
let requests = 0;

type Fields = Record<string, string[]>;

/** The form of a page as a browser has it, with its session's token. */
async function open(path: string): Promise<Fields> {
  requests += 1;
  const page = await owner.get(path);
  expect([path, page.status]).toEqual([path, 200]);
  return valuesIn((await page.text()).split('id="form"')[1] ?? '');
}

async function press(path: string, fields: Fields): Promise<void> {
  requests += 1;
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(fields)) for (const value of values) body.append(name, value);
  const headers = { cookie: owner.cookie, origin: 'http://localhost' };
  const answer = await app.request(path, { method: 'POST', headers, body });
  expect([path, answer.status, fields.do]).toEqual([path, 303, fields.do]);
}

const pathOf = ({ slug }: FormPage, entry: string) =>
  `${write}/edit?page=${slug}${entry && `&entry=${entry}`}`;

/** Types what the wanted kit says there, and presses the buttons that add the entries with pages of their own. */
async function typeInto({ page, fields, part, around, way }: Place): Promise<void> {
  const entry = way.at(-1)?.path.join('.') ?? '';
  const path = pathOf(page, entry);
  const typed = sentUnchanged(fields, part, around);
  const draft = await readDraft(db, (await findCampaignBySlug(db, charlotte.campaign.slug)) ?? 0);
  const now = findPlace(page, entry, { ...whole, kit: partOf(draft?.json) });
  if (!now || !isDeepStrictEqual(sentUnchanged(now.fields, now.part, now.around), typed)) {
    await press(path, { ...(await open(path)), ...typed });
  }
  for (const field of fieldsIn(fields, around, part)) {
    if (field.kind !== 'list' || !field.hasPages) continue;
    const entries = listOf(valueIn(part, field.key)).length;
    for (let there = listOf(valueIn(now?.part, field.key)).length; there < entries; there += 1) {
      await press(path, { ...(await open(path)), do: [`add:${field.key}`] });
    }
  }
}

const download = async (file: string) => (await (await owner.get(`${write}/${file}`)).json()) as Part;

test('everything in the Charlotte kit, and events of three kinds, can be made in the browser, from seven answers to a file equal to it', async () => {
  const answers = {
    by: 'questions',
    city: 'Charlotte, North Carolina',
    zips: '28202',
    council: 'Charlotte City Council',
    'council-email': 'clerk@charlotte.example',
    name: 'Arrest the trafficker',
    ask: 'Arrest those who sell people',
    email: 'us@charlotte.example',
    language: 'en',
  };
  expect((await owner.post('/organize/new', answers)).headers.get('location')).toBe(write);
  // What a field offers depends on other pages, so that all are gone through until nothing is missing.
  for (let round = 0; round < 3; round += 1) {
    for (const page of pages) {
      const root = findPlace(page, '', whole);
      if (root) await typeInto(root);
      for (const place of placesIn(page, whole).slice(1)) await typeInto(place);
    }
    if (JSON.stringify(checkKit(await download('draft.json'))) === JSON.stringify(checkKit(wanted))) break;
  }
  expect(checkKit(await download('draft.json'))).toEqual(checkKit(wanted));
  const [seen = ''] = valuesIn(await owner.read(write)).seen ?? [];
  expect((await owner.post(`${write}/publish`, { seen, decision: 'now' })).status).toBe(303);
  const at = `/organize/campaigns/${charlotte.campaign.slug}`;
  for (const { kind, asked, fact, answer, source, answered_on } of answered) {
    const texts = Object.entries({ asked, fact, answer }).flatMap(([name, text]) =>
      Object.entries(text).map(([language, words]) => [`${name}.${language}`, words]),
    );
    const entry = { ...Object.fromEntries(texts), source, answered_on };
    // Pages show them in the order in which they were written.
    app.setNow(new Date(app.now().getTime() + 1000).toISOString());
    expect((await owner.post(`${at}/new-question-entry?kind=${kind}`, entry)).status).toBe(303);
  }
  const exported = await download('kit.json');
  expect(checkKit(exported)).toEqual(checkKit(shipped));
  expect(requests).toBeLessThan(600);
  expect((await app.request('/surveys/needs-assessment')).status).toBe(200);
});
