import { type Language, message } from '../../../../web/language.ts';
import { fieldName } from '../fields.ts';
import type { Multiple } from '../multiple.ts';
import { type ChoiceDistribution, labelIn } from '../options.ts';
import { answeredLine, choicesInAreas, choiceTallyPage, mostChosen } from './choices.tsx';
import { controlsOfParts, Tick } from './controls.tsx';
import { copy } from './copy.ts';
import type { KindPage } from './page.ts';

export const multiplePage: KindPage<Multiple, ChoiceDistribution<'multiple'>> = {
  isGrouped: true,
  controls: (question) => controlsOfParts(question, question.options),
  instruction(question, language) {
    const { atLeast: least, atMost: most } = question;
    return message(limitsOf(question, language), { n: least > 1 ? least : most, least, most }, language);
  },
  Fields({ question, values, language }) {
    const name = fieldName(question.id);
    const chosen = values[name] ?? [];
    return (
      <>
        {question.options.map(({ id, label }) => (
          <Tick
            type="checkbox"
            name={name}
            value={id}
            label={label[language]}
            checked={chosen.includes(id)}
          />
        ))}
      </>
    );
  },
  tally: {
    ...choiceTallyPage({
      answered: (question, language) => `${answeredLine(question, language)} ${copy[language].told.several}`,
      findings: mostChosen(6),
    }),
    areas: choicesInAreas,
  },
  lines: ({ options }, answer, language) =>
    [answer].flat().map((id) => labelIn(options, String(id), language)),
};

function limitsOf({ atLeast, atMost, options }: Multiple, language: Language): string {
  const words = copy[language].field;
  if (atLeast === atMost) return words.chooseExactly;
  if (atMost >= options.length) return atLeast > 1 ? words.chooseAtLeast : words.chooseAll;
  return atLeast > 1 ? words.chooseBetween : words.chooseUpTo;
}
