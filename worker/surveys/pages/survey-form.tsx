import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary, type SummaryLine } from '../../../web/components/error-summary.tsx';
import { Unseen } from '../../../web/components/person-fields.tsx';
import { PrivacyLink } from '../../../web/components/privacy-link.tsx';
import { type Language, message } from '../../../web/language.ts';
import type { Shell } from '../../../web/shell.ts';
import type { RawAnswers } from '../kinds/fields.ts';
import type { SuggestionOutcome } from '../measure-rules.ts';
import { clientWords } from './client-words.ts';
import { copy } from './copy.ts';
import { answerErrorLine, formErrorText } from './error-copy.ts';
import { Question } from './question.tsx';
import { nameOf, type ShownSection, type SurveyError } from './survey.ts';

export type SurveyFormProps = {
  slug: string;
  /** Whether the page has a quick exit. */
  hasExit: boolean;
  version: string;
  action: string;
  /** All sections on one page, or the one that is shown. */
  sections: ShownSection[];
  /** For a survey with one page per section; `n` starts at 1. */
  part: { n: number; of: number } | null;
  values: RawAnswers;
  /** By question, if it has a suggestion. */
  outcomes: Record<string, SuggestionOutcome>;
  /** Questions that the address of the page has filled in. */
  fromLink: string[];
  errors: SurveyError[];
  /** What was entered elsewhere: answers of other sections, and the person's fields. */
  carried: RawAnswers;
  source: string;
  formToken: string;
  /** The secret of the stored draft; null before the first step. */
  draft: string | null;
  forgetAction: string;
};

export function SurveyForm({ form, shell }: { form: SurveyFormProps; shell: Shell }) {
  const { language } = shell;
  const words = copy[language].form;
  const { part, sections } = form;
  const questions = sections.flatMap((section) => section.questions);
  return (
    <form
      class="survey"
      id="answers"
      method="post"
      action={form.action}
      autocomplete="off"
      novalidate
      data-survey={form.slug}
      data-forget={form.forgetAction}
      data-words={JSON.stringify(clientWords(language))}
    >
      <ErrorSummary language={language} lines={linesOf(form, language)} isFramed={Boolean(shell.frame)} />
      {part && <p class="kicker">{message(words.part, part, language)}</p>}
      {questions.some(({ suggestion }) => suggestion !== null) && <p>{words.suggestions}</p>}
      {sections.map((section) => (
        <section class="flow" id={`section-${section.id}`} aria-labelledby={`heading-${section.id}`}>
          <h2 id={`heading-${section.id}`}>{section.title}</h2>
          {section.help && <p>{section.help}</p>}
          {section.questions.map((question) => (
            <Question
              question={question}
              values={form.values}
              errors={form.errors}
              outcome={form.outcomes[question.id] ?? null}
              isFromLink={form.fromLink.includes(question.id)}
              language={language}
            />
          ))}
        </section>
      ))}
      <Carried
        fields={{
          ...form.carried,
          survey_version: [form.version],
          section: [sections[0]?.id ?? ''],
          draft: draftField(form.draft),
        }}
      />
      <Unseen form={{ ...form, turnstileSiteKey: null }} language={language} />
      <Steps part={part} language={language} />
      <PrivacyLink shell={shell} />
      <DraftNote {...form} language={language} />
    </form>
  );
}

/** Enter presses the first button. */
function Steps({ part, language }: { part: SurveyFormProps['part']; language: Language }) {
  const words = copy[language].form;
  const isLast = part === null || part.n === part.of;
  return (
    <p class="steps">
      {isLast ? (
        <Button name="step" value="review" working={words.reviewing}>
          {words.review}
        </Button>
      ) : (
        <Button name="step" value="next" working={words.working}>
          {words.next}
        </Button>
      )}
      {part !== null && part.n > 1 && (
        <Button name="step" value="back" working={words.working} secondary>
          {words.back}
        </Button>
      )}
    </p>
  );
}

/** What is stored of the answers so far. Before the first step only JavaScript stores something. */
export function DraftNote({
  draft,
  hasExit,
  forgetAction,
  language,
}: Pick<SurveyFormProps, 'draft' | 'hasExit' | 'forgetAction'> & { language: Language }) {
  const words = copy[language].form;
  return (
    <div class="small" data-draft hidden={draft === null}>
      {draft !== null && <p>{words.stored}</p>}
      <p data-tab hidden>
        {words.draft} {hasExit && words.draftExit}
      </p>
      <p>
        {draft === null ? (
          <button type="button" class="link">
            {words.forget}
          </button>
        ) : (
          <button type="submit" class="link" formaction={forgetAction}>
            {words.forget}
          </button>
        )}
      </p>
    </div>
  );
}

export function draftField(draft: string | null): string[] {
  return draft === null ? [] : [draft];
}

export function Carried({ fields }: { fields: RawAnswers }) {
  return (
    <>
      {Object.entries(fields).flatMap(([name, values]) =>
        values.map((value) => <input type="hidden" name={name} value={value} />),
      )}
    </>
  );
}

function linesOf({ errors, sections }: SurveyFormProps, language: Language): SummaryLine[] {
  const questions = sections.flatMap((section) => section.questions);
  return errors.map((error) => {
    const question = questions.find((one) => nameOf(one) === error.field);
    return question
      ? answerErrorLine(error, question, language)
      : { href: '#answers', text: formErrorText(language, error) };
  });
}
