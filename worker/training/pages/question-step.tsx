import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { type Language, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import type { Shell } from '../../../web/shell.ts';
import type { ShownQuestion } from '../shown.ts';
import { copy } from './copy.ts';
import { Place, StepForm, type StepFormProps } from './step-form.tsx';

export type QuestionStepProps = {
  shell: Shell;
  form: StepFormProps;
  /** Of the lesson. */
  title: string;
  question: ShownQuestion;
  /** The place of the answer that was just given. */
  chosen: number | null;
  /** Right, or tried twice: then every answer is shown with its reason. */
  isDone: boolean;
  isMissing: boolean;
};

/** A situation to decide on, or what became of the answer. */
export function QuestionStep(props: QuestionStepProps) {
  const { shell, form, title, question, chosen, isDone, isMissing } = props;
  const { language } = shell;
  const words = copy[language];
  const lines = isMissing ? [{ href: '#answer-0', text: words.missing }] : [];
  return (
    <Layout shell={shell} title={`${words.question}: ${title}`} noindex isError={isMissing}>
      <div class="flow column">
        <ErrorSummary language={language} lines={lines} />
        <Place shell={shell} form={form} />
        <h1>{title}</h1>
        <p class="lead">{question.situation}</p>
        {isDone && <Reasons question={question} chosen={chosen} language={language} />}
        {!isDone && chosen !== null && <WrongOnce question={question} chosen={chosen} language={language} />}
        {isDone || chosen !== null ? (
          <StepForm
            shell={shell}
            form={form}
            step={isDone ? 'next' : 'again'}
            button={isDone ? words.goOn : words.again}
          >
            {chosen !== null && <input type="hidden" name="chosen" value={String(chosen)} />}
          </StepForm>
        ) : (
          <StepForm shell={shell} form={form} step="answer" button={words.answer}>
            <Choices question={question} isMissing={isMissing} language={language} />
          </StepForm>
        )}
      </div>
    </Layout>
  );
}

type About = { question: ShownQuestion; language: Language };

function Choices({ question, isMissing, language }: About & { isMissing: boolean }) {
  const words = copy[language];
  return (
    <fieldset class="choices" aria-describedby={isMissing ? 'answer-error' : undefined}>
      <legend>{words.choose}</legend>
      {isMissing && (
        <p class="error" id="answer-error">
          {words.missing}
        </p>
      )}
      {question.answers.map(({ text }, i) => (
        <div class="field tick">
          <input id={`answer-${i}`} name="answer" type="radio" value={String(i)} autocomplete="off" />
          <label for={`answer-${i}`}>{text}</label>
        </div>
      ))}
    </fieldset>
  );
}

function WrongOnce({ question, chosen, language }: About & { chosen: number }) {
  const answer = question.answers[chosen];
  const words = copy[language];
  return (
    <div class="notice" role="status">
      <p>
        <b>{words.wrongOnce}</b>
      </p>
      <p>{message(words.chosen, { answer: answer?.text ?? '' }, language)}</p>
      <p>{answer?.reason}</p>
    </div>
  );
}

function Reasons({ question, chosen, language }: About & { chosen: number | null }) {
  const words = copy[language];
  const wasRight = chosen !== null && question.answers[chosen]?.isRight === true;
  return (
    <>
      {chosen !== null && (
        <p role="status">
          <b>{wasRight ? words.right : words.wrongTwice}</b>
        </p>
      )}
      <ul class="flow">
        {question.answers.map(({ text, reason, isRight }, i) => {
          const marks = [isRight && words.rightAnswer, i === chosen && words.yours].filter(Boolean);
          return (
            <li>
              <b>{text}</b>
              {marks.length > 0 && ` (${marks.join(', ')})`}
              <br />
              {reason}
            </li>
          );
        })}
      </ul>
    </>
  );
}
