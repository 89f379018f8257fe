import { type ChoiceDistribution, labelIn, labelledIn } from '../options.ts';
import type { Single } from '../single.ts';
import { answeredLine, choicesInAreas, choiceTallyPage, mostChosen } from './choices.tsx';
import { controlsOfParts, Radios } from './controls.tsx';
import type { KindPage } from './page.ts';

export const singlePage: KindPage<Single, ChoiceDistribution<'single'>> = {
  isGrouped: true,
  controls: (question) => controlsOfParts(question, question.options),
  Fields: ({ question, values, language }) => (
    <Radios
      question={question}
      options={labelledIn(question.options, language)}
      values={values}
      language={language}
    />
  ),
  tally: {
    ...choiceTallyPage({ answered: answeredLine, findings: mostChosen(2) }),
    areas: choicesInAreas,
  },
  lines: ({ options }, answer, language) =>
    [answer].flat().map((id) => labelIn(options, String(id), language)),
};
