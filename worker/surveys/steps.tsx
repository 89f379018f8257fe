import type { Context } from 'hono';
import { isOpen } from '../actions/rules.ts';
import { noteStep } from '../numbers/note-step.ts';
import { partStep, refused, review as reviewStep } from '../numbers/rules.ts';
import { formShownAt } from '../platform/crypto/form-token.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import type { FieldError, Form } from '../platform/http/forms.ts';
import { retryOverloaded } from '../platform/http/refuse.tsx';
import { browsersOwn } from '../platform/http/security.ts';
import { assertNever } from '../platform/result.ts';
import { type Pause, pauseOf, retryPaused } from '../platform/switches.ts';
import { checkForm, checkPace, connectionOf, statusOf } from '../signatures/guard.ts';
import { checkEmailPath } from '../signatures/mailed-to.ts';
import { parseSubmission } from '../signatures/submission-rules.ts';
import { type AnswerError, parseResponse } from './answer-rules.ts';
import type { SurveyContext } from './cache.ts';
import { type Draft, saysWho } from './drafts.ts';
import { draftNamed, enteredSoFar, keepEntered, keptToken, sentDraft } from './entered.ts';
import { isUntouched } from './fresh-page.tsx';
import { districtsOf } from './question-view.ts';
import { respond } from './respond.ts';
import { type Answers, type Section, visibleQuestions } from './rules.ts';
import { sectionFrom, sectionOfFields, sectionOfQuestion } from './section-rules.ts';
import { stepAddress } from './step-address.ts';
import { errorsIn, freshAddress, type StepPage, showClosed, showStep } from './step-pages.tsx';

/** A form that was sent, everything entered so far, and the errors in it. */
type Given = {
  form: Form;
  draft: Draft;
  /** Of the stored draft; null for the first page. */
  id: string | null;
  answers: Answers;
  errors: AnswerError[];
};

const steps = ['next', 'back', 'review', 'language', 'language-check'] as const;
type Step = (typeof steps)[number] | 'edit' | 'send';

function stepIn({ step, edit }: Record<string, string>): Step {
  if (edit !== undefined) return 'edit';
  return steps.find((one) => one === step) ?? 'send';
}

/** One press of a button of the survey's form: another section, the review, or sending. */
export async function takeStep(c: Context<AppEnv>, context: SurveyContext, form: Form): Promise<Response> {
  const { survey, action } = context;
  const step = stepIn(form.values);
  // Sends exactly what the page shows.
  const entered =
    step === 'send'
      ? { draft: sentDraft(context, form), id: await draftNamed(c, context, form) }
      : await enteredSoFar(c, context, form);
  const { draft } = entered;
  const given: Given = { form, ...entered, ...parseResponse(survey, draft.raw, districtsOf(context)) };
  c.header('cache-control', browsersOwn);
  if (!isOpen(action, c.var.now)) return showClosed(c, context, given);
  const { section, edit = '' } = form.values;
  const here = survey.sections.find(({ id }) => id === section) ?? survey.sections[0] ?? null;
  if (draft.version !== survey.version) {
    const isChecked = step === 'review' || step === 'send';
    return answer(c, context, given, { page: 'questions', section: here, isChecked }, 422);
  }
  switch (step) {
    case 'edit':
      return answer(c, context, given, questions(sectionOfQuestion(survey, edit) ?? here));
    case 'next':
      return turnPage(c, context, given, { here, by: 1 });
    case 'back':
      return turnPage(c, context, given, { here, by: -1 });
    case 'review':
      return given.errors.length > 0 ? sendBack(c, context, given) : answer(c, context, given, review(false));
    case 'language':
    case 'language-check': {
      if (given.id === null && isUntouched(context, draft))
        return c.redirect(freshAddress(c, context, draft), 303);
      const isChecked = step === 'language-check';
      const isReview = section === undefined && given.errors.length === 0;
      return answer(c, context, given, isReview ? review(isChecked) : questions(here, isChecked));
    }
    case 'send':
      return send(c, context, given);
  }
}

function questions(section: Section | null, isChecked = false): StepPage {
  return { page: 'questions', section, isChecked };
}

function review(isChecked: boolean): StepPage {
  return { page: 'review', isChecked };
}

/**
 * Redirects a browser to the next page. The answer is that page itself if the draft cannot be stored, if the person has
 * entered a name or an address, which no draft holds, and if the form was sent without a button of its pages.
 */
async function answer(
  c: Context<AppEnv>,
  context: SurveyContext,
  { form, draft: entered, id: known }: Given,
  shown: StepPage,
  status: 200 | 422 | 429 | 503 = 200,
): Promise<Response> {
  const step = stepIn(form.values);
  if (status === 422) noteStep(c, context, refused);
  else if (shown.page === 'review' && (step === 'next' || step === 'review'))
    noteStep(c, context, reviewStep);
  const draft = { ...entered, formToken: await keptToken(c, context, entered.formToken) };
  const kept = step === 'send' ? null : await keepEntered(c, context, { draft, id: known });
  if (kept === null || saysWho(draft)) {
    return showStep(c, context, draft, { shown, id: kept ?? known, status });
  }
  const address = stepAddress(c, context, { id: kept, draft, shown });
  const { edit } = form.values;
  return c.redirect(edit === undefined ? address : `${address}#question-${encodeURIComponent(edit)}`, 303);
}

/** Forward only if this section is valid; back in any case. */
async function turnPage(
  c: Context<AppEnv>,
  context: SurveyContext,
  given: Given,
  { here, by }: { here: Section | null; by: 1 | -1 },
) {
  const { survey } = context;
  if (by > 0 && errorsIn(here, given.errors).length > 0) {
    return answer(c, context, given, questions(here, true), 422);
  }
  const visible = visibleQuestions(survey, given.answers);
  if (by > 0 && here) noteStep(c, context, partStep(survey.sections.indexOf(here)));
  const section = here && sectionFrom(survey, here.id, { by, visible });
  if (section || by < 0) return answer(c, context, given, questions(section ?? here));
  return given.errors.length > 0 ? sendBack(c, context, given) : answer(c, context, given, review(false));
}

/** To the first section with an error, or to the whole page if all sections are on one page. */
function sendBack(c: Context<AppEnv>, context: SurveyContext, given: Given) {
  const fields = given.errors.map(({ field }) => field);
  const section = sectionOfFields(context.survey, fields);
  return answer(c, context, given, questions(section, true), 422);
}

function send(c: Context<AppEnv>, context: SurveyContext, given: Given) {
  const pause = pauseOf(c.var.switches);
  if (pause) return holdBack(c, context, given, pause);
  return given.errors.length > 0 ? sendBack(c, context, given) : sendOff(c, context, given);
}

/** Nothing can be stored at the moment, so the form is shown again as it was sent. */
function holdBack(c: Context<AppEnv>, context: SurveyContext, given: Given, pause: Pause) {
  c.header('retry-after', retryPaused);
  const fields = given.errors.map(({ field }) => field);
  const section = sectionOfFields(context.survey, fields);
  const shown = given.errors.length > 0 ? questions(section, true) : review(true);
  return giveBack(c, context, given, { shown, said: [{ field: 'form_token', code: pause }], status: 503 });
}

type GivenBack = { shown?: StepPage; said: FieldError[]; status: 422 | 429 | 503 };

function giveBack(
  c: Context<AppEnv>,
  context: SurveyContext,
  given: Given,
  { shown = review(true), said, status }: GivenBack,
) {
  return answer(c, context, { ...given, draft: { ...given.draft, said } }, shown, status);
}

async function sendOff(c: Context<AppEnv>, context: SurveyContext, given: Given) {
  const { deps, now, language } = c.var;
  const { form, draft, answers } = given;
  const { slug } = context.action;
  const { person, formToken } = draft;
  const say = (said: FieldError[]) => giveBack(c, context, given, { said, status: 422 });
  const hold = (code: string, status: 422 | 429 | 503) =>
    giveBack(c, context, given, { said: [{ field: 'form_token', code }], status });
  const submission = parseSubmission(person);
  const errors = await checkForm(deps, form, { slug, now });
  if (!submission.ok) errors.push(...submission.error);
  if (!submission.ok || errors.length > 0) return say(errors);

  const turnstileToken = form.values['cf-turnstile-response'] ?? '';
  const connection = connectionOf(c);
  const pace = await checkPace(deps, { turnstileToken, connection, now });
  if (pace !== 'fine') return hold(pace, statusOf(c, pace));
  const shareWords = person.share_words === 'yes';
  const response = { person: submission.value, answers, shareWords, draft: given.id };
  const shownAt = formShownAt(formToken);
  const sending = { formToken, shownAt, language, connection, now };
  const sent = await respond(deps, context, response, sending);
  if (sent.ok) {
    const { email } = submission.value;
    return c.redirect(
      await checkEmailPath(c, context, { email, isPressed: form.values.step !== undefined }),
      303,
    );
  }
  switch (sent.error.reason) {
    case 'not-open':
      return showClosed(c, context, given);
    case 'wrong-fields':
      return say(sent.error.errors);
    case 'overloaded':
      c.header('retry-after', retryOverloaded);
      return hold('overloaded', 503);
    default:
      return assertNever(sent.error);
  }
}
