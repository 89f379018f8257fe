import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { contentVersionOf, findSignature } from '../../worker/signatures/store.ts';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { publicCounts } from '../support/people.ts';
import { expectBalance } from './account.ts';
import { overlaps } from './credit.ts';
import { confirmedAs, type Links, signedAs } from './support.ts';

async function inbox() {
  const app = testApp();
  const context = await openPetition(env.DB);
  const { slug } = context.action;
  const fields = { family_name: 'Smith', email: `smith@${slug}.example`, zip: '28205' };
  const jhon = await confirmedAs(app, slug, { ...fields, given_name: 'Jhon' });
  const stateOf = async (id: string) => (await findSignature(env.DB, id))?.state;
  return { app, context, slug, fields, jhon, stateOf };
}

/**
 * Sends the form of this signature with the version that it shows, because several signatures may wait for one inbox.
 */
async function press({ id, confirm }: Links, replaces: string) {
  const shown = contentVersionOf((await findSignature(env.DB, id))?.sealed ?? null);
  return testApp().post(confirm, { shown, replaces });
}

test('two names of one inbox and ZIP both count if their owner says nothing', async () => {
  const { app, context, slug, fields } = await inbox();
  await confirmedAs(app, slug, { ...fields, given_name: 'John' });
  expect(await publicCounts(app, slug)).toMatchObject({ confirmed: 2, duplicate: 0 });
  await expectBalance(app, context);
});

test('a correction replaces the signature that counted, and pressing again changes nothing', async () => {
  const { app, context, slug, fields, jhon, stateOf } = await inbox();
  const john = await signedAs(app, slug, { ...fields, given_name: 'John', zip: '28202', source: 'poster' });
  for (let press = 1; press <= 2; press += 1) {
    const pressed = await app.post(john.confirm, { replaces: jhon.id });
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, `/petitions/${slug}/thank-you`]);
    expect(await publicCounts(app, slug)).toMatchObject({ received: 2, confirmed: 1, duplicate: 1 });
    expect([await stateOf(jhon.id), await stateOf(john.id)]).toEqual(['duplicate', 'confirmed']);
    // The person now counts with the poster, and the first signature came without a source.
    expect(await overlaps(context.action.id)).toEqual(['direct poster 1']);
    await expectBalance(app, context);
  }
  expect(await (await app.request(jhon.confirm)).text()).toContain('Each person counts once');
});

test('one of two can be corrected by a third form, and the other one stays', async () => {
  const { app, context, slug, fields, jhon, stateOf } = await inbox();
  const mary = await confirmedAs(app, slug, { ...fields, given_name: 'Mary' });
  const john = await signedAs(app, slug, { ...fields, given_name: 'John' });
  await app.post(john.confirm, { replaces: jhon.id });
  expect([await stateOf(jhon.id), await stateOf(mary.id), await stateOf(john.id)]).toEqual([
    'duplicate',
    'confirmed',
    'confirmed',
  ]);
  await expectBalance(app, context);
});

test('if the correction would not count, the one that counted stays', async () => {
  const { app, context, slug, fields, jhon, stateOf } = await inbox();
  await confirmedAs(app, slug, { ...fields, given_name: 'Mary' });
  const elsewhere = await signedAs(app, slug, { ...fields, given_name: 'John', zip: '28202' });
  const again = await signedAs(app, slug, { ...fields, given_name: 'MARY' });
  for (const links of [elsewhere, again]) await press(links, jhon.id);
  expect(await publicCounts(app, slug)).toMatchObject({ confirmed: 2, duplicate: 2 });
  expect(await stateOf(jhon.id)).toBe('confirmed');
  await expectBalance(app, context);
});

test('a signature of another inbox or petition, or one that does not exist, cannot be replaced', async () => {
  const { app, context, slug, fields, jhon, stateOf } = await inbox();
  const other = await inbox();
  const next = await signedAs(app, slug, { ...fields, email: `next@${slug}.example`, given_name: 'Ann' });
  await app.post(next.confirm, { replaces: jhon.id });
  const away = await signedAs(app, slug, { ...fields, email: `away@${slug}.example`, given_name: 'Bo' });
  await app.post(away.confirm, { replaces: other.jhon.id });
  const free = await signedAs(app, slug, { ...fields, given_name: 'Cy' });
  await app.post(free.confirm, { replaces: "'; --" });
  expect(await publicCounts(app, slug)).toMatchObject({ confirmed: 4, duplicate: 0 });
  expect(await stateOf(jhon.id)).toBe('confirmed');
  expect(await other.stateOf(other.jhon.id)).toBe('confirmed');
  await expectBalance(app, context);
});

test('two corrections of one at the same moment: one of them counts, and nobody counts twice', async () => {
  const { app, context, slug, fields, jhon } = await inbox();
  const john = await signedAs(app, slug, { ...fields, given_name: 'John' });
  const jon = await signedAs(app, slug, { ...fields, given_name: 'Jon' });
  await Promise.all([john, jon].map((links) => press(links, jhon.id)));
  const { confirmed, unconfirmed } = await publicCounts(app, slug);
  expect([confirmed, unconfirmed]).toEqual([2, 0]);
  await expectBalance(app, context);
});

test('if somebody counts by the inbox, the confirm page asks whether it is another person or a correction', async () => {
  const { app, slug, fields, jhon, stateOf } = await inbox();
  const john = await signedAs(app, slug, { ...fields, given_name: 'John' });
  const page = await (await app.request(john.confirm)).text();
  expect(page).toContain('Somebody already counts by this email address');
  expect(page).toContain('A correction: count this instead of Jhon Smith');
  expect(await (await app.request(`${john.confirm}?lang=es`)).text()).toContain(
    'Es una corrección: que cuente esto en lugar de Jhon Smith',
  );
  const choices = [...page.matchAll(/name="replaces" value="([^"]*)"( checked="")?/g)];
  expect(choices.map(([, value, checked]) => [value, checked !== undefined])).toEqual([
    ['', true],
    [jhon.id, false],
  ]);
  const shown = /name="shown" value="([^"]+)"/.exec(page)?.[1] ?? '';
  expect((await app.post(john.confirm, { shown, replaces: jhon.id })).status).toBe(303);
  expect([await stateOf(jhon.id), await stateOf(john.id)]).toEqual(['duplicate', 'confirmed']);
});

test('it does not ask if nobody counts by the inbox, or if it is the same person again', async () => {
  const { app, slug, fields } = await inbox();
  const alone = await signedAs(app, slug, { ...fields, email: `alone@${slug}.example`, given_name: 'Al' });
  const again = await signedAs(app, slug, { ...fields, given_name: 'JHON' });
  for (const { confirm } of [alone, again]) {
    expect(await (await app.request(confirm)).text()).not.toContain('name="replaces"');
  }
});
