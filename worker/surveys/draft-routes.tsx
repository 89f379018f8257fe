import { type Context, Hono } from 'hono';
import { isOpen, isShown } from '../actions/rules.ts';
import { shellOf, withLanguage } from '../campaigns/shell.ts';
import { direct, sourceOf } from '../coalition/rules.ts';
import { makeFormToken } from '../platform/crypto/form-token.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { longFormLimit, readForm } from '../platform/http/forms.ts';
import { refuse, refuseBody } from '../platform/http/refuse.tsx';
import { privatePage } from '../platform/http/security.ts';
import { parseAnswers, parseResponse } from './answer-rules.ts';
import { type SurveyContext, surveyFor } from './cache.ts';
import { type Draft, draftIdOf, findDraft, forgetDraft } from './drafts.ts';
import { isFromOwnPage } from './entered.ts';
import { freshPage } from './fresh-page.tsx';
import { SentPage } from './pages/sent-page.tsx';
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
  // By its button, and by the script when somebody leaves by the quick exit.
  routes.post('/surveys/:survey/forget', forget);
  routes.get('/surveys/:survey/forget', (c) => c.redirect(beginning(c), 303));

  return routes;
}

async function forget(c: Context<AppEnv>): Promise<Response> {
  const { deps } = c.var;
  const form = await readForm(c, longFormLimit);
  if (!form.ok) return refuseBody(c, form.error);
  const context = await surveyFor(c, c.req.param('survey') ?? '');
  if (!context || !isShown(context.action.state)) return refuse(c, 'not-found');
  for (const secret of (form.value.all.draft ?? []).slice(0, forgottenAtOnce)) {
    const id = await draftIdOf(deps.keyring, context, secret);
    if (id !== null) await forgetDraft(deps, id);
  }
  const source = sourceOf(form.value.values.source, context.sources);
  return c.redirect(beginning(c, c.var.frame || source === direct ? '' : `?source=${source}`), 303);
}

/** A tab can have been through the survey several times. */
const forgottenAtOnce = 20;

function beginning(c: Context<AppEnv>, query = ''): string {
  return withLanguage(c, `/surveys/${encodeURIComponent(c.req.param('survey') ?? '')}${query}`);
}

type Found = { context: SurveyContext; id: string; draft: Draft };
type Show = (c: Context<AppEnv>, found: Found) => Promise<Response>;

async function showDraft(c: Context<AppEnv>, show: Show): Promise<Response> {
  const { deps, now } = c.var;
  const context = await surveyFor(c, c.req.param('survey') ?? '');
  if (!context || !isShown(context.action.state)) return refuse(c, 'not-found');
  if (!isFromOwnPage(c)) return showBeginning(c, context, 'elsewhere');
  const id = c.req.param('draft') ?? '';
  const draft = await findDraft(deps, context, { id, now });
  if (draft === null) return showBeginning(c, context, 'lapsed');
  if (draft === 'sent') return showSent(c, context);
  if (isOpen(context.action, now)) return show(c, { context, id, draft });
  const { answers } = parseAnswers(context.survey, draft.raw, districtsOf(context));
  return showClosed(c, context, { draft, answers });
}

/** The survey from the beginning, with a notice about where the answers are. */
export async function showBeginning(
  c: Context<AppEnv>,
  context: SurveyContext,
  notice: 'lapsed' | 'elsewhere',
): Promise<Response> {
  const { deps, now, frame = null } = c.var;
  const formToken = await makeFormToken(deps.keyring, context.action.slug, now);
  const query = new URL(c.req.url).searchParams;
  const page = await freshPage(c, context, { query, parts: { formToken, frame }, notice });
  return c.html(page, notice === 'lapsed' ? 410 : 200);
}

export function showSent(
  c: Context<AppEnv>,
  { action, campaign }: SurveyContext,
): Response | Promise<Response> {
  const survey = { slug: action.slug, title: action.title[c.var.language] };
  const shell = { ...shellOf(c, campaign), frame: c.var.frame ?? null };
  return c.html(<SentPage shell={shell} survey={survey} />);
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
  const { errors } = parseResponse(survey, draft.raw, districtsOf(context));
  if (errors.length === 0 && draft.version === survey.version) {
    const shown = { page: 'review' as const, isChecked: c.req.query('check') === 'yes' };
    return showStep(c, context, draft, { shown, id });
  }
  const fields = errors.map(({ field }) => field);
  const section = sectionOfFields(survey, fields);
  return showStep(c, context, draft, { shown: { page: 'questions', section, isChecked: true }, id });
}
