import type { Child } from 'hono/jsx';
import { copy as common } from '../../../web/components/copy.ts';
import { type Language, message } from '../../../web/language.ts';
import type { RawAnswers } from '../kinds/fields.ts';
import { pageOf } from '../kinds/pages/page-of.ts';
import type { SuggestionOutcome } from '../measure-rules.ts';
import { quoted, quotedList } from './answer-words.ts';
import { copy } from './copy.ts';
import { answerErrorText } from './error-copy.ts';
import { anchorOf, nameOf, type ShownQuestion, type SurveyError } from './survey.ts';

export type QuestionProps = {
  question: ShownQuestion;
  values: RawAnswers;
  errors: SurveyError[];
  /** For a question with a suggestion. */
  outcome: SuggestionOutcome | null;
  /** Whether the page's address filled it in. */
  isFromLink: boolean;
  language: Language;
};

/** A question of any kind, with the texts around its controls. */
export function Question(props: QuestionProps) {
  const { question, values, errors, language } = props;
  const { isGrouped, isFreeText, instruction, Fields } = pageOf(question);
  const found = errors.find(({ field }) => field === nameOf(question));
  const error = found ? answerErrorText(language, found, question) : null;
  const hint = [
    question.help?.[language],
    isFreeText && question.noDetails,
    instruction?.(question, language),
  ]
    .filter(Boolean)
    .join(' ');
  const fields = <Fields {...{ question, values, hint, error, language }} />;
  return isGrouped ? (
    <Group {...props} hint={hint} error={error}>
      {fields}
    </Group>
  ) : (
    <div class="question" id={anchorOf(question)} {...dataOf(question)}>
      <Condition {...props} />
      {fields}
      <Suggestion {...props} />
    </div>
  );
}

/** For the script. */
function dataOf({ id, condition }: ShownQuestion) {
  return { 'data-question': id, 'data-if': condition?.question, 'data-is': condition?.is.join(' ') };
}

function Group(props: QuestionProps & { hint: string; error: string | null; children: Child }) {
  const { question, hint, error, language, children } = props;
  const name = nameOf(question);
  const described = [hint !== '' && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return (
    <fieldset
      class={error ? 'choices question wrong' : 'choices question'}
      id={anchorOf(question)}
      aria-describedby={described || undefined}
      {...dataOf(question)}
    >
      <legend>
        {question.title[language]}{' '}
        {!question.required && <span class="hint">{common[language].optional}</span>}
      </legend>
      <Condition {...props} />
      {hint !== '' && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${name}-error`}>
          <span class="unseen">{common[language].errorPrefix} </span>
          {error}
        </p>
      )}
      <Suggestion {...props} />
      {children}
    </fieldset>
  );
}

/** Without JavaScript every question is shown and says when it applies. */
function Condition({ question, language }: QuestionProps) {
  const { condition } = question;
  if (!condition) return null;
  const answers = quotedList(condition.labels, language);
  const words = copy[language].field.condition;
  return (
    <p class="condition small">
      {message(words, { answers, question: quoted(condition.title, language) }, language)}
    </p>
  );
}

function Suggestion({ question, outcome, isFromLink, language }: QuestionProps) {
  const { suggestion } = question;
  const words = copy[language].suggestion;
  if (!suggestion) return isFromLink ? <p class="suggested">{words.link}</p> : null;
  const mark = isFromLink && outcome === 'changed' ? words.link : words[outcome ?? 'removed'];
  const title = question.title[language];
  return (
    <div class="suggested" data-suggested={JSON.stringify(suggestion.raw)}>
      <p data-mark>{mark}</p>
      <details>
        <summary>
          {words.why}
          <span class="unseen">: {title}</span>
        </summary>
        <ul class="plain">
          {pageOf(question)
            .lines(question, suggestion.answer, language)
            .map((line) => (
              <li>{line}</li>
            ))}
        </ul>
        <p>{suggestion.reason}</p>
      </details>
      <p class="acts" hidden>
        {(['clear', 'restore'] as const).map((act) => (
          <button type="button" class="link" data-act={act}>
            {words[act]}
            <span class="unseen">: {title}</span>
          </button>
        ))}
      </p>
    </div>
  );
}
