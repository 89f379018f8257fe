import { type Language, message } from '../../../web/language.ts';
import { answerLines, quoted } from './answer-words.ts';
import { copy } from './copy.ts';
import { type Answer, anchorOf, type Stand, type SurveyQuestion, type SurveySection } from './survey.ts';

export type AnsweredProps = {
  /** With the questions that were asked of this person. */
  sections: SurveySection[];
  answers: Record<string, Answer>;
  stands: Record<string, Stand>;
  /** Where pressing "Change" sends the form; null where nothing can be changed. */
  changeAction: string | null;
  language: Language;
};

/** Every answer in words, and what became of the campaign's suggestions. */
export function Answered({ sections, language, ...rest }: AnsweredProps) {
  return (
    <>
      {sections
        .filter(({ questions }) => questions.length > 0)
        .map((section) => (
          <section>
            <h2>{section.title}</h2>
            <dl class="held answers">
              {section.questions.map((question) => (
                <Row question={question} language={language} {...rest} />
              ))}
            </dl>
          </section>
        ))}
    </>
  );
}

type RowProps = Omit<AnsweredProps, 'sections'> & { question: SurveyQuestion };

function Row({ question, answers, stands, changeAction, language }: RowProps) {
  const words = copy[language].review;
  const lines = answerLines(question, answers[question.id], language);
  const stand = stands[question.id];
  return (
    <div>
      <dt>{question.title}</dt>
      <dd>
        {lines.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <ul class="plain">
            {lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        )}
        {stand && <p class="small">{words[stand]}</p>}
        {changeAction !== null && (
          <button
            class="link"
            type="submit"
            name="edit"
            value={question.id}
            formaction={`${changeAction}#${anchorOf(question)}`}
          >
            {words.change}
            <span class="unseen">
              {' '}
              {message(words.changeOf, { question: quoted(question.title, language) }, language)}
            </span>
          </button>
        )}
      </dd>
    </div>
  );
}
