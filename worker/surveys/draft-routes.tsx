import { type Context, Hono } from 'hono';
import { isOpen, isShown } from '../actions/rules.ts';
import { makeFormToken } from '../platform/crypto/form-token.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { privatePage } from '../platform/http/security.ts';
import { parseAnswers } from './answer-rules.ts';
import { type SurveyContext, surveyFor } from './cache.ts';
import { type Draft, findDraft, forgetDraft } from './drafts.ts';
import { freshPage } from './fresh-page.tsx';
import { districtsOf } from './question-view.ts';
import { sectionOfFields } from './section-rules.ts';
import { showClosed, showStep } from './step-pages.tsx';

/** The steps of filling in a survey. Each is reached by a redirect, so "Back" and "Reload" send nothing again. */
export function draftRoutes() {
  const routes = new Hono<AppEnv>();

  routes.use('/surveys/:survey/answers/:draft', privatePage);
  routes.use('/surveys/:survey/answers/:draft/*', privatePage);
  routes.get('/surveys/:survey/answers/:draft', (c) => showDraft(c, showQuestions));
  routes.get('/surveys/:survey/answers/:draft/review', (c) => showDraft(c, showReview));
  // For the script, when somebody leaves by the quick exit or deletes what they entered.
  routes.post('/surveys/:survey/answers/:draft/forget', async (c) => {
    await forgetDraft(c.var.deps, c.req.param('draft'));
    return c.body(null, 204);
  });

  return routes;
}

type Found = { context: SurveyContext; id: string; draft: Draft };
type Show = (c: Context<AppEnv>, found: Found) => Promise<Response>;

async function showDraft(c: Context<AppEnv>, show: Show): Promise<Response> {
  const { deps, now } = c.var;
  const context = await surveyFor(c, c.req.param('survey') ?? '');
  if (!context || !isShown(context.action.state)) return refuse(c, 'not-found');
  const id = c.req.param('draft') ?? '';
  const draft = await findDraft(deps, context, { id, now });
  if (!draft) return showLapsed(c, context);
  if (isOpen(context.action, now)) return show(c, { context, id, draft });
  const { answers } = parseAnswers(context.survey, draft.raw, districtsOf(context));
  return showClosed(c, context, { draft, answers });
}

/** The survey from the beginning, with a notice about where the answers are. */
export async function showLapsed(c: Context<AppEnv>, context: SurveyContext): Promise<Response> {
  const { deps, now, frame = null } = c.var;
  const formToken = await makeFormToken(deps.keyring, context.action.slug, now);
  const query = new URL(c.req.url).searchParams;
  return c.html(await freshPage(c, context, { query, parts: { formToken, frame }, notice: 'lapsed' }), 410);
}

function showQuestions(c: Context<AppEnv>, { context, id, draft }: Found): Promise<Response> {
  const { sections } = context.survey;
  const { section: named, check } = c.req.query();
  const section = sections.find((one) => one.id === named) ?? sections[0] ?? null;
  const shown = { page: 'questions' as const, section, isChecked: check === 'yes' };
  return showStep(c, context, draft, { shown, id });
}

/** Only if the answers are valid. */
function showReview(c: Context<AppEnv>, { context, id, draft }: Found): Promise<Response> {
  const { survey } = context;
  const { errors } = parseAnswers(survey, draft.raw, districtsOf(context));
  if (errors.length === 0 && draft.version === survey.version) {
    const shown = { page: 'review' as const, isChecked: c.req.query('check') === 'yes' };
    return showStep(c, context, draft, { shown, id });
  }
  const fields = errors.map(({ field }) => field);
  const section = sectionOfFields(survey, fields) ?? survey.sections[0] ?? null;
  return showStep(c, context, draft, { shown: { page: 'questions', section, isChecked: true }, id });
}
