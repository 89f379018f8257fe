import type { Language } from '../../../../web/language.ts';
import { tallyPageOf } from '../../kinds/pages/page-of.ts';
import type { EarlierAnswer } from '../earlier-rules.ts';
import type { QuestionTally } from '../rules.ts';
import { AnswersByArea } from './survey-areas.tsx';

export type QuestionAnswersProps = {
  question: QuestionTally;
  earlier: EarlierAnswer[];
  city: string;
  language: Language;
};

/** The answers to one question: chart, table, and by district. */
export function QuestionAnswers(props: QuestionAnswersProps) {
  const { question, language } = props;
  const { answered, Answers } = tallyPageOf(question);
  return (
    <div class="flow asked">
      <h3>{question.title[language]}</h3>
      {Answers && question.answered > 0 ? <Answers {...props} /> : <p>{answered(question, language)}</p>}
      <AnswersByArea {...props} />
    </div>
  );
}
