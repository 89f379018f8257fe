import { beforeAll, expect, test } from 'vitest';
import { features } from '../../worker/main/features.ts';
import { createHouse } from '../../worker/main/house.ts';
import { endUnused } from '../../worker/organize/jobs.ts';
import { day } from '../../worker/platform/time/clock.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { openPetition, stopEarlierDigests } from '../support/factories.ts';
import { organizerIn } from '../support/organizer.ts';
import { leaflets, leafletsTable } from './sample.ts';

const house = createHouse([
  ...features,
  { name: 'leaflets', tables: ['leaflets'], console: async () => leaflets },
]);
const app = testApp({}, { house });
const { db } = app.deps;
let campaign: Awaited<ReturnType<typeof openPetition>>['campaign'];

beforeAll(async () => {
  await db.prepare(leafletsTable).run();
});

async function freshOwner() {
  ({ campaign } = await openPetition(db));
  return organizerIn(app, campaign, { role: 'owner', hasPasskey: true });
}

test('an owner invites, changes a role, takes it back, and ends an access', async () => {
  const owner = await freshOwner();
  const email = `eva@${campaign.slug}.example`;
  const invited = await owner.post('/people', { email, role: 'viewer' });
  expect(invited.status).toBe(303);
  const [mail] = await app.mailTo(email);
  expect(mail?.subject).toContain('You can work on');
  expect(mail?.text).toContain('/organize/sign-in');
  // The invitation is no key: it has no link that signs anybody in.
  expect(mail?.text).not.toContain('/organize/links/');
  const page = await owner.read(invited.headers.get('location') ?? '');
  expect(page).toContain(email);
  expect(page).toContain('Somebody was invited');

  const eva = await organizerIn(app, campaign, { role: 'viewer', email });
  expect((await eva.get('/log')).status).toBe(403);
  const changed = await owner.post(`/people/${eva.id}`, {
    decision: 'change',
    seen: 'viewer',
    role: 'editor',
  });
  expect((await eva.get('/log')).status).toBe(200);
  // Somebody who saw an older role decides on nothing.
  const stale = { decision: 'change', seen: 'viewer', role: 'owner' };
  expect((await owner.post(`/people/${eva.id}`, stale)).status).toBe(409);
  const act = new URL(changed.headers.get('location') ?? '', 'http://x').searchParams.get('done');
  expect((await owner.post(`/acts/${act}/undo`)).status).toBe(303);
  expect((await eva.get('/log')).status).toBe(403);
  expect((await owner.post(`/people/${eva.id}`, { decision: 'end' })).status).toBe(303);
  expect((await eva.get('')).headers.get('location')).toContain('/organize/sign-in');
});

test('the last owner cannot end themselves or step down; with another one they can', async () => {
  const owner = await freshOwner();
  const end = () => owner.post(`/people/${owner.id}`, { decision: 'end' });
  const refused = await end();
  expect([refused.status, await refused.text()]).toEqual([
    409,
    expect.stringContaining('A campaign needs an owner'),
  ]);
  const down = { decision: 'change', seen: 'owner', role: 'viewer' };
  expect((await owner.post(`/people/${owner.id}`, down)).status).toBe(409);
  await organizerIn(app, campaign, { role: 'owner' });
  expect((await end()).status).toBe(303);
});

test('what is no address comes back with its error', async () => {
  const owner = await freshOwner();
  const answer = await owner.post('/people', { email: 'eva', role: 'editor' });
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('value="eva"')]);
});

test('a lost passkey: another owner’s press ends the keys and the sessions, one’s own does not', async () => {
  const owner = await freshOwner();
  const lost = await organizerIn(app, campaign, { role: 'editor' });
  const key = "INSERT INTO organizer_passkeys VALUES (?, ?, 'k', 'ES256', 0, '1', 1, NULL, NULL)";
  await db.batch([
    db.prepare(key).bind(`k-${lost.id}`, lost.id),
    db.prepare(key).bind(`k-${owner.id}`, owner.id),
  ]);
  expect((await owner.post(`/people/${owner.id}`, { decision: 'recover' })).status).toBe(400);
  expect((await owner.post(`/people/${lost.id}`, { decision: 'recover' })).status).toBe(303);
  const left = 'SELECT count(*) AS n FROM organizer_passkeys WHERE organizer_id = ? AND ended_at IS NULL';
  expect(await db.prepare(left).bind(lost.id).first('n')).toBe(0);
  expect(await db.prepare(left).bind(owner.id).first('n')).toBe(1);
  expect((await lost.get('')).headers.get('location')).toContain('/organize/sign-in');
});

test('who has a passkey cannot add another by a mailed link alone', async () => {
  await freshOwner();
  const ana = await organizerIn(app, campaign, { role: 'editor' });
  const key = "INSERT INTO organizer_passkeys VALUES (?, ?, 'k', 'ES256', 0, '1', 1, NULL, NULL)";
  await db.prepare(key).bind(`k-${ana.id}`, ana.id).run();
  expect((await ana.post('/organize/passkey/new', { credential: '{}' })).status).toBe(403);
  expect((await ana.post('/organize/passkey/end', { key: `k-${ana.id}` })).status).toBe(403);
  expect((await ana.post('/organize/passkey', { credential: 'no JSON' })).status).toBe(422);
});

test('the log tells every act with who, before and after; it can be narrowed down and downloaded', async () => {
  const owner = await freshOwner();
  const eva = await organizerIn(app, campaign, { role: 'viewer' });
  await owner.post(`/people/${eva.id}`, { decision: 'change', seen: 'viewer', role: 'editor' });
  await owner.post(`/people/${eva.id}`, { decision: 'end' });
  const log = await owner.read('/log');
  expect(log).toContain('A role was changed');
  expect(log).toContain('role: viewer → role: editor');
  expect(log).toContain(owner.email);
  expect(log).toMatch(/Head of the log: [0-9a-f]{64}/);
  const narrowed = await owner.read('/log?kind=end-access');
  expect(narrowed).toContain('An access was ended');
  expect(narrowed).not.toContain('role: viewer → role: editor');
  const file = await owner.read('/log.csv');
  expect(file).toContain('change-role');
  expect(file).not.toContain('@');
  expect(await owner.read('/log?lang=es')).toContain('Se cambió una función');
});

test('access that nobody has used for 90 days ends, but for the last owner’s', async () => {
  const owner = await freshOwner();
  const idle = await organizerIn(app, campaign, { role: 'editor' });
  await endUnused(app.deps, new Date(aWednesday.getTime() + 91 * day));
  const roles = await db
    .prepare('SELECT organizer_id, ended_at IS NULL AS held FROM organizer_roles WHERE campaign_id = ?')
    .bind(campaign.id)
    .all();
  expect(roles.results).toEqual(
    expect.arrayContaining([
      { organizer_id: owner.id, held: 1 },
      { organizer_id: idle.id, held: 0 },
    ]),
  );
});

test('what has waited for more than a day is mailed once a day to those who want it and may do it', async () => {
  await freshOwner();
  const [moderator, viewer, quiet] = [
    await organizerIn(app, campaign, { role: 'moderator' }),
    await organizerIn(app, campaign, { role: 'viewer' }),
    await organizerIn(app, campaign, { role: 'moderator' }),
  ];
  for (const one of [moderator, viewer, quiet]) await one.get('');
  await quiet.post('/organize/daily-mail', { language: 'en' });
  await moderator.post('/organize/daily-mail', { language: 'es', daily_mail: 'yes' });
  const leaflet = "INSERT INTO leaflets VALUES ('old', ?, 'waiting', ?)";
  await db.prepare(leaflet).bind(campaign.id, aWednesday.getTime()).run();
  await stopEarlierDigests(db);
  await app.cron(new Date(aWednesday.getTime() + day / 2));
  expect(await app.mailTo(moderator.email)).toEqual([]);
  await app.cron(new Date(aWednesday.getTime() + 1.5 * day));
  await app.cron(new Date(aWednesday.getTime() + 1.6 * day));
  const mails = await app.mailTo(moderator.email);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toContain('1 volante');
  expect(await app.mailTo(viewer.email)).toEqual([]);
  expect(await app.mailTo(quiet.email)).toEqual([]);
  app.setNow(aWednesday);
});

test('who has access already is not invited again: no role changes, and no campaign is left without an owner', async () => {
  const owner = await freshOwner();
  const editor = await organizerIn(app, campaign, { role: 'editor' });
  for (const email of [owner.email, editor.email]) {
    const refused = await owner.post('/people', { email, role: 'viewer' });
    expect([refused.status, await refused.text()]).toEqual([
      409,
      expect.stringContaining('has access already'),
    ]);
  }
  expect((await owner.get('/people')).status).toBe(200);
  expect(
    await db.prepare('SELECT role FROM organizer_roles WHERE organizer_id = ?').bind(editor.id).first('role'),
  ).toBe('editor');
});

test('two presses at once invite a new address once: the second is told, and nothing breaks', async () => {
  const owner = await freshOwner();
  const press = () => owner.post('/people', { email: 'pressed-twice@example.org', role: 'moderator' });
  const statuses = (await Promise.all([press(), press(), press()])).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([303, 409, 409]);
});

test('one inbox gets three invitations a day, however often it is invited and ended', async () => {
  const owner = await freshOwner();
  const email = `flooded@${campaign.slug}.example`;
  for (let times = 0; times < 5; times += 1) {
    app.setNow(new Date(aWednesday.getTime() + times));
    const { id } = await organizerIn(app, campaign, { role: null, email });
    if (times > 0) expect((await owner.post(`/people/${id}`, { decision: 'end' })).status).toBe(303);
    expect((await owner.post('/people', { email, role: 'viewer' })).status).toBe(303);
  }
  expect(await app.mailTo(email)).toHaveLength(3);
  app.setNow(aWednesday);
});

test('nobody ends the passkeys of somebody who works on a campaign that they do not own', async () => {
  const owner = await freshOwner();
  const { campaign: other } = await openPetition(db);
  const lost = await organizerIn(app, campaign, { role: 'editor', elsewhere: other });
  const recover = () => owner.post(`/people/${lost.id}`, { decision: 'recover' });
  const refused = await recover();
  expect([refused.status, await refused.text()]).toEqual([
    409,
    expect.stringContaining('a campaign that you do not own'),
  ]);
  expect((await lost.get('')).status).toBe(200);
  await organizerIn(app, campaign, { role: null, email: owner.email, elsewhere: other });
  expect((await recover()).status).toBe(303);
  const logged = 'SELECT count(*) AS n FROM acts WHERE kind = ? AND subject = ? AND campaign_id IN (?, ?)';
  expect(await db.prepare(logged).bind('recover', lost.id, campaign.id, other.id).first('n')).toBe(2);
});

test('a press on Español holds on the next page and after the next sign-in, until English is pressed', async () => {
  ({ campaign } = await openPetition(db));
  const owner = await organizerIn(app, campaign, { role: 'owner', hasPasskey: true, keepsLanguage: true });
  const english = await owner.read('/people');
  const link = /href="(?<to>[^"]*lang=es[^"]*)"/.exec(english)?.groups?.to?.replaceAll('&amp;', '&') ?? '';
  expect(await owner.read(link)).toContain('<html lang="es">');
  for (const path of ['', '/log', '/organize', '/organize/passkey']) {
    expect(await owner.read(path)).toContain('<html lang="es">');
  }
  const invited = await owner.post('/people', { email: 'no address', role: 'viewer' });
  expect(await invited.text()).toContain('<html lang="es">');
  const again = await organizerIn(app, campaign, { role: 'owner', email: owner.email, hasPasskey: true });
  expect(await again.read('/log')).toContain('<html lang="es">');
  await owner.read('/log?lang=en');
  expect(await owner.read('/people')).toContain('<html lang="en">');
});

test('in a read-only hour the language of the page still follows its link', async () => {
  ({ campaign } = await openPetition(db));
  const owner = await organizerIn(app, campaign, { role: 'owner', hasPasskey: true, keepsLanguage: true });
  await db.prepare("INSERT INTO switches (name, since) VALUES ('read-only', 0)").run();
  try {
    expect(await owner.read('/log?lang=es')).toContain('<html lang="es">');
    expect(await owner.read('/log')).toContain('<html lang="en">');
  } finally {
    await db.prepare("DELETE FROM switches WHERE name = 'read-only'").run();
  }
});
