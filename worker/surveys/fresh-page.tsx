import type { Context } from 'hono';
import { cachedFigures } from '../actions/cache.ts';
import { pageRequestOf } from '../actions/page-request.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import type { ReaderParts } from '../platform/http/cached-page.ts';
import { pauseOf } from '../platform/switches.ts';
import { parseAnswers, rawOfAnswers } from './answer-rules.ts';
import type { SurveyContext } from './cache.ts';
import { type RawAnswers, readFieldName } from './kinds/fields.ts';
import type { SurveyPageProps } from './pages/survey-page.tsx';
import { prefillOf } from './prefill-rules.ts';
import { districtsOf } from './question-view.ts';
import { questionsOf, suggestedAnswers, visibleQuestions } from './rules.ts';
import { askedSections, filledOver, rawOf } from './section-rules.ts';
import { type EnteredFields, surveyPage } from './view.tsx';

type Fresh = { query: URLSearchParams; parts: ReaderParts; notice?: SurveyPageProps['notice'] };

/** What the form contains before anybody has answered: the campaign's suggestions, replaced by answers in an address. */
function freshRaw({ survey }: SurveyContext, linked: RawAnswers): RawAnswers {
  return filledOver(survey, rawOfAnswers(survey, suggestedAnswers(survey)), linked);
}

/** Whether a form holds just that. */
export function isUntouched(context: SurveyContext, { raw, person }: EnteredFields): boolean {
  const { source: _, ...entered } = person;
  const spelled = (fields: RawAnswers) => JSON.stringify(Object.entries(fields).sort());
  const fresh = rawOf(questionsOf(context.survey), freshRaw(context, {}));
  return Object.keys(entered).length === 0 && spelled(raw) === spelled(fresh);
}

/** The questions with the campaign's suggestions, replaced by answers in the page's address. */
export async function freshPage(
  c: Context<AppEnv>,
  context: SurveyContext,
  { query, parts, notice = null }: Fresh,
): Promise<string> {
  const { deps, now } = c.var;
  const { survey } = context;
  const { raw: linked, dropped } = prefillOf(survey, query);
  const raw = freshRaw(context, linked);
  const { answers } = parseAnswers(survey, raw, districtsOf(context));
  const [first = null] = askedSections(survey, visibleQuestions(survey, answers));
  const figures = await cachedFigures(deps, context.action.id, now);
  const shown = {
    entered: { raw, person: {} },
    section: survey.sections.find(({ id }) => id === first?.id) ?? null,
    isUnderWay: false,
    errors: [],
    notice,
    fromLink: { questions: questionsIn(Object.keys(linked)), dropped },
    formToken: parts.formToken,
    draft: null,
    pause: pauseOf(c.var.switches),
    path: null,
  };
  const request = { ...pageRequestOf(c, context), frame: parts.frame };
  return String(surveyPage(context, figures, request, { now, shown }));
}

function questionsIn(fields: string[]): string[] {
  return [...new Set(fields.flatMap((field) => readFieldName(field)?.question ?? []))];
}
