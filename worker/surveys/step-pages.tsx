import type { Context } from 'hono';
import { cachedFigures } from '../actions/cache.ts';
import { type PageRequest, pageAddress, pageRequestOf } from '../actions/page-request.ts';
import { direct, sourceOf } from '../coalition/rules.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { pauseOf } from '../platform/switches.ts';
import { type AnswerError, parseResponse, wholeResponse } from './answer-rules.ts';
import type { SurveyContext } from './cache.ts';
import { type Draft, draftSecret } from './drafts.ts';
import { districtsOf } from './question-view.ts';
import type { Answers, Section } from './rules.ts';
import { type Shown, stepAddress } from './step-address.ts';
import { closedPage, reviewPage, surveyPage } from './view.tsx';

type Status = 200 | 422 | 429 | 503;
export type StepPage = Exclude<Shown, { page: 'send' }>;

/** One page of filling in a survey. Without an id it has no address of its own. */
export async function showStep(
  c: Context<AppEnv>,
  context: SurveyContext,
  draft: Draft,
  { shown, id, status = 200 }: { shown: StepPage; id: string | null; status?: Status },
): Promise<Response> {
  const { deps, now } = c.var;
  const request = requestOf(c, context, draft);
  const pause = pauseOf(c.var.switches);
  const path = id === null ? null : stepAddress(c, context, { id, draft, shown });
  const { answers, errors } = parseResponse(context.survey, draft.raw, districtsOf(context));
  const { person, formToken } = draft;
  const secret = id === null ? null : await draftSecret(deps.keyring, context, id);
  if (shown.page === 'review') {
    const said = shown.isChecked ? draft.said : [];
    const reviewed = { answers, person, errors: said, formToken, draft: secret, pause, path };
    return c.html(reviewPage(context, request, deps.settings, reviewed), status);
  }
  const figures = await cachedFigures(deps, context.action.id, now);
  const page = {
    errors: shown.isChecked ? errorsOnPage(context, shown.section, errors) : [],
    notice: draft.version === context.survey.version ? null : ('changed' as const),
    section: shown.section,
    entered: { raw: draft.raw, person },
    isUnderWay: true,
    fromLink: { questions: [], dropped: [] },
    formToken,
    draft: secret,
    pause,
    path,
  };
  // If nothing can be stored, say so beside the questions too.
  const shownPage = status === 503 ? { ...page, errors: [...draft.said] } : page;
  return c.html(surveyPage(context, figures, request, { now, shown: shownPage }), status);
}

/** The action is closed, so the form cannot come back. */
export async function showClosed(
  c: Context<AppEnv>,
  context: SurveyContext,
  { draft, answers }: { draft: Draft; answers: Answers },
) {
  const { deps, now } = c.var;
  const figures = await cachedFigures(deps, context.action.id, now);
  const pause = pauseOf(c.var.switches);
  return c.html(closedPage(context, figures, requestOf(c, context, draft), { now, answers, pause }), 409);
}

export function errorsIn(section: Section | null, errors: AnswerError[]): AnswerError[] {
  const fields = section?.questions.map(({ id }) => `answer.${id}`) ?? [];
  return errors.filter(({ field }) => fields.includes(field));
}

function errorsOnPage(
  { survey }: SurveyContext,
  section: Section | null,
  errors: AnswerError[],
): AnswerError[] {
  return survey.layout === 'one-page'
    ? errors
    : [...errorsIn(section, errors), ...errors.filter(({ field }) => field === wholeResponse)];
}

/** The survey's own page, in the language and with the source of this form. */
export function freshAddress(c: Context<AppEnv>, context: SurveyContext, draft: Draft): string {
  return pageAddress(context.action, requestOf(c, context, draft));
}

/** Take the source from the form, because the address that a form is sent to has none. */
function requestOf(c: Context<AppEnv>, context: SurveyContext, { person }: Draft): PageRequest {
  const request = pageRequestOf(c, context);
  const source = sourceOf(person.source, context.sources);
  return source === direct ? request : { ...request, source };
}
