import { type Context, Hono } from 'hono';
import { withLanguage } from '../campaigns/shell.ts';
import { type Form, languageStepOf, longFormLimit } from '../platform/http/forms.ts';
import { refuse, refuseBody } from '../platform/http/refuse.tsx';
import { privatePage } from '../platform/http/security.ts';
import { assertNever } from '../platform/result.ts';
import { retryPaused } from '../platform/switches.ts';
import { canCorrect } from '../signatures/rules.ts';
import { linkProblem, type SupporterLinkEnv, supporterLink } from '../signatures/supporter-link.tsx';
import { isToConfirm, toConfirm } from '../signatures/to-confirm.ts';
import { amend } from './amend.ts';
import { parseResponse, rawOfAnswers } from './answer-rules.ts';
import type { SurveyContext } from './cache.ts';
import type { AmendPageProps } from './pages/amend-page.tsx';
import { districtsOf } from './question-view.ts';
import { questionsOf } from './rules.ts';
import { rawOf } from './section-rules.ts';
import { type Amending, amendPage, findHeld, type HeldResponse } from './supporter-page.tsx';

/** Where supporters change their answers: on their own page, and before they confirm them. */
export function supporterAnswerRoutes() {
  const routes = new Hono<SupporterLinkEnv>();

  for (const from of ['my', 'confirm'] as const) {
    const path = `/${from}/:token/answers`;
    routes.use(path, privatePage, supporterLink(from, longFormLimit));
    if (from === 'confirm') routes.use(path, async (c, next) => (isToConfirm(c) ? next() : toConfirm(c)));
    routes.get(path, async (c) => {
      const found = await findHeld(c);
      return found
        ? c.html(amendPage(c, found.context, { from, amending: asHeld(c, found), notice: null }))
        : gone(c);
    });
    routes.post(path, async (c) => {
      const { form } = c.var;
      if (!form.ok) return refuseBody(c, form.error);
      const found = await findHeld(c);
      return found ? saveAnswers(c, found.context, { from, form: form.value }) : gone(c);
    });
  }

  return routes;
}

/** A petition has no answers, and an erased response holds none. */
function gone(c: Context<SupporterLinkEnv>) {
  return c.var.link.context.action.kind === 'survey' ? linkProblem(c, 'gone') : refuse(c, 'not-found');
}

function asHeld(c: Context<SupporterLinkEnv>, { context, held }: HeldResponse): Amending | null {
  if (!canCorrect(c.var.link.signature.state)) return null;
  return { raw: rawOfAnswers(context.survey, held.answers), shareWords: held.shareWords, errors: [] };
}

async function saveAnswers(
  c: Context<SupporterLinkEnv>,
  context: SurveyContext,
  { from, form: { all, values } }: { from: AmendPageProps['from']; form: Form },
) {
  const { deps, link, now } = c.var;
  const raw = rawOf(questionsOf(context.survey), all);
  const { answers, errors } = parseResponse(context.survey, raw, districtsOf(context));
  const shareWords = values.share_words === 'yes';
  const giveBack = (notice: 'changed' | 'read-only' | null, status: 422 | 503) =>
    c.html(amendPage(c, context, { from, amending: { raw, shareWords, errors }, notice }), status);
  const languageStep = languageStepOf(values);
  if (languageStep) {
    const told = languageStep === 'language-check' ? errors : [];
    const amending = { raw, shareWords, errors: told };
    return c.html(amendPage(c, context, { from, amending, notice: null }), told.length > 0 ? 422 : 200);
  }
  if (c.var.switches.has('read-only')) {
    c.header('retry-after', retryPaused);
    return giveBack('read-only', 503);
  }
  if (values.survey_version !== context.survey.version) return giveBack('changed', 422);
  if (errors.length > 0) return giveBack(null, 422);
  const amended = await amend(deps, { id: link.signature.id, context }, { answers, shareWords }, now);
  if (amended.ok) {
    return from === 'confirm'
      ? toConfirm(c)
      : c.redirect(withLanguage(c, `/my/${link.token}?done=corrected`), 303);
  }
  switch (amended.error.reason) {
    case 'overloaded':
      return refuse(c, 'overloaded');
    case 'settled':
      return c.html(amendPage(c, context, { from, amending: null, notice: null }), 409);
    case 'unknown':
    case 'erased':
      return linkProblem(c, 'gone');
    default:
      return assertNever(amended.error);
  }
}
