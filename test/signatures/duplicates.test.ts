import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { findDuplicates } from '../../worker/signatures/find-duplicates.ts';
import { areNear } from '../../worker/signatures/near-name-rules.ts';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { confirmedAs } from './support.ts';

test.each([
  ['Jhon Smith', 'John Smith', true],
  ['Jon Smith', 'John Smith', true],
  ['JOHN  SMYTH', 'John Smith', true],
  ['Johnny Smith', 'John Smith', true],
  ['Jonathan Smith', 'John Smith', false],
  ['Mary Smith', 'John Smith', false],
  ['Ana', 'Bob', false],
])('%s and %s differ by a letter or two: %s', (one, other, are) => {
  expect([areNear(one, other), areNear(other, one)]).toEqual([are, are]);
});

test('those who may be one are listed with why, each group once, and who only share an inbox are not', async () => {
  const app = testApp();
  const { slug } = (await openPetition(env.DB, { asksStreet: true })).action;
  const sign = (given_name: string, inbox: string, zip: string, street = '') =>
    confirmedAs(app, slug, {
      given_name,
      family_name: 'Smith',
      email: `${inbox}@${slug}.example`,
      zip,
      street,
    });
  await sign('Jhon', 'a', '28202');
  await sign('John', 'a', '28202');
  await sign('Mary', 'b', '28202');
  await sign('Luis', 'b', '28202');
  await sign('Eva', 'c', '28202', '1 Oak St');
  await sign('EVA', 'd', '28202', '1 oak st.');
  await sign('Eva', 'e', '28205', '1 Oak St');
  const found = await findDuplicates({ db: env.DB, keyring: app.deps.keyring });
  const told = found.map(({ likeness, people }) => [likeness, people.map(({ name }) => name)]);
  expect(told).toEqual([
    ['zip', ['Eva Smith', 'EVA Smith']],
    ['street', ['Eva Smith', 'EVA Smith', 'Eva Smith']],
    ['inbox', ['Jhon Smith', 'John Smith']],
  ]);
  expect(JSON.stringify(found)).not.toContain('@');
});
