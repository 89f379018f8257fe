import { type Language, message } from '../../../web/language.ts';
import type { SurveyAnswer } from '../kinds/kind.ts';
import { pageOf } from '../kinds/pages/page-of.ts';
import type { SuggestionOutcome } from '../measure-rules.ts';
import { quoted } from './answer-words.ts';
import { copy } from './copy.ts';
import { anchorOf, type ShownQuestion, type ShownSection } from './survey.ts';

export type AnsweredProps = {
  /** With the questions that this person was asked. */
  sections: ShownSection[];
  answers: Record<string, SurveyAnswer>;
  outcomes: Record<string, SuggestionOutcome>;
  /** The target of the "Change" buttons; null if nothing can be changed. */
  changeAction: string | null;
  language: Language;
};

/** Every answer in words, and the outcomes of the campaign's suggestions. */
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

type RowProps = Omit<AnsweredProps, 'sections'> & { question: ShownQuestion };

function Row({ question, answers, outcomes, changeAction, language }: RowProps) {
  const words = copy[language].review;
  const answer = answers[question.id];
  const lines = answer === undefined ? [] : pageOf(question).lines(question, answer, language);
  const title = question.title[language];
  const outcome = outcomes[question.id];
  return (
    <div>
      <dt>{title}</dt>
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
        {outcome && <p class="small">{words[outcome]}</p>}
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
              {message(words.changeOf, { question: quoted(title, language) }, language)}
            </span>
          </button>
        )}
      </dd>
    </div>
  );
}
