import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ActionContext } from '../../worker/actions/context.ts';
import { expectBalance } from '../signatures/account.ts';
import { confirmedAs, formToken, type Links, newestId, signedAs } from '../signatures/support.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { brokenErrors, overloadErrors, retryableErrors } from './d1-errors.ts';
import { type Fault, faultyDb } from './faulty-db.ts';

const faulty = faultyDb();
const app = testApp({}, { db: faulty.db });
const well = testApp();
let context: ActionContext;
let people = 0;

beforeAll(async () => {
  context = await openPetition(env.DB);
});

type Attempt = { name: string; fields: Record<string, string>; links: Links | null };
type Verb = {
  prepare?(fields: Attempt['fields']): Promise<Links>;
  act(who: Attempt): Promise<Response> | Response;
  done: number;
  /** What must be stored afterwards, exactly once. */
  stands: Record<string, unknown>;
};

const slug = () => context.action.slug;
const json = (path: string, body: unknown, at: TestApp) => at.postJson(path, body);

const verbs: Record<string, Verb> = {
  'signing in JSON': {
    act: ({ fields }) => json(`/api/v1/petitions/${slug()}/signatures`, fields, app),
    done: 202,
    stands: { state: 'unconfirmed', mails: 1 },
  },
  'signing by the form': {
    act: async ({ fields }) => app.post(`/petitions/${slug()}/signatures`, fields),
    done: 303,
    stands: { state: 'unconfirmed', mails: 1 },
  },
  confirming: {
    prepare: (fields) => signedAs(well, slug(), fields),
    act: ({ links }) => app.post(links!.confirm, {}),
    done: 303,
    stands: { state: 'confirmed', mails: 1 },
  },
  correcting: {
    prepare: (fields) => confirmedAs(well, slug(), fields),
    act: ({ links }) => app.post(`${links!.mine}/correct`, { given_name: 'Ana', zip: '90210' }),
    done: 303,
    stands: { state: 'confirmed', place: 'outside', mails: 1 },
  },
  withdrawing: {
    prepare: (fields) => confirmedAs(well, slug(), fields),
    act: ({ links }) => app.post(`${links!.mine}/withdraw`, {}),
    done: 303,
    stands: { state: 'withdrawn', mails: 1 },
  },
  erasing: {
    prepare: (fields) => confirmedAs(well, slug(), fields),
    act: ({ links }) => app.post(`${links!.mine}/erase`, {}),
    done: 303,
    stands: { state: 'withdrawn', erased: 1, mails: 1 },
  },
  'asking for the mail again': {
    prepare: (fields) => signedAs(well, slug(), fields),
    act: ({ fields }) => app.post(`/petitions/${slug()}/resend`, { email: fields.email! }),
    done: 303,
    stands: { state: 'unconfirmed', mails: 2 },
  },
};

async function somebody({ prepare }: Verb, name: string): Promise<Attempt> {
  people += 1;
  const form_token = await formToken(well, slug());
  const fields = { given_name: 'Ana', email: `p${people}@${slug()}.example`, zip: '28202', form_token };
  return { name, fields, links: prepare ? await prepare(fields) : null };
}

async function standing({ links }: Attempt) {
  const row = await env.DB.prepare(
    `SELECT state, place, erased_at IS NOT NULL AS erased,
      (SELECT count(*) FROM outbox WHERE ref = signatures.id) AS mails FROM signatures WHERE id = ?`,
  )
    .bind(links?.id ?? (await newestId(slug())))
    .first();
  return row;
}

/** The response for this class of errors, whichever call failed. */
async function expectRefusal(response: Response, status: number, isJson: boolean): Promise<void> {
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toContain(isJson ? 'application/problem+json' : 'text/html');
  expect(response.headers.has('retry-after')).toBe(status === 503);
  if (isJson) expect(await response.json()).toMatchObject({ status, title: expect.any(String) });
}

async function expectNothingHalf(): Promise<void> {
  const half = await env.DB.prepare(
    `SELECT (SELECT count(*) FROM signatures WHERE NOT EXISTS (
        SELECT 1 FROM outbox WHERE outbox.ref = signatures.id AND kind = 'confirm')) AS without_mail,
      (SELECT count(*) FROM signatures) - (SELECT sum(n) FROM signature_counts WHERE kind = 'state') AS uncounted`,
  ).first();
  expect(half).toEqual({ without_mail: 0, uncounted: 0 });
}

async function tryIt(verb: Verb, name: string, fault: Fault, status: 500 | 503): Promise<void> {
  const who = await somebody(verb, name);
  faulty.fail(fault);
  const response = await verb.act(who);
  faulty.fail(null);
  // Some requests succeed all the same, because the call is optional or is repeated.
  if (response.status !== verb.done) await expectRefusal(response, status, name.includes('JSON'));
  await expectNothingHalf();
  expect((await verb.act(who)).status).toBe(verb.done);
  expect(await standing(who)).toMatchObject(verb.stands);
}

describe.each(Object.entries(verbs))('%s on a database that fails once', (name, verb) => {
  async function callsOf(): Promise<number> {
    const who = await somebody(verb, name);
    faulty.fail(null);
    expect((await verb.act(who)).status).toBe(verb.done);
    return faulty.calls();
  }

  test.each(['before', 'after'] as const)(
    'at any of its calls, %s the work, is told so and done by the next try',
    async (when) => {
      const calls = await callsOf();
      const classes = [
        { errors: retryableErrors, status: 503 as const },
        { errors: overloadErrors, status: 503 as const },
        { errors: brokenErrors, status: 500 as const },
        // Only the first class of errors can lose an answer after the work was done.
      ].slice(0, when === 'after' ? 1 : 3);
      for (let atCall = 1; atCall <= calls; atCall += 1) {
        for (const { errors, status } of classes) {
          await tryIt(verb, name, { atCall, when, message: errors[atCall % errors.length]! }, status);
        }
      }
      await expectBalance(well, context);
    },
  );
});

describe('an error of the commit itself', () => {
  const verb = verbs['signing in JSON']!;
  const commit = async () => {
    const who = await somebody(verb, 'JSON');
    faulty.fail(null);
    await verb.act(who);
    return faulty.calls();
  };

  test.each(retryableErrors)('is retried, and the person does not notice: %s', async (message) => {
    const who = await somebody(verb, 'JSON');
    faulty.fail({ atCall: await commit(), when: 'after', message });
    expect((await verb.act(who)).status).toBe(202);
    faulty.fail(null);
    expect(await standing(who)).toMatchObject(verb.stands);
  });

  test.each([
    ...overloadErrors.map((message) => [503, message] as const),
    ...brokenErrors.map((message) => [500, message] as const),
  ])('is answered with %i: %s', async (status, message) => {
    const who = await somebody(verb, 'JSON');
    faulty.fail({ atCall: await commit(), when: 'before', message });
    await expectRefusal(await verb.act(who), status, true);
    faulty.fail(null);
    expect((await verb.act(who)).status).toBe(202);
  });

  test('keeps what was typed into the form if the database is overloaded', async () => {
    const form = verbs['signing by the form']!;
    const who = await somebody(form, 'form');
    await form.act(who);
    const next = await somebody(form, 'form');
    faulty.fail(null);
    await form.act(await somebody(form, 'form'));
    faulty.fail({ atCall: faulty.calls(), when: 'before', message: overloadErrors[1]! });
    const response = await form.act(next);
    faulty.fail(null);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain(next.fields.email);
  });
});
