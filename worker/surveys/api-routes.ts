import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { Language } from '../../web/language.ts';
import { cachedFigures } from '../actions/cache.ts';
import { isPublic } from '../actions/rules.ts';
import { cachedJson, sendJson } from '../platform/http/cached-page.ts';
import { longFormLimit } from '../platform/http/forms.ts';
import { problem } from '../platform/http/problem.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { checkedJsonOf, refuseFields, takesJson, type Wording } from '../platform/http/validate.ts';
import { assertNever } from '../platform/result.ts';
import { retryPaused } from '../platform/switches.ts';
import { connectionOf, freshCallersToken } from '../signatures/guard.ts';
import { byCaller, type CallerEnv, checkCallersPace, findCaller } from '../signatures/partner-auth.ts';
import { type ApiAnswerError, type ResponseJson, respondingJson } from './api-rules.ts';
import { type SurveyContext, surveyFor } from './cache.ts';
import { readSends } from './carry/store.ts';
import { apiCopy } from './pages/api-copy.ts';
import { answerErrorText, formErrorText } from './pages/error-copy.ts';
import { publicSurvey } from './public.ts';
import { districtsOf } from './question-view.ts';
import { respond } from './respond.ts';
import { questionsOf } from './rules.ts';

type RespondingEnv = CallerEnv<SurveyContext>;

/** A survey as JSON, and responses as JSON with the same names and rules as the form. */
export function surveyApiRoutes() {
  const routes = new Hono<RespondingEnv>();

  routes.get('/api/v1/surveys/:survey', findPublic, async (c) => {
    const { deps, now, language, context } = c.var;
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

  routes.post(
    '/api/v1/surveys/:survey/responses',
    takesJson(longFormLimit),
    findPublic,
    whileNotPaused,
    findCaller(),
    checkedJsonOf(checkOf),
    (c) => respondByJson(c, c.req.valid('json')),
  );

  return routes;
}

const findPublic: MiddlewareHandler<RespondingEnv> = async (c, next) => {
  const context = await surveyFor(c, c.req.param('survey') ?? '');
  if (!context || !isPublic(context.action.state)) return problem(c, 404, { title: 'No such survey' });
  c.set('context', context);
  await next();
};

const whileNotPaused: MiddlewareHandler<RespondingEnv> = async (c, next) => {
  if (!c.var.switches.has('signing-paused')) return next();
  c.header('retry-after', retryPaused);
  const detail = formErrorText(c.var.language, { field: 'form_token', code: 'signing-paused' });
  return problem(c, 503, { title: 'Answering is paused for a short while', detail });
};

function checkOf({ var: { context } }: Context<RespondingEnv>) {
  return { schema: respondingJson(context.survey, districtsOf(context)), wording: wordingOf(context) };
}

async function respondByJson(c: Context<RespondingEnv>, response: ResponseJson) {
  const { deps, now, language, context, caller } = c.var;
  const { answers, shareWords } = response;
  const person = byCaller(caller, response.person, context);
  if (!person) return refuseFields(c, [{ field: 'source', code: 'not-yours' }], wordingOf(context));
  const refused = await checkCallersPace(c, caller);
  if (refused) return refused;
  const formToken = response.formToken ?? freshCallersToken();
  const submission = { person, answers, shareWords };
  const connection = caller ? null : connectionOf(c);
  const sending = { formToken, shownAt: now, language, connection, now };
  const responded = await respond(deps, context, submission, sending);
  if (responded.ok) return c.json({ status: 'check-your-email' }, 202);
  switch (responded.error.reason) {
    case 'not-open':
      return problem(c, 409, { title: 'This survey takes no answers now' });
    case 'wrong-fields':
      return refuseFields(c, responded.error.errors, wordingOf(context));
    case 'overloaded':
      return refuse(c, 'overloaded');
    default:
      return assertNever(responded.error);
  }
}

/** The messages use the survey's own labels. */
function wordingOf(context: SurveyContext): Wording {
  return (error, { var: { language } }) => {
    const { params } = error;
    return params ? answerMessage(context, params.error, language) : formErrorText(language, error);
  };
}

function answerMessage(context: SurveyContext, error: ApiAnswerError, language: Language): string {
  if (error.question === undefined) {
    return error.code === 'none' ? formErrorText(language, error) : apiCopy[language][error.code];
  }
  const question = questionsOf(context.survey).find(({ id }) => id === error.question);
  return question ? answerErrorText(language, error, question) : apiCopy[language]['unknown-question'];
}
