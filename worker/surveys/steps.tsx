import type { Context } from 'hono';
import { cachedFigures } from '../actions/cache.ts';
import { pageRequestOf } from '../actions/page-request.ts';
import { isOpen } from '../actions/rules.ts';
import { withLanguage } from '../campaigns/shell.ts';
import { checkFormToken, formShownAt, makeFormToken } from '../platform/crypto/form-token.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import type { FieldError, Form } from '../platform/http/forms.ts';
import { retryOverloaded } from '../platform/http/refuse.tsx';
import { assertNever } from '../platform/result.ts';
import { type Pause, pauseOf, retryPaused } from '../platform/switches.ts';
import { checkForm, checkPace, connectionOf, statusOf } from '../signatures/guard.ts';
import { parseSubmission } from '../signatures/submission-rules.ts';
import { type AnswerError, parseAnswers } from './answer-rules.ts';
import type { SurveyContext } from './cache.ts';
import { districtsOf } from './question-view.ts';
import { respond } from './respond.ts';
import { type Answers, questionsOf, type Section, visibleQuestions } from './rules.ts';
import { rawOf, sectionFrom, sectionOfFields, sectionOfQuestion } from './section-rules.ts';
import { closedPage, type EnteredFields, reviewPage, type SurveyPageState, surveyPage } from './view.tsx';

type SubmittedForm = EnteredFields & { form: Form; answers: Answers; errors: AnswerError[] };

const personFields = [
  'given_name',
  'family_name',
  'email',
  'street',
  'zip',
  'district',
  'keep_informed',
  'partner_contact',
  'share_words',
  'source',
];

type Step = 'edit' | 'next' | 'back' | 'review' | 'send';

function stepIn({ step, edit }: Record<string, string>): Step {
  if (edit !== undefined) return 'edit';
  return step === 'next' || step === 'back' || step === 'review' ? step : 'send';
}

/** One press of a button of the survey's form: to another section, to the review, or off it goes. */
export async function takeStep(c: Context<AppEnv>, context: SurveyContext, form: Form): Promise<Response> {
  const { survey, action } = context;
  const given = givenIn(context, form);
  c.header('cache-control', 'private, no-store');
  if (!isOpen(action, c.var.now)) return showClosed(c, context, given.answers);
  const step = stepIn(form.values);
  const { section, edit = '', survey_version: version } = form.values;
  const here = survey.sections.find(({ id }) => id === section) ?? survey.sections[0] ?? null;
  if (version && version !== survey.version) {
    const errors = step === 'review' || step === 'send' ? given.errors : [];
    return showQuestions(c, context, given, { section: here, errors, notice: 'changed' }, 422);
  }
  switch (step) {
    case 'edit':
      return showQuestions(c, context, given, { section: sectionOfQuestion(survey, edit) ?? here });
    case 'next':
      return turnPage(c, context, given, { here, by: 1 });
    case 'back':
      return turnPage(c, context, given, { here, by: -1 });
    case 'review':
      return given.errors.length > 0 ? sendBack(c, context, given) : showReview(c, context, given, []);
    case 'send':
      return send(c, context, given);
  }
}

function send(c: Context<AppEnv>, context: SurveyContext, given: SubmittedForm) {
  const pause = pauseOf(c.var.switches);
  if (pause) return holdBack(c, context, given, pause);
  return given.errors.length > 0 ? sendBack(c, context, given) : sendOff(c, context, given);
}

/** Nothing can be stored at the moment: it goes back as it came. */
function holdBack(c: Context<AppEnv>, context: SurveyContext, given: SubmittedForm, pause: Pause) {
  c.header('retry-after', retryPaused);
  const errors = [{ field: 'form_token', code: pause }];
  const section = sectionOfFields(
    context.survey,
    given.errors.map(({ field }) => field),
  );
  return given.errors.length > 0
    ? showQuestions(c, context, given, { section, errors }, 503)
    : showReview(c, context, given, errors, 503);
}

function givenIn(context: SurveyContext, form: Form): SubmittedForm {
  const raw = rawOf(questionsOf(context.survey), form.all);
  const typed = personFields.filter((field) => form.values[field]);
  const person = Object.fromEntries(typed.map((field) => [field, form.values[field] ?? '']));
  return { form, raw, person, ...parseAnswers(context.survey, raw, districtsOf(context)) };
}

/** Forward only where this section is right; back in any case. */
async function turnPage(
  c: Context<AppEnv>,
  context: SurveyContext,
  given: SubmittedForm,
  { here, by }: { here: Section | null; by: 1 | -1 },
) {
  const { survey } = context;
  const errors = by > 0 ? errorsIn(here, given.errors) : [];
  if (errors.length > 0) return showQuestions(c, context, given, { section: here, errors }, 422);
  const visible = visibleQuestions(survey, given.answers);
  const section = here && sectionFrom(survey, here.id, { by, visible });
  if (section || by < 0) return showQuestions(c, context, given, { section: section ?? here });
  return given.errors.length > 0 ? sendBack(c, context, given) : showReview(c, context, given, []);
}

function errorsIn(section: Section | null, errors: AnswerError[]): AnswerError[] {
  const fields = section?.questions.map(({ id }) => `answer.${id}`) ?? [];
  return errors.filter(({ field }) => fields.includes(field));
}

/** To the first section with an error, or to all of them where they stand on one page. */
function sendBack(c: Context<AppEnv>, context: SurveyContext, given: SubmittedForm) {
  const { survey } = context;
  const fields = given.errors.map(({ field }) => field);
  const section = sectionOfFields(survey, fields);
  const errors = survey.layout === 'one-page' ? given.errors : errorsIn(section, given.errors);
  return showQuestions(c, context, given, { section, errors }, 422);
}

async function sendOff(c: Context<AppEnv>, context: SurveyContext, given: SubmittedForm) {
  const { deps, now, language } = c.var;
  const { form, person, answers } = given;
  const { slug } = context.action;
  const giveBack = (code: string, status: 422 | 429 | 503) =>
    showReview(c, context, given, [{ field: 'form_token', code }], status);
  const submission = parseSubmission(person);
  const errors = await checkForm(deps, form, { slug, now });
  if (!submission.ok) errors.push(...submission.error);
  if (!submission.ok || errors.length > 0) return showReview(c, context, given, errors, 422);

  const turnstileToken = form.values['cf-turnstile-response'] ?? '';
  const pace = await checkPace(deps, { turnstileToken, connection: connectionOf(c), now });
  if (pace !== 'fine') return giveBack(pace, statusOf(c, pace));
  const response = { person: submission.value, answers, shareWords: person.share_words === 'yes' };
  const formToken = form.values.form_token ?? '';
  const shownAt = formShownAt(formToken);
  const sent = await respond(deps, context, response, { formToken, shownAt, language, now });
  if (sent.ok) return c.redirect(withLanguage(c, `/surveys/${slug}/check-your-email`), 303);
  switch (sent.error.reason) {
    case 'not-open':
      return showClosed(c, context, answers);
    case 'wrong-fields':
      return showReview(c, context, given, sent.error.errors, 422);
    case 'overloaded':
      c.header('retry-after', retryOverloaded);
      return giveBack('overloaded', 503);
    default:
      return assertNever(sent.error);
  }
}

async function showQuestions(
  c: Context<AppEnv>,
  context: SurveyContext,
  { form, raw, person }: SubmittedForm,
  part: Pick<SurveyPageState, 'section'> & Partial<Pick<SurveyPageState, 'errors' | 'notice'>>,
  status: 200 | 422 | 503 = 200,
) {
  const { deps, now } = c.var;
  const figures = await cachedFigures(deps, context.action.id, now);
  const shown: SurveyPageState = {
    errors: [],
    notice: null,
    ...part,
    entered: { raw, person },
    isUnderWay: true,
    fromLink: { questions: [], dropped: [] },
    formToken: await keptToken(c, context, form),
    pause: pauseOf(c.var.switches),
  };
  return c.html(surveyPage(context, figures, pageRequestOf(c, context), { now, shown }), status);
}

async function showReview(
  c: Context<AppEnv>,
  context: SurveyContext,
  { form, person, answers }: SubmittedForm,
  errors: FieldError[],
  status: 200 | 422 | 429 | 503 = 200,
) {
  const formToken = await keptToken(c, context, form);
  const reviewed = { answers, person, errors, formToken, pause: pauseOf(c.var.switches) };
  return c.html(reviewPage(context, pageRequestOf(c, context), c.var.deps.settings, reviewed), status);
}

/** There is no form any more that could come back. */
async function showClosed(c: Context<AppEnv>, context: SurveyContext, answers: Answers) {
  const { deps, now } = c.var;
  const figures = await cachedFigures(deps, context.action.id, now);
  const pause = pauseOf(c.var.switches);
  return c.html(closedPage(context, figures, pageRequestOf(c, context), { now, answers, pause }), 409);
}

/** One token for one way through the form, however many pages it has: its way to the city's survey hangs on it. */
async function keptToken(c: Context<AppEnv>, { action }: SurveyContext, { values }: Form): Promise<string> {
  const { keyring } = c.var.deps;
  const token = values.form_token ?? '';
  const check = await checkFormToken(keyring, action.slug, token, c.var.now, 0);
  return check === 'stale' ? makeFormToken(keyring, action.slug, c.var.now) : token;
}
