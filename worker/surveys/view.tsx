import type { Language } from '../../web/language.ts';
import type { TypedForm } from '../../web/shell.ts';
import type { FiguresAsOf } from '../actions/cache.ts';
import { formAddress, type PageRequest, pageAddress } from '../actions/page-request.ts';
import { latestChange } from '../actions/rules.ts';
import { actionSummary, addresseeOf } from '../actions/summary.ts';
import { shellAt } from '../campaigns/shell.ts';
import { askingPartnerOf, sourceOf } from '../coalition/rules.ts';
import { districtQuestionOf } from '../places/labels.ts';
import type { FieldError } from '../platform/http/forms.ts';
import type { Settings } from '../platform/settings.ts';
import type { Pause } from '../platform/switches.ts';
import { dateIn } from '../platform/time/clock.ts';
import { type AnswerError, parseAnswers, rawOfAnswers } from './answer-rules.ts';
import type { SurveyContext } from './cache.ts';
import type { RawAnswers } from './kinds/fields.ts';
import type { Question } from './kinds/questions.ts';
import { suggestionOutcomes } from './measure-rules.ts';
import { ReviewPage } from './pages/review-page.tsx';
import type { ShownQuestion } from './pages/survey.ts';
import { SurveyPage, type SurveyPageProps } from './pages/survey-page.tsx';
import { districtsOf, sectionView } from './question-view.ts';
import { type Answers, questionsOf, type Section, visibleQuestions } from './rules.ts';
import { askedSections, questionsOfPage, rawOf } from './section-rules.ts';
import { outcomesOnPage } from './suggestion-rules.ts';
import { ownWords } from './words-rules.ts';

/** What was entered so far: the answers as they were sent, and the person's fields. */
export type EnteredFields = { raw: RawAnswers; person: Record<string, string> };

export type SurveyPageState = {
  entered: EnteredFields;
  /** The section to show, if the survey has one page per section. */
  section: Section | null;
  isUnderWay: boolean;
  errors: (AnswerError | FieldError)[];
  notice: SurveyPageProps['notice'];
  /** Questions that the page's address filled in, and the values that did not fit. */
  fromLink: { questions: string[]; dropped: string[] };
  formToken: string;
  /** The secret of the stored draft. */
  draft: string | null;
  pause: Pause | null;
  /** The path of this page, for a stored draft. */
  path: string | null;
};

/** The survey's page with its questions, or with the reason why it takes no answers. */
export function surveyPage(
  context: SurveyContext,
  figures: FiguresAsOf,
  request: PageRequest,
  { now, shown }: { now: Date; shown: SurveyPageState },
) {
  const { language } = request;
  const survey = actionSummary(context, figures, { now, language });
  const { pause, isUnderWay } = shown;
  const isAnswerable = survey.state === 'open' && (pause === null || isUnderWay);
  return (
    <SurveyPage
      shell={shellFor(
        context,
        request,
        pause,
        isAnswerable ? typedInto('answers', shown, enterOf(context, shown)) : null,
      )}
      site={request.site}
      survey={survey}
      changes={changesOf(context, language)}
      form={isAnswerable ? surveyForm(context, request, shown) : null}
      isUnderWay={isUnderWay}
      notice={isAnswerable || pause !== 'signing-paused' || survey.state !== 'open' ? shown.notice : pause}
      dropped={isAnswerable ? droppedOf(context, shown.fromLink.dropped, request) : null}
      unstored={null}
    />
  );
}

/** What was changed in its text and its questions after people had answered. */
function changesOf({ action, city, survey }: SurveyContext, language: Language): SurveyPageProps['changes'] {
  const text = latestChange(action.texts)?.shown;
  const on = (at: Date) => dateIn(city.timeZone, at);
  return {
    text: text ? { on: on(text.madeAt), kind: text.change, note: text.note?.[language] ?? null } : null,
    questionsOn: survey.changedAt ? on(new Date(survey.changedAt)) : null,
  };
}

/** The page of a survey that closed before these answers arrived. It shows them once more. */
export function closedPage(
  context: SurveyContext,
  figures: FiguresAsOf,
  request: PageRequest,
  { now, answers, pause }: { now: Date; answers: Answers; pause: Pause | null },
) {
  const { language } = request;
  const answered = answeredView(context, answers, request);
  return (
    <SurveyPage
      shell={shellFor(context, request, pause)}
      site={request.site}
      survey={actionSummary(context, figures, { now, language })}
      changes={changesOf(context, language)}
      form={null}
      isUnderWay={false}
      notice="closed-meanwhile"
      dropped={null}
      unstored={Object.keys(answers).length > 0 ? answered : null}
    />
  );
}

export type ReviewState = {
  answers: Answers;
  person: Record<string, string>;
  /** Errors of the person's fields and of the form; the answers are valid. */
  errors: FieldError[];
  formToken: string;
  draft: string | null;
  pause: Pause | null;
  path: string | null;
};

/** Everything that will be sent, with the fields of the person who sends it. */
export function reviewPage(
  context: SurveyContext,
  request: PageRequest,
  settings: Settings,
  reviewed: ReviewState,
) {
  const { action, survey, sources } = context;
  const { language } = request;
  const { answers, person, errors, formToken, draft, pause } = reviewed;
  const source = sourceOf(person.source ?? request.source, sources);
  return (
    <ReviewPage
      shell={shellFor(context, request, pause, typedInto('review', reviewed, 'send'))}
      survey={{
        slug: action.slug,
        title: action.title[language],
        version: survey.version,
        addressedTo: addresseeOf(action, language),
      }}
      action={formAddress(action, request, 'responses')}
      sendAction={survey.carry.length > 0 ? sendAction(context, request) : null}
      {...answeredView(context, answers, request)}
      fields={rawOfAnswers(survey, answers)}
      hasWords={ownWords(survey, answers) !== ''}
      person={{
        ...districtQuestionOf(context.city, language),
        values: person,
        errors,
        showDistrict: Boolean(person.district) || errors.some(({ field }) => field === 'district'),
        asksStreet: action.asksStreet,
        partner: askingPartnerOf(source, sources)?.name[language] ?? null,
      }}
      source={source}
      formToken={formToken}
      draft={draft}
      forgetAction={formAddress(action, request, 'forget')}
      turnstileSiteKey={request.frame?.isIsolated ? null : (settings.turnstile?.siteKey ?? null)}
    />
  );
}

type Typed = Omit<TypedForm, 'action'> & { path: string | null };

/** The form of a page on which something was entered already. */
function typedInto(
  form: string,
  { path, errors }: { path: string | null; errors: unknown[] },
  enter: string,
): Typed {
  return { form, path, enter, isChecked: errors.length > 0 };
}

function enterOf(context: SurveyContext, shown: SurveyPageState): string {
  const part = partOf(context, shown);
  return part === null || part.n === part.of ? 'review' : 'next';
}

function shellFor(
  { action, campaign }: SurveyContext,
  request: PageRequest,
  pause: Pause | null,
  typed: Typed | null = null,
) {
  return {
    ...shellAt(request.language, typed?.path ?? pageAddress(action, request), campaign),
    isReadOnly: pause === 'read-only',
    frame: request.frame,
    typed: typed && { ...typed, action: formAddress(action, request, 'responses') },
  };
}

/** Breaks out of a frame: the city's page may not be framed. */
function sendAction({ action }: SurveyContext, { chosen }: PageRequest): string {
  return `/surveys/${action.slug}/send${chosen ? `?lang=${chosen}` : ''}`;
}

/** In words, without questions that these answers hide. */
function answeredView(context: SurveyContext, answers: Answers, { language }: PageRequest) {
  const visible = visibleQuestions(context.survey, answers);
  return {
    sections: askedSections(context.survey, visible).map((section) =>
      sectionView(context, section, language),
    ),
    answers,
    outcomes: suggestionOutcomes(context.survey, answers),
  };
}

function surveyForm(
  context: SurveyContext,
  request: PageRequest,
  shown: SurveyPageState,
): SurveyPageProps['form'] {
  const { action, survey, sources } = context;
  const { raw, person } = shown.entered;
  const sections = sectionsOfPage(context, shown);
  const here = sections.flatMap(({ questions }) => questions);
  const elsewhere = questionsOf(survey).filter(({ id }) => here.every((question) => question.id !== id));
  const { source = request.source, ...rest } = person;
  return {
    slug: action.slug,
    hasExit: context.campaign.care.hasExit,
    version: survey.version,
    action: formAddress(action, request, 'responses'),
    sections: sections.map((section) => {
      const view = sectionView(context, section, request.language);
      return { ...view, questions: view.questions.map((question) => onPage(question, here)) };
    }),
    part: partOf(context, shown),
    values: raw,
    outcomes: outcomesOnPage(survey, raw, districtsOf(context)),
    fromLink: shown.fromLink.questions,
    errors: shown.errors,
    carried: {
      ...rawOf(elsewhere, raw),
      ...Object.fromEntries(Object.entries(rest).map(([field, value]) => [field, [value]])),
    },
    source: sourceOf(source, sources),
    formToken: shown.formToken,
    draft: shown.draft,
    forgetAction: formAddress(action, request, 'forget'),
  };
}

/** A condition on a question of an earlier page is already decided, so it is not shown. */
function onPage(question: ShownQuestion, here: Question[]): ShownQuestion {
  const isOpen = here.some(({ id }) => id === question.showIf?.question);
  return isOpen ? question : { ...question, condition: null };
}

/** With the questions of this page. */
function sectionsOfPage(context: SurveyContext, { entered, section }: SurveyPageState): Section[] {
  const { survey } = context;
  if (survey.layout === 'one-page' || !section) return survey.sections;
  const { answers } = parseAnswers(survey, entered.raw, districtsOf(context));
  const visible = visibleQuestions(survey, answers);
  return [{ ...section, questions: questionsOfPage(section.questions, visible) }];
}

function partOf({ survey }: SurveyContext, { section }: SurveyPageState) {
  if (survey.layout === 'one-page' || !section) return null;
  return { n: survey.sections.findIndex(({ id }) => id === section.id) + 1, of: survey.sections.length };
}

function droppedOf({ survey }: SurveyContext, dropped: string[], { language }: PageRequest) {
  if (dropped.length === 0) return null;
  const isMeant = (id: string) => dropped.some((told) => new RegExp(`^answer\\.${id}[.=]`).test(told));
  const titles = questionsOf(survey)
    .filter(({ id }) => isMeant(id))
    .map(({ title }) => title[language]);
  return { n: dropped.length, titles };
}
