import { type Context, Hono } from 'hono';
import { isShown } from '../actions/rules.ts';
import { readCounts } from '../actions/store.ts';
import { withLanguage } from '../campaigns/shell.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { type Form, longFormLimit } from '../platform/http/forms.ts';
import { refuse, refuseBody } from '../platform/http/refuse.tsx';
import { privatePage } from '../platform/http/security.ts';
import { assertNever } from '../platform/result.ts';
import { retryPaused } from '../platform/switches.ts';
import { canCorrect } from '../signatures/rules.ts';
import { linkProblem, type OwnEnv, ownLink } from '../signatures/supporter-page.tsx';
import { thankYouPage } from '../signatures/view.tsx';
import { amend } from './amend.ts';
import { parseAnswers, rawOfAnswers } from './answer-rules.ts';
import { cachedSurveyContext, type SurveyContext } from './cache.ts';
import { ownCopy } from './pages/own-copy.ts';
import { districtsOf } from './question-view.ts';
import { questionsOf } from './rules.ts';
import { rawOf } from './section-rules.ts';
import { type Amending, amendPage, findOwn, type OwnResponse } from './supporter-page.tsx';

/** After the form: thanks to who confirmed, and the answers of who wants to change them. */
export function supporterAnswerRoutes() {
  const routes = new Hono<OwnEnv>();

  routes.get('/surveys/:survey/thank-you', async (c) => {
    const context = await cachedSurveyContext(c.var.deps, c.req.param('survey'), c.var.now);
    const isThere = context && isShown(context.action.state);
    return isThere ? thank(c as unknown as Context<AppEnv>, context) : refuse(c, 'not-found');
  });

  routes.use('/my/:token/answers', privatePage, ownLink('my', longFormLimit));
  routes.get('/my/:token/answers', async (c) => {
    const own = await findOwn(c);
    return own ? c.html(amendPage(c, own.context, { amending: asHeld(c, own), notice: null })) : gone(c);
  });
  routes.post('/my/:token/answers', async (c) => {
    const { form } = c.var;
    if (!form.ok) return refuseBody(c, form.error);
    const own = await findOwn(c);
    return own ? saveAnswers(c, own.context, form.value) : gone(c);
  });

  return routes;
}

async function thank(c: Context<AppEnv>, context: SurveyContext) {
  const counts = await readCounts(c.var.deps.db, context.action.id);
  const { city, cityText } = ownCopy[c.var.language].thanks;
  const href = `/surveys/${context.action.slug}/send`;
  const next = context.survey.carry.length > 0 ? [{ title: city, description: cityText, href }] : [];
  return c.html(thankYouPage(c, context, { confirmed: counts.state.confirmed ?? 0, next }));
}

/** Of a petition there are no answers, and of what is erased nothing is held. */
function gone(c: Context<OwnEnv>) {
  return c.var.own.context.action.kind === 'survey' ? linkProblem(c, 'gone') : refuse(c, 'not-found');
}

function asHeld(c: Context<OwnEnv>, { context, told }: OwnResponse): Amending | null {
  if (!canCorrect(c.var.own.signature.state)) return null;
  return { raw: rawOfAnswers(context.survey, told.answers), shareWords: told.shareWords, errors: [] };
}

async function saveAnswers(c: Context<OwnEnv>, context: SurveyContext, { all, values }: Form) {
  const { deps, own, now } = c.var;
  const raw = rawOf(questionsOf(context.survey), all);
  const { answers, errors } = parseAnswers(context.survey, raw, districtsOf(context));
  const shareWords = values.share_words === 'yes';
  const giveBack = (notice: 'changed' | 'read-only' | null, status: 422 | 503) =>
    c.html(amendPage(c, context, { amending: { raw, shareWords, errors }, notice }), status);
  if (c.var.switches.has('read-only')) {
    c.header('retry-after', retryPaused);
    return giveBack('read-only', 503);
  }
  if (values.survey_version !== context.survey.version) return giveBack('changed', 422);
  if (errors.length > 0) return giveBack(null, 422);
  const amended = await amend(deps, { id: own.signature.id, context }, { answers, shareWords }, now);
  if (amended.ok) return c.redirect(withLanguage(c, `/my/${c.req.param('token')}?done=corrected`), 303);
  switch (amended.error.reason) {
    case 'overloaded':
      return refuse(c, 'overloaded');
    case 'settled':
      return c.html(amendPage(c, context, { amending: null, notice: null }), 409);
    case 'unknown':
    case 'erased':
      return linkProblem(c, 'gone');
    default:
      return assertNever(amended.error);
  }
}
