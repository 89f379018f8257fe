import fc from 'fast-check';
import { countedAtEndOf } from '../../../worker/surveys/digest/counted-rules.ts';
import { surveyPartOf } from '../../../worker/surveys/digest/rules.ts';
import type { ReadableSurvey } from '../../../worker/surveys/digest/survey-tally-rules.ts';
import type { AnswerCount } from '../../../worker/surveys/kinds/counted.ts';
import { storedMeasure } from '../../../worker/surveys/kinds/measure.ts';
import { measuresOf } from '../../../worker/surveys/measure-rules.ts';
import type { Answers, Survey } from '../../../worker/surveys/rules.ts';
import { sampleTally } from '../../digests/sample.ts';
import { everyKind, validAnswers } from '../every-kind.ts';

export type Answered = { answers: Answers; place: string };

export const places = ['1', '2', '10', 'outside', 'unknown'];
export const somebody: fc.Arbitrary<Answered> = fc.record({
  answers: validAnswers,
  place: fc.constantFrom(...places),
});

/** The counts that the triggers would make of these responses. */
export function countsOf(people: Answered[], survey: Survey = everyKind): AnswerCount[] {
  const counts = new Map<string, AnswerCount>();
  const count = (row: Omit<AnswerCount, 'n'>) => {
    const id = JSON.stringify([row.question, row.place, row.key]);
    const known = counts.get(id) ?? { ...row, n: 0, total: 0 };
    counts.set(id, { ...known, n: known.n + 1, total: known.total + row.total });
  };
  for (const { answers, place } of people) {
    for (const { q, k, t, p } of measuresOf(survey, answers).map(storedMeasure)) {
      count({ question: q, place: '', key: k, total: t });
      if (p !== null) count({ question: q, place, key: p, total: t });
    }
  }
  return [...counts.values()];
}

/** The counts of the same people by place. */
export function byPlaceOf(people: Answered[]) {
  return places.map((place) => ({
    place,
    name: null,
    confirmed: people.filter((one) => one.place === place).length,
  }));
}

/** An invented week of a survey with a question of every kind and so many responses. */
export function sampleSurvey(people: number): ReadableSurvey {
  const all = Array.from({ length: people }, (_, n) => personOf(n));
  const byPlace = byPlaceOf(all);
  const snapshot = {
    ...{ survey: everyKind, answers: countsOf(all), answerChanges: [], previousPart: null, words: [] },
    sends: { opened: Math.floor(people / 2), reported: Math.floor(people / 3) },
  };
  const petition = sampleTally().petitions[0]!;
  const account = { ...petition.account, confirmed: people, received: people + 108 };
  return {
    ...petition,
    ...{ slug: 'every-kind', title: { en: 'A budget for all', es: 'Un presupuesto para todos' } },
    ...{ confirmed: people, change: people, changeSince: null, account, byPlace, corrections: [] },
    thresholds: { reached: [], next: null },
    ...surveyPartOf(snapshot, countedAtEndOf('2026-W45', snapshot.answers, []), { byPlace, districts: [] }),
    words: people > 0 ? [{ place: '1', name: null, text: 'Please do it this year.' }] : [],
  };
}

function personOf(n: number): Answered {
  const isFor = n % 3 > 0;
  return {
    place: places[n % 2] ?? '1',
    answers: {
      support: isFor ? 'yes' : 'no',
      ...(isFor ? {} : { 'why-not': ['cost'], 'how-much': 4 }),
      order: isFor ? ['b', 'a', 'c'] : ['c', 'b', 'a'],
      budget: isFor ? { police: 35, fire: 30, parks: 35 } : { police: 45, fire: 30, parks: 25 },
      hours: 1.5,
      words: 'Please do it this year.',
    },
  };
}
