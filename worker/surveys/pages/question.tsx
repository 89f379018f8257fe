import type { Child } from 'hono/jsx';
import { copy as common } from '../../../web/components/copy.ts';
import { type Language, message } from '../../../web/language.ts';
import { AnswerFields, instructionOf, isGrouped } from './answer-fields.tsx';
import { answerLines, quoted, quotedList } from './answer-words.ts';
import { copy } from './copy.ts';
import { answerErrorText } from './error-copy.ts';
import {
  anchorOf,
  nameOf,
  type RawAnswers,
  type Stand,
  type SurveyError,
  type SurveyQuestion,
} from './survey.ts';

export type QuestionProps = {
  question: SurveyQuestion;
  values: RawAnswers;
  errors: SurveyError[];
  /** Of a question with a suggestion. */
  stand: Stand | null;
  /** Filled in by the address of the page. */
  isFromLink: boolean;
  language: Language;
};

/** A question in any of its kinds, with all that stands around its controls. */
export function Question(props: QuestionProps) {
  const { question, values, errors, language } = props;
  const found = errors.find(({ field }) => field === nameOf(question));
  const error = found ? answerErrorText(language, found, question) : null;
  const fields = <AnswerFields question={question} values={values} error={error} language={language} />;
  return isGrouped(question) ? (
    <Group {...props} error={error}>
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
function dataOf({ id, condition }: SurveyQuestion) {
  return { 'data-question': id, 'data-if': condition?.question, 'data-is': condition?.is.join(' ') };
}

function Group(props: QuestionProps & { error: string | null; children: Child }) {
  const { question, error, language, children } = props;
  const name = nameOf(question);
  const instruction = instructionOf(question, language);
  const hasHint = question.help !== null || instruction !== null;
  const described = [hasHint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return (
    <fieldset
      class={error ? 'choices question wrong' : 'choices question'}
      id={anchorOf(question)}
      aria-describedby={described || undefined}
      {...dataOf(question)}
    >
      <legend>
        {question.title} {!question.required && <span class="hint">{common[language].optional}</span>}
      </legend>
      <Condition {...props} />
      {hasHint && (
        <p class="hint" id={`${name}-hint`}>
          {[question.help, instruction].filter(Boolean).join(' ')}
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

/** Without a script every question is there, and says whom it is for. */
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

function Suggestion({ question, stand, isFromLink, language }: QuestionProps) {
  const { suggestion } = question;
  const words = copy[language].suggestion;
  if (!suggestion) return isFromLink ? <p class="suggested">{words.link}</p> : null;
  const mark = isFromLink && stand === 'changed' ? words.link : words[stand ?? 'removed'];
  return (
    <div class="suggested" data-suggested={JSON.stringify(suggestion.raw)}>
      <p data-mark>{mark}</p>
      <details>
        <summary>
          {words.why}
          <span class="unseen">: {question.title}</span>
        </summary>
        <ul class="plain">
          {answerLines(question, suggestion.answer, language).map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <p>{suggestion.reason}</p>
      </details>
      <p class="acts" hidden>
        {(['clear', 'restore'] as const).map((act) => (
          <button type="button" class="link" data-act={act}>
            {words[act]}
            <span class="unseen">: {question.title}</span>
          </button>
        ))}
      </p>
    </div>
  );
}
