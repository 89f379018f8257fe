import { type Context, Hono } from 'hono';
import { cachedFigures } from '../actions/cache.ts';
import { countOpening } from '../actions/count-opening.ts';
import { pageRequestOf } from '../actions/page-request.ts';
import { isPublic, isShown } from '../actions/rules.ts';
import { withLanguage } from '../campaigns/shell.ts';
import { makeFormToken } from '../platform/crypto/form-token.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { cachedPage, type ReaderParts, sendPage } from '../platform/http/cached-page.ts';
import { longFormLimit, readForm } from '../platform/http/forms.ts';
import { refuse, refuseBody } from '../platform/http/refuse.tsx';
import { pauseOf } from '../platform/switches.ts';
import { parseAnswers, rawOfAnswers } from './answer-rules.ts';
import { type SurveyContext, surveyFor } from './cache.ts';
import { readFieldName } from './kinds/fields.ts';
import { prefillOf } from './prefill-rules.ts';
import { districtsOf } from './question-view.ts';
import { suggestedAnswers, visibleQuestions } from './rules.ts';
import { askedSections, filledOver } from './section-rules.ts';
import { takeStep } from './steps.tsx';
import { surveyPage } from './view.tsx';

export function surveyRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/surveys/:survey', async (c) => {
    const context = await surveyFor(c, c.req.param('survey'));
    if (!context || !isPublic(context.action.state)) return refuse(c, 'not-found');
    // A frame counts its openings itself.
    if (!c.var.frame) countOpening(c, context);
    const { slug, state } = context.action;
    const query = new URL(c.req.url).searchParams;
    if ([...query.keys()].some((field) => field.startsWith('answer.'))) {
      // Not kept by caches, but by the browser that asked: "Back" leads to what was typed.
      c.header('cache-control', 'private, no-cache');
      const formToken = await makeFormToken(c.var.deps.keyring, slug, c.var.now);
      const parts = { formToken, frame: c.var.frame ?? null };
      return c.html(await freshPage(c, context, { query, parts }), state === 'removed' ? 410 : 200);
    }
    const request = pageRequestOf(c, context);
    const pause = pauseOf(c.var.switches);
    const key = ['page', slug, request.language, request.chosen, request.source, pause].join(' ');
    const page = await cachedPage(c.var, { key, formFor: slug }, (parts) =>
      freshPage(c, context, { query, parts }),
    );
    return sendPage(c, page, state === 'removed' ? 410 : 200);
  });

  // Where "reload" or a change of language leads to from a page that came back.
  routes.get('/surveys/:survey/responses', (c) =>
    c.redirect(withLanguage(c, `/surveys/${encodeURIComponent(c.req.param('survey'))}`), 303),
  );

  routes.post('/surveys/:survey/responses', async (c) => {
    const form = await readForm(c, longFormLimit);
    if (!form.ok) return refuseBody(c, form.error);
    const context = await surveyFor(c, c.req.param('survey'));
    const isThere = context && isShown(context.action.state);
    return isThere ? takeStep(c, context, form.value) : refuse(c, 'not-found');
  });

  return routes;
}

/** The questions with the campaign's suggestions, and with the answers of the page's own address over them. */
async function freshPage(
  c: Context<AppEnv>,
  context: SurveyContext,
  { query, parts }: { query: URLSearchParams; parts: ReaderParts },
): Promise<string> {
  const { deps, now } = c.var;
  const { survey } = context;
  const { raw: linked, dropped } = prefillOf(survey, query);
  const raw = filledOver(survey, rawOfAnswers(survey, suggestedAnswers(survey)), linked);
  const { answers } = parseAnswers(survey, raw, districtsOf(context));
  const [first = null] = askedSections(survey, visibleQuestions(survey, answers));
  const figures = await cachedFigures(deps, context.action.id, now);
  const shown = {
    entered: { raw, person: {} },
    section: survey.sections.find(({ id }) => id === first?.id) ?? null,
    isUnderWay: false,
    errors: [],
    notice: null,
    fromLink: { questions: questionsIn(Object.keys(linked)), dropped },
    formToken: parts.formToken,
    pause: pauseOf(c.var.switches),
  };
  const request = { ...pageRequestOf(c, context), frame: parts.frame };
  return String(surveyPage(context, figures, request, { now, shown }));
}

function questionsIn(fields: string[]): string[] {
  return [...new Set(fields.flatMap((field) => readFieldName(field)?.question ?? []))];
}
