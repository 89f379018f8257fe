import { beforeAll, expect, test } from 'vitest';
import { type Place, placesIn } from '../../worker/forms/place-rules.ts';
import { type FieldView, viewOf } from '../../worker/forms/view-rules.ts';
import { type Part, withValueAt } from '../../worker/kits/form-rules.ts';
import type { Json } from '../../worker/kits/json-rules.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { readWorking, saveDraft } from '../../worker/writing/drafts.ts';
import { testApp } from '../support/app.ts';
import charlotte from '../support/charlotte.json';
import { openPetition } from '../support/factories.ts';
import { valuesIn } from '../support/form-values.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';

const app = testApp();
const { db } = app.deps;
const forms = await Promise.all((await shippedHouse.kitSections()).map(({ forms }) => forms()));
/** The Charlotte kit with one entry in each list. */
const thin = thinned(charlotte) as Part;
const pages = forms.flatMap(({ pages }) => pages);
const placesOf = (page: (typeof pages)[number]) =>
  placesIn(page, { kit: thin, published: null, kept: new Set<string>() });

/** A form is sent in UTF-8: half of a character comes as these bytes, which no browser sends. */
const half = '%ED%A0%80';
const hostile = [
  '<script>alert(1)</script>"><img src=x onerror=alert(1)>[x](javascript:alert(1))',
  'a\u202eb\u2066c\0dHALF',
  'long '.repeat(4000),
];

let campaign = { id: 0, slug: '' };
let ana: OrganizerClient;

beforeAll(async () => {
  ({ campaign } = await openPetition(db));
  ana = await organizerIn(app, campaign, { role: 'editor' });
});

async function draft() {
  const working = await readWorking(db, campaign.id);
  return { json: working?.json as Json, version: working?.version ?? 0 };
}

/** Every form begins with the same draft. */
async function fresh(): Promise<number> {
  const { version: expectedVersion } = await draft();
  const at = { campaign, expectedVersion, part: 'file', actor: ana.id, now: app.now() };
  const saved = await saveDraft(app.deps, { ...at, json: thin as Json });
  expect(saved.ok).toBe(true);
  return saved.ok ? saved.value.version : 0;
}

function pathOf({ page, way }: Place): string {
  const entry = way.at(-1)?.path.join('.');
  return `/write/edit?page=${page.slug}${entry ? `&entry=${entry}` : ''}`;
}

/** The names of the fields into which an organizer types what they like. Others refer to short names. */
function typedIn(views: readonly FieldView[]): string[] {
  return views.flatMap((view) => {
    if (view.kind === 'text') return view.inputs.map(({ name }) => name);
    if (view.kind === 'input' && !/(^|\.)(slug|id|code)$/.test(view.name)) return [view.name];
    if (view.kind === 'group') return typedIn(view.fields);
    if (view.kind !== 'list') return [];
    return view.entries.flatMap(({ content }) => ('fields' in content ? typedIn(content.fields) : []));
  });
}

type Values = Record<string, string[]>;

/** Sends the form, and reads what is shown afterwards. */
async function sent(path: string, values: Values): Promise<{ status: number; html: string }> {
  const body = new URLSearchParams(
    Object.entries(values).flatMap(([name, all]) => all.map((value) => [name, value])),
  );
  const answer = await app.request(`/organize/campaigns/${campaign.slug}${path}`, {
    method: 'POST',
    headers: {
      ...{ cookie: ana.cookie, origin: 'http://localhost' },
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: body.toString().replaceAll('HALF', half),
  });
  const next = answer.headers.get('location');
  return { status: answer.status, html: await (next ? ana.read(next) : answer.text()) };
}

const formOf = (html: string): Values => valuesIn(html.split('id="form"')[1] ?? '');

/** What a page shows is text; the rest of the form and of the draft is as it was. */
async function expectSafe(place: Place, { status, html }: { status: number; html: string }) {
  expect(status, pathOf(place)).toBeLessThan(500);
  expect(html).not.toMatch(/<script>alert|<img src=x|href="javascript:/);
  expect(html).toContain('id="form"');
  const { json } = await draft();
  expect(withValueAt(json, place.around.path, place.part)).toEqual(thin);
}

const others = (values: Values, typed: readonly string[]) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !typed.includes(name) && name !== 'version'));

test.each(pages.map((page) => [page.slug, page] as const))('%s takes any input', async (_, page) => {
  for (const place of placesOf(page)) {
    const { fields, part, around } = place;
    const typed = typedIn(viewOf(fields, part, { around, language: 'en', problems: [] }));
    if (typed.length === 0) continue;
    const path = pathOf(place);
    await fresh();
    let shown = formOf(await ana.read(path));
    const first = shown;
    // Of an entry, one turn: each input is in some field of each kind of form.
    for (const turn of place.way.length === 0 ? hostile.keys() : [0]) {
      const values = typed.map((name, i) => [name, [hostile[(i + turn) % hostile.length]!]]);
      const answer = await sent(path, { ...shown, ...Object.fromEntries(values) });
      await expectSafe(place, answer);
      shown = formOf(answer.html);
      expect(others(shown, typed), path).toEqual(others(first, typed));
    }
    if (place.way.length > 0) continue;
    // Some come twice, some not at all, and one is far too long.
    const odd = typed.slice(1).flatMap((name, i) => (i % 2 === 0 ? [[name, ['once', 'again']]] : []));
    const long = [typed[0], ['<script>alert(1)</script>'.repeat(8000)]];
    const { form_token = [], version = [] } = shown;
    await expectSafe(place, await sent(path, { form_token, version, ...Object.fromEntries([long, ...odd]) }));
  }
});

function thinned(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(thinned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, thinned(one)]));
}
