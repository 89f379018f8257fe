import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anaOf, testApp } from '../support/app.ts';
import { openCoalition, partnerJson } from '../support/coalition.ts';
import { openPetition } from '../support/factories.ts';
import { publicCounts, signAndConfirm } from '../support/people.ts';
import { press } from '../support/press.ts';
import { type Channel, confirmedAs, send, signedAs } from './support.ts';

const statements: string[] = [];
const app = testApp({}, { db: recording(env.DB) });
let slug = '';

/** The database, recording every statement that is prepared. */
function recording(db: D1Database): D1Database {
  return new Proxy(db, {
    get(target, name) {
      const member = Reflect.get(target, name);
      if (name !== 'prepare') return typeof member === 'function' ? member.bind(target) : member;
      return (sql: string) => {
        statements.push(sql);
        return target.prepare(sql);
      };
    },
  });
}

beforeAll(async () => {
  slug = (await openPetition(env.DB)).action.slug;
  await signAndConfirm(app, slug);
});

beforeEach(() => {
  statements.length = 0;
});

/** Everything in an answer except tokens and the time on the page. */
async function sayingOf(response: Response) {
  const body = (await response.text()).replace(/name="form_token" value="[^"]*"/g, 'TOKEN');
  return { status: response.status, headers: [...response.headers].sort(), body };
}

/** The steps of forms are counted later, for several people at once, with nothing of them: not by who signs. */
const isOfSteps = (sql: string) => sql.includes('INTO form_steps');

async function observe(act: () => Response | Promise<Response>) {
  statements.length = 0;
  const said = await sayingOf(await act());
  return { said, statements: statements.filter((sql) => !isOfSteps(sql)) };
}

const known = () => anaOf(slug);
const fresh = () => ({ ...anaOf(slug), email: 'nobody@fresh.example' });

describe.each<Channel>(['form', 'json'])('by %s', (channel) => {
  test('signing with an address that counts already and with a fresh one look the same', async () => {
    const before = await publicCounts(app, slug);
    const one = await observe(() => send(app, slug, channel, known()));
    const between = await publicCounts(app, slug);
    const other = await observe(() => send(app, slug, channel, fresh()));
    const after = await publicCounts(app, slug);
    expect(one.said).toEqual(other.said);
    expect(one.said.status).toBe(channel === 'form' ? 303 : 202);
    expect(one.statements).toEqual(other.statements);
    expect(one.statements.length).toBeGreaterThan(3);
    expect(between).toEqual({
      ...before,
      received: before.received + 1,
      unconfirmed: before.unconfirmed + 1,
    });
    expect(after).toEqual({ ...before, received: before.received + 2, unconfirmed: before.unconfirmed + 2 });
  });

  test('what is wrong in the rest of the form is said in the same words', async () => {
    const wrong = { zip: 'ABCDE', email: 'ana@example.org' };
    const one = await observe(() => send(app, slug, channel, { ...known(), ...wrong }));
    const other = await observe(() => send(app, slug, channel, { ...fresh(), ...wrong }));
    expect(one.said.status).toBe(422);
    expect(one).toEqual(other);
  });
});

test('asking for the mail again looks the same for an address that waits, that counts and that nobody used', async () => {
  await send(app, slug, 'json', { ...anaOf(slug), email: 'waits@fresh.example' });
  const addresses = ['waits@fresh.example', known().email, 'stranger@fresh.example'];
  const before = await publicCounts(app, slug);
  const seen = [];
  for (const email of addresses)
    seen.push(await observe(() => app.post(`/petitions/${slug}/resend`, { email })));
  expect(seen[0]?.said.status).toBe(303);
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
  expect(await publicCounts(app, slug)).toEqual(before);
});

test('past the five mails that an address gets, the answer is still the same', async () => {
  for (let n = 0; n < 6; n += 1) await send(app, slug, 'form', { ...known(), given_name: `Ana ${n}` });
  const one = await observe(() => send(app, slug, 'form', known()));
  const other = await observe(() => send(app, slug, 'form', { ...fresh(), email: 'other@fresh.example' }));
  expect(one).toEqual(other);
});

test('the public JSON has the same shape before and after, and nothing in it is about a person', async () => {
  const before = await (await app.request(`/api/v1/petitions/${slug}`)).text();
  await send(app, slug, 'json', known());
  const after = await (await app.request(`/api/v1/petitions/${slug}`)).text();
  const shape = (json: string) => json.replace(/"(received|unconfirmed)":\d+/g, '"$1":N');
  expect(shape(after)).toBe(shape(before));
  expect(after).not.toMatch(/Ana|Lopez|@/);
});

test('no page that a stranger can open says anything about a person', async () => {
  const paths = ['', '/check-your-email', '/check-your-email?again=sent', '/thank-you'].map(
    (path) => `/petitions/${slug}${path}`,
  );
  for (const path of [
    ...paths,
    '/confirm',
    '/confirm/',
    '/my',
    '/my/',
    '/my/data.json',
    '/confirm/x',
    '/my/x',
  ]) {
    const response = await app.request(path);
    expect(response.status, path).toBe(path.startsWith('/petitions') ? 200 : 404);
    expect(await response.text(), path).not.toMatch(/Ana|Lopez|@fresh|ana@|already signed/);
  }
});

test('who signs for somebody by a partner’s link learns from no number whether they count, until they press themselves', async () => {
  const { context, partners } = await openCoalition(env.DB);
  const petition = context.action.slug;
  const own = await confirmedAs(app, petition, { ...anaOf(petition), source: 'church-form' });
  const numbers = async () => ({
    counts: await publicCounts(app, petition),
    sources: ((await (await app.request(`/api/v1/petitions/${petition}`)).json()) as { by_source: unknown })
      .by_source,
    partners: await Promise.all(
      Object.values(partners).map(async (partner) => (await partnerJson(app, partner)).actions),
    ),
  });
  /** How the numbers change when somebody signs with the club's link. */
  const movedBy = async (email: string) => {
    const before = await numbers();
    const { confirm } = await signedAs(app, petition, { ...anaOf(petition), email, source: 'club-link' });
    return { confirm, before, after: await numbers() };
  };
  const known = await movedBy(anaOf(petition).email);
  const stranger = await movedBy('nobody@quite-fresh.example');
  const club = ({ partners }: Awaited<ReturnType<typeof numbers>>) => partners[2]?.[0];
  for (const { before, after } of [known, stranger]) {
    const { received, unconfirmed } = before.counts;
    expect(after.counts).toEqual({ ...before.counts, received: received + 1, unconfirmed: unconfirmed + 1 });
    expect(after.sources).toEqual(before.sources);
    expect(after.partners.slice(0, 2)).toEqual(before.partners.slice(0, 2));
    expect(club(after)).toMatchObject({
      signed: (club(before)?.signed ?? 0) + 1,
      not_counted: (club(before)?.not_counted ?? 0) + 1,
      credited: 0,
      counted_elsewhere: 0,
    });
  }
  await app.request(known.confirm);
  expect(await numbers()).toEqual(stranger.after);
  await press(app, known.confirm);
  const pressed = await numbers();
  expect(pressed.counts).toMatchObject({ confirmed: 1, duplicate: 1, unconfirmed: 1 });
  expect(club(pressed)).toMatchObject({ signed: 2, credited: 0, counted_elsewhere: 1, not_counted: 1 });
  expect((await app.request(own.mine)).status).toBe(200);
});

test('who signs for somebody by a partner’s link learns nothing when its owner confirms another one of their own', async () => {
  const { context, partners } = await openCoalition(env.DB);
  const petition = context.action.slug;
  const bySource = async () => (await partnerJson(app, partners.club)).actions[0]?.by_source;
  const before = await bySource();
  const planted = await signedAs(app, petition, { ...anaOf(petition), source: 'club-link' });
  const waiting = await bySource();
  expect(waiting).toEqual(before?.map((source) => ({ ...source, signed: 1, not_counted: 1 })));
  await confirmedAs(app, petition, { ...anaOf(petition), source: 'church-form' });
  expect(await publicCounts(app, petition)).toMatchObject({ confirmed: 1, duplicate: 0, unconfirmed: 1 });
  expect(await bySource()).toEqual(waiting);
  // The mail about the planted signature was sent before.
  expect(await (await app.request(planted.confirm)).text()).toContain('Yes, that was me');
  expect(await bySource()).toEqual(waiting);
  for (let time = 1; time <= 2; time += 1) {
    expect((await press(app, planted.confirm)).status).toBe(303);
    expect(await bySource()).toEqual(
      waiting?.map((source) => ({ ...source, counted_elsewhere: 1, not_counted: 0 })),
    );
  }
  expect(await publicCounts(app, petition)).toMatchObject({ confirmed: 1, duplicate: 1, unconfirmed: 0 });
});

test('nothing sets a cookie', async () => {
  for (const response of [
    await app.request(`/petitions/${slug}`),
    await send(app, slug, 'form', known()),
    await app.request(`/petitions/${slug}?lang=es`),
  ]) {
    expect(response.headers.get('set-cookie')).toBeNull();
  }
});
