import { type Context, Hono } from 'hono';
import { cachedFigures } from '../actions/cache.ts';
import { isPublic } from '../actions/rules.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { cachedJson, sendJson } from '../platform/http/cached-page.ts';
import { type FieldError, readJson } from '../platform/http/forms.ts';
import { problem } from '../platform/http/problem.ts';
import { refuse, refuseBody } from '../platform/http/refuse.tsx';
import { assertNever } from '../platform/result.ts';
import { retryPaused } from '../platform/switches.ts';
import { tokenIn } from '../signatures/guard.ts';
import { byCaller, callerOf, checkCallersPace } from '../signatures/partner-auth.ts';
import { parseSubmission, parseTick } from '../signatures/submission-rules.ts';
import { type ApiAnswerError, parseJsonAnswers } from './api-rules.ts';
import { cachedSurveyContext, type SurveyContext } from './cache.ts';
import { readSends } from './carry/store.ts';
import { apiCopy } from './pages/api-copy.ts';
import { answerErrorText, formErrorText } from './pages/error-copy.ts';
import { publicSurvey } from './public.ts';
import { districtsOf, questionView } from './question-view.ts';
import { respond } from './respond.ts';
import { questionsOf } from './rules.ts';

/** In bytes: as much as the form may hold. */
const bodyLimit = 512 * 1024;

/** A survey as data, and responses in JSON, under the same names and rules as the form. */
export function surveyApiRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/api/v1/surveys/:survey', async (c) => {
    const { deps, now, language } = c.var;
    const context = await findPublicContext(c);
    if (!context) return problem(c, 404, { title: 'No such survey' });
    const { id, slug, state } = context.action;
    if (state === 'removed') return problem(c, 410, { title: 'This survey was removed' });
    const json = await cachedJson({ deps, now }, ['survey-json', slug, language].join(' '), async () => {
      const [{ asOf, counts }, sends] = await Promise.all([
        cachedFigures(deps, id, now),
        readSends(deps.db, id),
      ]);
      return publicSurvey(context, { counts, sends }, { now: asOf, language });
    });
    return sendJson(c, json);
  });

  routes.post('/api/v1/surveys/:survey/responses', async (c) => {
    const body = await readJson(c, bodyLimit);
    if (!body.ok) return refuseBody(c, body.error);
    const context = await findPublicContext(c);
    if (!context) return problem(c, 404, { title: 'No such survey' });
    if (c.var.switches.has('signing-paused')) {
      c.header('retry-after', retryPaused);
      const detail = formErrorText(c.var.language, { field: 'form_token', code: 'signing-paused' });
      return problem(c, 503, { title: 'Answering is paused for a short while', detail });
    }
    return respondByJson(c, context, body.value);
  });

  return routes;
}

async function findPublicContext(c: Context<AppEnv>): Promise<SurveyContext | null> {
  const context = await cachedSurveyContext(c.var.deps, c.req.param('survey') ?? '', c.var.now);
  return context && isPublic(context.action.state) ? context : null;
}

async function respondByJson(c: Context<AppEnv>, context: SurveyContext, body: Record<string, unknown>) {
  const { deps, now, language } = c.var;
  const caller = await callerOf(c, context);
  if (caller instanceof Response) return caller;
  // A response shows no name and has no comment: its own words are an answer.
  const sent = parseSubmission({ ...body, street: undefined, comment: undefined, show_name: undefined });
  const given = parseJsonAnswers(context.survey, body.answers, districtsOf(context));
  const shareWords = parseTick(body.share_words);
  const formToken = tokenIn(body);
  const errors = sent.ok ? [] : sent.error;
  const person = sent.ok ? byCaller(caller, sent.value, context) : null;
  if (sent.ok && person === null) errors.push({ field: 'source', code: 'not-yours' });
  if (shareWords === null) errors.push({ field: 'share_words', code: 'not-one-of' });
  if (formToken === null) errors.push({ field: 'form_token', code: 'not-a-token' });
  const isWrong = errors.length > 0 || given.errors.length > 0;
  if (person === null || formToken === null || shareWords === null || isWrong) {
    return wrongFields(c, context, errors, given.errors);
  }
  const refused = await checkCallersPace(c, caller);
  if (refused) return refused;
  const submission = { person, answers: given.answers, shareWords };
  const responded = await respond(deps, context, submission, { formToken, language, now });
  if (responded.ok) return c.json({ status: 'check-your-email' }, 202);
  switch (responded.error.reason) {
    case 'not-open':
      return problem(c, 409, { title: 'This survey takes no answers now' });
    case 'wrong-fields':
      return wrongFields(c, context, responded.error.errors, []);
    case 'overloaded':
      return refuse(c, 'overloaded');
    default:
      return assertNever(responded.error);
  }
}

function wrongFields(
  c: Context<AppEnv>,
  context: SurveyContext,
  errors: FieldError[],
  answerErrors: ApiAnswerError[],
) {
  return problem(c, 422, {
    title: 'Some fields need to be put right',
    errors: [
      ...errors.map((error) => ({ field: error.field, message: formErrorText(c.var.language, error) })),
      ...answerErrors.map((error) => ({ field: error.field, message: answerMessage(c, context, error) })),
    ],
  });
}

function answerMessage(c: Context<AppEnv>, context: SurveyContext, error: ApiAnswerError): string {
  const { language } = c.var;
  if (error.question === undefined) return apiCopy[language][error.code];
  const question = questionsOf(context.survey).find(({ id }) => id === error.question);
  return answerErrorText(language, error, question && questionView(context, question, language));
}
