import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { aWednesday, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { confirmedAs, jsonPath, newestId } from './support.ts';

const app = testApp();

type Codes = { connection: string | null; domain: string | null; name: string | null };

async function codesOf(id: string): Promise<Codes | null> {
  return env.DB.prepare(
    `SELECT hex(connection_key) AS connection, hex(domain_key) AS domain, hex(name_key) AS name FROM signatures
    WHERE id = ? AND length(coalesce(connection_key, domain_key, x'')) > 0`,
  )
    .bind(id)
    .first<Codes>();
}

async function from(slug: string, connection: string, email: string, name = 'Ana'): Promise<Codes> {
  const answer = await app.request(jsonPath(slug), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'cf-connecting-ip': connection },
    body: JSON.stringify({ given_name: name, family_name: 'Lopez', email, zip: '28202' }),
  });
  expect(answer.status).toBe(202);
  const codes = await codesOf(await newestId(slug));
  if (!codes) throw new Error('no codes');
  return codes;
}

test('signatures of one connection, mail domain or name have its code in common, on one action and one day', async () => {
  const { slug } = (await openPetition(app.deps.db)).action;
  const first = await from(slug, '203.0.113.7', 'ana@one.example');
  const second = await from(slug, '203.0.113.7', 'eva+x@ONE.example', 'Eva');
  const third = await from(slug, '203.0.113.8', 'ana@two.example', 'ÁNA');
  expect(second.connection).toBe(first.connection);
  expect(second.domain).toBe(first.domain);
  expect(second.name).not.toBe(first.name);
  expect(third.connection).not.toBe(first.connection);
  expect(third.domain).not.toBe(first.domain);
  expect(third.name).toBe(first.name);

  app.setNow('2026-11-26T15:00:00Z');
  const nextDay = await from(slug, '203.0.113.7', 'zoe@one.example', 'Zoe');
  app.setNow(aWednesday);
  expect(nextDay.connection).not.toBe(first.connection);
  expect(nextDay.domain).toBe(first.domain);
  const other = (await openPetition(app.deps.db)).action;
  const elsewhere = await from(other.slug, '203.0.113.7', 'ana@one.example');
  expect([elsewhere.connection, elsewhere.domain, elsewhere.name]).not.toContain(first.connection);
  expect(elsewhere.domain).not.toBe(first.domain);
});

test('a correction changes the code of the name, and erasing leaves none', async () => {
  const { slug } = (await openPetition(app.deps.db)).action;
  const person = { given_name: 'Ana', family_name: 'Lopez', email: 'ana@own.example', zip: '28202' };
  const { id, mine } = await confirmedAs(app, slug, person);
  const before = await codesOf(id);
  const corrected = { given_name: 'Bea', family_name: 'Lopez', zip: '28202' };
  expect((await app.post(`${mine}/correct`, corrected)).status).toBeLessThan(400);
  const after = await codesOf(id);
  expect(after?.domain).toBe(before?.domain);
  expect(after?.name).not.toBe(before?.name);
  await app.post(`${mine}/erase`, {});
  expect(await codesOf(id)).toBeNull();
});
