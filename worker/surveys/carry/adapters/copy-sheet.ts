import * as z from 'zod';
import { kindOf } from '../../kinds/questions.ts';
import { answeredQuestions, questionsOf } from '../../rules.ts';
import type { Carried, CarryInput, CopyLine } from './adapter.ts';
import { askedQuestions, httpsAt } from './config.ts';

export function copyConfig(host: RegExp, where: string) {
  return z.strictObject({ url: httpsAt(host, where), questions: askedQuestions });
}

type CopyConfig = z.infer<ReturnType<typeof copyConfig>>;

/** For a tool that takes no answers from its address: everything is copied by hand, in the tool's order. */
export function sheetFor(input: CarryInput<CopyConfig>): Carried {
  const { survey, config, language, districts } = input;
  const answers = new Map(
    answeredQuestions(survey, input.answers).map(({ question, answer }) => [question.id, answer]),
  );
  const questions = new Map(questionsOf(survey).map((question) => [question.id, question]));
  const asked = new Map(config.questions.map((one) => [one.question, one]));
  const toCopy = [...asked.values()].flatMap(({ question: id, text, options }): CopyLine[] => {
    const [question, answer] = [questions.get(id), answers.get(id)];
    if (!question || answer === undefined) return [];
    const option = (own: string) => options?.[own]?.[language];
    return [
      {
        question: id,
        theirs: (text ?? question.title)[language],
        answer: kindOf(question).link.text(question, answer, { language, districts, option }),
        ...(!text && { isOurs: true as const }),
      },
    ];
  });
  return {
    url: config.url,
    carried: [],
    toCopy,
    warnings: [...answers.keys()]
      .filter((id) => !asked.has(id))
      .map((question) => ({ question, code: 'not-asked' })),
  };
}
