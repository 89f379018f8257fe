import { beforeEach, expect, test } from 'vitest';
import { turnByCommand } from '../../worker/operations/turn-switch.ts';
import { actsQuery } from '../../worker/organize/act-store.ts';
import { runQuery } from '../../worker/platform/query.ts';
import { listSwitches, turnSwitch } from '../../worker/platform/switches.ts';
import { minute } from '../../worker/platform/time/clock.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { organizerIn } from '../support/organizer.ts';

const app = testApp();
const { db } = app.deps;
const later = (milliseconds: number) => new Date(aWednesday.getTime() + milliseconds);
const namesOn = async () => (await listSwitches(db, app.now())).map(({ name }) => name);

beforeEach(async () => {
  app.setNow(aWednesday);
  await db.prepare('DELETE FROM switches').run();
});

async function ownerOfPetition() {
  const { campaign, action } = await openPetition(db);
  const owner = await organizerIn(app, campaign, { role: 'owner', hasPasskey: true });
  const lastAct = async () => (await runQuery(db, actsQuery(db, campaign.id, { most: 1 })))[0];
  return { owner, lastAct, campaign, action };
}

test('an owner pauses signing, residents see it, and undoes it', async () => {
  const { owner, lastAct, action } = await ownerOfPetition();
  const page = await owner.read('/switches');
  expect(page).toContain('Signing paused: off');
  expect(page).toContain('it holds for all of its campaigns');
  const turned = await owner.post('/switches', { name: 'signing-paused', seen: 'off', decision: 'on' });
  expect(turned.status).toBe(303);
  expect(await namesOn()).toEqual(['signing-paused']);
  expect(await (await app.request(`/petitions/${action.slug}`)).text()).toContain('Signing is paused');
  const act = await lastAct();
  expect(act).toMatchObject({ kind: 'turn-switch', subject: 'signing-paused', before: { on: false } });
  const done = await owner.read(turned.headers.get('location') ?? '');
  expect(done).toContain('Signing paused: on');
  expect(done).toContain('On since Wednesday, November 25, 2026');
  expect((await owner.post(`/acts/${act?.id}/undo`)).status).toBe(303);
  expect(await namesOn()).toEqual([]);
});

test('two owners at once: the second is shown how it stands, and nothing is turned', async () => {
  const { owner } = await ownerOfPetition();
  await owner.post('/switches', { name: 'reminders-paused', seen: 'off', decision: 'on' });
  const again = await owner.post('/switches', { name: 'reminders-paused', seen: 'off', decision: 'on' });
  expect(again.status).toBe(409);
  expect(await again.text()).toContain('Somebody else has turned this switch');
  const stale = await owner.post('/switches', { name: 'reminders-paused', seen: '1', decision: 'off' });
  expect(stale.status).toBe(409);
  expect(await namesOn()).toEqual(['reminders-paused']);
});

test('room for an event ends by itself, and undoing its end gives back only the time that is left', async () => {
  const { owner, lastAct } = await ownerOfPetition();
  const wrong = await owner.post('/switches', {
    name: 'event-open',
    seen: 'off',
    decision: 'on',
    minutes: '9999',
  });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('value="9999"');
  await owner.post('/switches', { name: 'event-open', seen: 'off', decision: 'on', minutes: '90' });
  const seen = String(aWednesday.getTime());
  app.setNow(later(10 * minute));
  expect(await namesOn()).toEqual(['event-open']);
  await owner.post('/switches', { name: 'event-open', seen, decision: 'off' });
  const ended = await lastAct();
  expect(await namesOn()).toEqual([]);
  app.setNow(later(14 * minute));
  expect((await owner.post(`/acts/${ended?.id}/undo`)).status).toBe(303);
  expect(await namesOn()).toEqual(['event-open']);
  app.setNow(later(91 * minute));
  expect(await namesOn()).toEqual([]);
});

test('while the site is read-only, that switch and no other can be turned', async () => {
  const { owner } = await ownerOfPetition();
  const on = await owner.post('/switches', { name: 'read-only', seen: 'off', decision: 'on' });
  expect(on.headers.get('location')).not.toContain('done=');
  const other = await owner.post('/switches', { name: 'signing-paused', seen: 'off', decision: 'on' });
  expect(other.status).toBe(503);
  const off = await owner.post('/switches', {
    name: 'read-only',
    seen: String(aWednesday.getTime()),
    decision: 'off',
  });
  expect(off.status).toBe(303);
  expect(await namesOn()).toEqual([]);
});

test('an unknown switch is refused, and a command writes an act of the whole site', async () => {
  const { owner } = await ownerOfPetition();
  expect((await owner.post('/switches', { name: 'lights', decision: 'on' })).status).toBe(400);
  await turnByCommand(db, { name: 'signing-paused', isOn: true, until: null }, aWednesday);
  expect(await namesOn()).toEqual(['signing-paused']);
  const act = await db.prepare('SELECT actor, kind, subject FROM acts WHERE campaign_id IS NULL').first();
  expect(act).toEqual({ actor: 'command', kind: 'turn-switch', subject: 'signing-paused' });
  await turnSwitch(db, { name: 'signing-paused', isOn: false }, aWednesday);
});
