import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeFormToken } from '../../worker/platform/crypto/form-token.ts';
import { rawOfAnswers } from '../../worker/surveys/answer-rules.ts';
import type { SurveyContext } from '../../worker/surveys/cache.ts';
import type { Answers } from '../../worker/surveys/rules.ts';
import type { Links } from '../signatures/support.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { openSurvey } from '../support/surveys.ts';
import {
  allAnswers,
  confirmedResponse,
  expectAnswersBalance,
  responseOf,
  rowOf,
} from '../surveys/support.ts';
import { brokenErrors, overloadErrors, retryableErrors } from './d1-errors.ts';
import { type Fault, faultyDb } from './faulty-db.ts';

const faulty = faultyDb();
const app = testApp({}, { db: faulty.db });
const well = testApp();
let context: SurveyContext;
let people = 0;

beforeAll(async () => {
  context = await openSurvey(well);
});

type Attempt = { person: Record<string, string>; formToken: string; links: Links | null };
type Verb = {
  prepare?(who: Attempt): Promise<Links>;
  act(at: TestApp, who: Attempt): Promise<Response> | Response;
  done: number;
  stands: Record<string, unknown>;
};

function fieldsOf(answers: unknown) {
  return Object.entries(rawOfAnswers(context.survey, answers as Answers)).flatMap(([field, values]) =>
    values.map((value): [string, string] => [field, value]),
  );
}

function postForm(at: TestApp, path: string, fields: Record<string, string>, answers: unknown) {
  const all = [
    ...Object.entries({ ...fields, survey_version: context.survey.version }),
    ...fieldsOf(answers),
  ];
  return at.request(path, { method: 'POST', body: new URLSearchParams(all) });
}

const path = () => `/surveys/${context.action.slug}/responses`;

const verbs: Record<string, Verb> = {
  'answering in JSON': {
    act: (at, { person, formToken }) =>
      at.postJson(`/api/v1${path()}`, { ...person, answers: allAnswers, form_token: formToken }),
    done: 202,
    stands: { state: 'unconfirmed', mails: 1 },
  },
  'answering by the form': {
    act: (at, { person, formToken }) =>
      postForm(at, path(), { ...person, form_token: formToken }, allAnswers),
    done: 303,
    stands: { state: 'unconfirmed', mails: 1 },
  },
  'confirming answers': {
    prepare: (who) => responseOf(well, context, who),
    act: (at, { links }) => at.post(links!.confirm, {}),
    done: 303,
    stands: { state: 'confirmed', mails: 1 },
  },
  'changing answers': {
    prepare: (who) => confirmedResponse(well, context, who),
    act: (at, { links }) => postForm(at, `${links!.mine}/answers`, {}, { fund: 'no', sure: 1 }),
    done: 303,
    stands: { state: 'confirmed', mails: 1 },
  },
  'erasing answers': {
    prepare: (who) => confirmedResponse(well, context, who),
    act: (at, { links }) => at.post(`${links!.mine}/erase`, {}),
    done: 303,
    stands: { state: 'withdrawn', sealed: null },
  },
};

async function somebody({ prepare }: Verb): Promise<Attempt> {
  people += 1;
  const person = { given_name: 'Ana', email: `p${people}@${context.action.slug}.example`, zip: '28202' };
  const formToken = await makeFormToken(well.deps.keyring, context.action.slug, well.now());
  const who = { person, formToken, links: null };
  return { ...who, links: prepare ? await prepare(who) : null };
}

async function expectStands({ links }: Attempt, stands: Verb['stands']) {
  const newest = await env.DB.prepare('SELECT id FROM signatures WHERE action_id = ? ORDER BY rowid DESC')
    .bind(context.action.id)
    .first<string>('id');
  expect(await rowOf(links?.id ?? newest ?? '')).toMatchObject(stands);
}

async function expectNothingHalf() {
  const half = await env.DB.prepare(
    `SELECT count(*) AS n FROM signatures WHERE action_id = ?1 AND NOT (
      EXISTS (SELECT 1 FROM responses WHERE signature_id = signatures.id)
      AND EXISTS (SELECT 1 FROM outbox WHERE ref = signatures.id AND kind = 'confirm'))`,
  )
    .bind(context.action.id)
    .first<number>('n');
  expect(half).toBe(0);
}

async function tryIt(verb: Verb, fault: Fault, status: 500 | 503) {
  const who = await somebody(verb);
  faulty.fail(fault);
  const response = await verb.act(app, who);
  faulty.fail(null);
  // Some requests succeed all the same, because the call is optional or is repeated.
  if (response.status !== verb.done) expect(response.status).toBe(status);
  await expectNothingHalf();
  expect((await verb.act(app, who)).status).toBe(verb.done);
  await expectStands(who, verb.stands);
}

describe.each(Object.entries(verbs))('%s on a database that fails once', (_name, verb) => {
  test.each(['before', 'after'] as const)(
    'at any of its calls, %s the work, is told so and done by the next try',
    async (when) => {
      const first = await somebody(verb);
      faulty.fail(null);
      expect((await verb.act(app, first)).status).toBe(verb.done);
      const calls = faulty.calls();
      const classes = [
        { errors: retryableErrors, status: 503 as const },
        { errors: overloadErrors, status: 503 as const },
        { errors: brokenErrors, status: 500 as const },
        // Only the first class of errors can lose an answer after the work was done.
      ].slice(0, when === 'after' ? 1 : 3);
      for (let atCall = 1; atCall <= calls; atCall += 1) {
        for (const { errors, status } of classes) {
          await tryIt(verb, { atCall, when, message: errors[atCall % errors.length]! }, status);
        }
      }
      await expectAnswersBalance(context);
    },
  );
});
