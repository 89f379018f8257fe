import { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import { features } from '../../worker/main/features.ts';
import { createHouse } from '../../worker/main/house.ts';
import { registerSections } from '../../worker/organize/console-router.ts';
import { mayDo, roles } from '../../worker/organize/role-rules.ts';
import { problemsOf, verbsOf } from '../../worker/organize/sections.ts';
import { minute } from '../../worker/platform/time/clock.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { leaflets, leafletsTable } from './sample.ts';

const house = createHouse([
  ...features,
  { name: 'leaflets', tables: ['leaflets'], console: async () => leaflets },
]);
const app = testApp({}, { house });
const sections = await house.consoleSections();
const verbs = verbsOf(sections);
const routes = registerSections(new Hono(), sections);
const everyone = ['nobody', 'stranger', ...roles] as const;
const clients = new Map<string, OrganizerClient>();
let slug = '';

beforeAll(async () => {
  await app.deps.db.prepare(leafletsTable).run();
  const { campaign } = await openPetition(app.deps.db);
  const { campaign: other } = await openPetition(app.deps.db);
  slug = campaign.slug;
  for (const role of roles) clients.set(role, await organizerIn(app, campaign, { role }));
  clients.set('stranger', await organizerIn(app, campaign, { role: null, elsewhere: other }));
});

test('every verb, act and menu entry has one name, and every verb is of somebody', () => {
  expect(problemsOf(sections)).toEqual([]);
  expect(verbs.size).toBeGreaterThan(3);
});

test('a passkey counts for 15 minutes', () => {
  const verb = { role: 'owner', stepUp: true } as const;
  const after = (minutes: number) => new Date(aWednesday.getTime() + minutes * minute);
  const may = (minutes: number) => mayDo(verb, { role: 'owner', passkeyAt: aWednesday, now: after(minutes) });
  expect([may(14), may(15)]).toEqual(['yes', 'passkey']);
  expect(mayDo(verb, { role: 'editor', passkeyAt: aWednesday, now: aWednesday })).toBe('role');
});

/** What a route answers before its handler runs; 'in' where the handler has run. */
function judged({ status, headers }: Response): string {
  const location = headers.get('location') ?? '';
  if (location.startsWith('/organize/sign-in')) return 'sign-in';
  if (location.startsWith('/organize/passkey')) return 'passkey';
  return status === 403 ? 'refused' : 'in';
}

function expected(who: string, verb: string, method: string): string {
  if (who === 'nobody') return 'sign-in';
  const rule = verbs.get(verb);
  const may = (roles as readonly string[]).indexOf(who) >= roles.indexOf(rule?.role ?? 'owner');
  if (!may) return 'refused';
  if (!rule?.stepUp) return 'in';
  return method === 'get' ? 'passkey' : 'refused';
}

describe.each(routes)('$method $path', ({ method, path, verb }) => {
  test.each(everyone)('%s', async (who) => {
    const asked = path.replace(':campaign', slug).replace(/:\w+/g, 'none');
    const client = clients.get(who);
    const init = { method: method.toUpperCase(), headers: { origin: 'http://localhost' } };
    const answer = client ? await client[method](asked) : await app.request(asked, init);
    // A campaign of others answers as one that does not exist.
    if (who === 'stranger') expect(answer.status).toBe(404);
    else expect(judged(answer)).toBe(expected(who, verb, method));
  });
});

/** Pages that are of no campaign: who may what, by the methods. */
const outside: Record<string, Partial<Record<'get' | 'post', readonly string[]>>> = {
  // Whoever owns a campaign, even another one, starts a new one.
  '/new': { get: ['owner', 'stranger'], post: ['owner', 'stranger'] },
  '/new-city': { get: ['owner', 'stranger'], post: ['owner', 'stranger'] },
};

test('every page outside the campaigns is in the table', () => {
  const found: string[] = [];
  for (const { section } of sections) {
    section.outside?.({
      get: (path) => found.push(`get ${path}`),
      post: (path) => found.push(`post ${path}`),
    });
  }
  const listed = Object.entries(outside).flatMap(([path, by]) =>
    Object.keys(by).map((one) => `${one} ${path}`),
  );
  expect(found.toSorted()).toEqual(listed.toSorted());
});

describe.each(
  Object.entries(outside).flatMap(([path, by]) =>
    Object.entries(by).map(([method, may]) => ({ method: method as 'get' | 'post', path, may })),
  ),
)('$method /organize$path', ({ method, path, may }) => {
  test.each(everyone)('%s', async (who) => {
    const init = { method: method.toUpperCase(), headers: { origin: 'http://localhost' } };
    const client = clients.get(who);
    const asked = `/organize${path}`;
    const answer = client ? await client[method](asked) : await app.request(asked, init);
    expect(judged(answer)).toBe(who === 'nobody' ? 'sign-in' : may.includes(who) ? 'in' : 'refused');
  });
});
