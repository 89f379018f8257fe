import { env } from 'cloudflare:workers';
import { expect } from 'vitest';
import { parseSubmission } from '../../worker/signatures/submission-rules.ts';
import { parseAnswers, rawOfJson } from '../../worker/surveys/answer-rules.ts';
import type { SurveyContext } from '../../worker/surveys/cache.ts';
import { respond } from '../../worker/surveys/respond.ts';
import type { Links } from '../signatures/support.ts';
import { pathOfLink } from '../signatures/support.ts';
import type { TestApp } from '../support/app.ts';
import { press } from '../support/press.ts';

export const allAnswers = {
  fund: 'yes',
  how: ['tax', 'fee'],
  order: ['second', 'first', 'third'],
  budget: { parks: 30, training: 70 },
  sure: 4,
  where: '1',
  own: 'Please teach every officer.',
};

export type Sent = {
  person?: Record<string, string>;
  answers?: Record<string, unknown>;
  shareWords?: boolean;
  formToken?: string;
};

let minted = 0;

export async function respondAs(app: TestApp, context: SurveyContext, sent: Sent = {}) {
  minted += 1;
  const slug = context.action.slug;
  const person = parseSubmission({
    given_name: 'Ana',
    email: `ana@${slug}.example`,
    zip: '28202',
    ...sent.person,
  });
  const codes = context.city.districts.map(({ code }) => code);
  const raw = rawOfJson(context.survey, sent.answers ?? allAnswers);
  const { answers, errors } = parseAnswers(context.survey, raw, codes);
  expect(errors).toEqual([]);
  if (!person.ok) throw new Error(JSON.stringify(person.error));
  const submission = { person: person.value, answers, shareWords: sent.shareWords ?? false };
  const how = {
    formToken: sent.formToken ?? `form-of-a-test-${minted}`,
    shownAt: app.now(),
    language: 'en' as const,
    connection: null,
    now: app.now(),
  };
  return respond(app.deps, context, submission, how);
}

/** Responds, and returns the paths of the links, which only the mail contains. */
export async function responseOf(app: TestApp, context: SurveyContext, sent: Sent = {}): Promise<Links> {
  const responded = await respondAs(app, context, sent);
  if (!responded.ok) throw new Error(responded.error.reason);
  const { id } = responded.value;
  const [confirm, mine] = await Promise.all(
    (['confirm', 'my'] as const).map((purpose) => pathOfLink(app, purpose, id)),
  );
  return { id, confirm: confirm!, mine: mine! };
}

/** The same, and confirms. */
export async function confirmedResponse(
  app: TestApp,
  context: SurveyContext,
  sent: Sent = {},
): Promise<Links> {
  const links = await responseOf(app, context, sent);
  expect((await press(app, links.confirm)).status).toBe(303);
  return links;
}

export async function rowOf(id: string) {
  return env.DB.prepare(
    `SELECT state, place, erased_at IS NOT NULL AS erased, responses.*,
      (SELECT count(*) FROM outbox WHERE ref = signatures.id) AS mails
    FROM responses JOIN signatures ON signatures.id = signature_id WHERE signatures.id = ?`,
  )
    .bind(id)
    .first<Record<string, unknown>>();
}

/**
 * The stored counts: "fund yes 2" in all, "fund@1 yes 2" in a district, "budget.parks 30 2 (60)" with a sum of values.
 */
export async function answerCounts({ action: petition }: SurveyContext): Promise<string[]> {
  const { results } = await keptStatement(petition.id).all<CountLine>();
  return results.map(lineOf);
}

type CountLine = { question: string; place: string; key: string; n: number; total: number };

function keptStatement(actionId: number): D1PreparedStatement {
  return env.DB.prepare(
    'SELECT * FROM answer_counts WHERE action_id = ? AND (n <> 0 OR total <> 0) ORDER BY question, place, key',
  ).bind(actionId);
}

function lineOf(row: CountLine): string {
  const { question, place, key, n, total } = row;
  return `${question}${place && `@${place}`} ${key} ${n}${total === 0 ? '' : ` (${total})`}`;
}

/** A recount of the rows, and the sum of the changes of all weeks, both in the format of `answerCounts`. */
export async function recountedAnswers({
  action: petition,
}: SurveyContext): Promise<{ kept: string[]; rows: string[]; weeks: string[] }> {
  const measured = `FROM signatures JOIN responses ON signature_id = signatures.id, json_each(measures)
    WHERE signatures.action_id = ?1 AND state = 'confirmed'`;
  const [kept, rows, weeks] = await env.DB.batch<CountLine>([
    keptStatement(petition.id),
    env.DB.prepare(
      `SELECT question, place, key, sum(n) AS n, sum(total) AS total FROM (
        SELECT value ->> 'q' AS question, '' AS place, value ->> 'k' AS key, 1 AS n, value ->> 't' AS total ${measured}
        UNION ALL
        SELECT value ->> 'q', place, value ->> 'p', 1, value ->> 't' ${measured} AND value ->> 'p' IS NOT NULL)
      GROUP BY question, place, key ORDER BY question, place, key`,
    ).bind(petition.id),
    env.DB.prepare(
      `SELECT question, place, key, sum(n) AS n, sum(total) AS total FROM answer_changes WHERE action_id = ?1
      GROUP BY question, place, key HAVING sum(n) <> 0 OR sum(total) <> 0 ORDER BY question, place, key`,
    ).bind(petition.id),
  ]);
  const linesOf = (found?: D1Result<CountLine>) => (found?.results ?? []).map(lineOf);
  return { kept: linesOf(kept), rows: linesOf(rows), weeks: linesOf(weeks) };
}

export async function expectAnswersBalance(context: SurveyContext): Promise<void> {
  const { kept, rows, weeks } = await recountedAnswers(context);
  expect(kept).toEqual(rows);
  expect(weeks).toEqual(rows);
}
