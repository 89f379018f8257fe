import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';

const app = testApp();
const { db } = app.deps;
let campaign: Awaited<ReturnType<typeof openPetition>>['campaign'];
let owner: OrganizerClient;

beforeAll(async () => {
  ({ campaign } = await openPetition(db));
  owner = await organizerIn(app, campaign, { role: 'owner', hasPasskey: true });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await db.prepare('DROP TRIGGER IF EXISTS others_are_faster').run();
});

/** As if another act were written between reading the head of the log and each try to write behind it. */
async function othersAreFaster() {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((done: () => void) =>
    queueMicrotask(done)) as never);
  await db
    .prepare(
      `CREATE TRIGGER others_are_faster BEFORE INSERT ON acts
      BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: acts.prev'); END`,
    )
    .run();
}

test('of twenty that save at once each is done, or told that nothing was stored', async () => {
  const emails = Array.from({ length: 20 }, (_, n) => `at-once-${n}@example.org`);
  const answers = await Promise.all(
    emails.map(async (email) => ({ email, answer: await owner.post('/people', { email, role: 'viewer' }) })),
  );
  const people = await owner.read('/people');
  for (const { email, answer } of answers) {
    expect([303, 503]).toContain(answer.status);
    expect(people.includes(email)).toBe(answer.status === 303);
  }
  expect(answers.filter(({ answer }) => answer.status === 303).length).toBeGreaterThan(10);
});

test('when others are faster at every try, the form comes back with what was typed and can be sent again', async () => {
  await othersAreFaster();
  const fields = { email: 'kept@example.org', role: 'viewer' };
  const busy = await owner.post('/people?lang=es', fields);
  expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '5']);
  expect(busy.headers.get('cache-control')).toBe('private, no-store');
  const page = await busy.text();
  expect(page).toContain('Otras personas están guardando en este momento');
  expect(page).toContain('No se guardó nada');
  expect(page).toContain('name="email" value="kept@example.org"');
  expect(page).toContain(`action="/organize/campaigns/${campaign.slug}/people?lang=es"`);
  expect(page).not.toContain('/organize/sign-in?');

  const told = await owner.post('/people', fields, { accept: 'application/json' });
  expect([told.status, told.headers.get('retry-after')]).toEqual([503, '5']);
  expect(told.headers.get('content-type')).toBe('application/problem+json');
  expect(await told.json()).toMatchObject({ status: 503 });

  await db.prepare('DROP TRIGGER others_are_faster').run();
  const form_token = /name="form_token" value="([^"]+)"/.exec(page)?.[1] ?? '';
  expect(await owner.read('/people')).not.toContain('kept@example.org');
  expect((await owner.post('/people?lang=en', { ...fields, form_token })).status).toBe(303);
  expect(await owner.read('/people')).toContain('kept@example.org');
});
