import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contradictionsIn } from '../../../worker/surveys/digest/answer-balance-rules.ts';
import { countedAtEndOf } from '../../../worker/surveys/digest/counted-rules.ts';
import { type SurveyPartSnapshot, surveyPartOf } from '../../../worker/surveys/digest/rules.ts';
import type { SurveyAnswer } from '../../../worker/surveys/kinds/kind.ts';
import type { Question } from '../../../worker/surveys/kinds/questions.ts';
import { scoreOf, suggestionOutcomes } from '../../../worker/surveys/measure-rules.ts';
import { questionsOf, type Survey } from '../../../worker/surveys/rules.ts';
import { everyKind } from '../every-kind.ts';
import { type Answered, byPlaceOf, countsOf, places, somebody } from './survey-sample.ts';

const districts = ['1', '2', '10'].map((code) => ({
  code,
  name: { en: `District ${code}`, es: `Distrito ${code}` },
  retired: false,
}));

function partOf(people: Answered[], more: Partial<SurveyPartSnapshot> = {}) {
  const snapshot = {
    survey: everyKind,
    answers: countsOf(people),
    answerChanges: [],
    sends: { opened: 0, reported: 0 },
    previousPart: null,
    words: [],
    ...more,
  };
  const counted = countedAtEndOf('2026-W45', snapshot.answers, snapshot.answerChanges);
  return surveyPartOf(snapshot, counted, { byPlace: byPlaceOf(people), districts });
}

const meanOf = (values: number[]) =>
  values.length === 0
    ? null
    : expect.closeTo(values.reduce((sum, value) => sum + value, 0) / values.length, 2);

function medianOf(values: number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  if (sorted.length === 0) return null;
  return expect.closeTo((sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2, 2);
}

/** As a list, because an answer may itself be a list. */
function answersTo({ id }: Question, { answers }: Answered): SurveyAnswer[] {
  const answer = answers[id];
  return answer === undefined ? [] : [answer];
}

/** The distribution, computed from the answers in the simplest way. */
function direct(question: Question, answers: SurveyAnswer[]): Record<string, unknown> {
  const numbers = answers as number[];
  const holds = (id: string) => answers.filter((answer) => [answer].flat().includes(id)).length;
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return { choices: question.options.map(({ id, label }) => ({ id, label, n: holds(id) })) };
    case 'district':
      return { choices: places.map((id) => expect.objectContaining({ id, n: holds(id) })) };
    case 'scale':
    case 'number':
      return { mean: meanOf(numbers), median: medianOf(numbers) };
    case 'ranking': {
      const order = answers as string[][];
      return {
        options: question.options.map(({ id, label }) => ({
          id,
          label,
          n: order.length,
          mean: meanOf(order.map((ids) => ids.indexOf(id) + 1)),
          firsts: order.filter((ids) => ids[0] === id).length,
        })),
      };
    }
    case 'allocation': {
      const spread = answers as Record<string, number>[];
      return {
        lines: question.lines.map(({ id, label, today }) => {
          const amounts = spread.map((amounts) => amounts[id] ?? 0);
          const against = (is: (change: number) => boolean) =>
            amounts.filter((amount) => is(amount - today)).length;
          const half = question.step / 2;
          return {
            ...{ id, label, today, n: amounts.length },
            ...{ mean: meanOf(amounts), median: medianOf(amounts) },
            raised: against((change) => change >= half),
            same: against((change) => Math.abs(change) < half),
            cut: against((change) => change <= -half),
          };
        }),
      };
    }
    default:
      return {};
  }
}

describe('what is told of a question', () => {
  test('is what the answers themselves say', () => {
    fc.assert(
      fc.property(fc.array(somebody, { maxLength: 40 }), (people) => {
        const part = partOf(people);
        for (const question of questionsOf(everyKind)) {
          const answers = people.flatMap((one) => answersTo(question, one));
          const told = part.questions.find(({ id }) => id === question.id);
          expect(told).toMatchObject({
            kind: question.kind,
            title: question.title,
            answered: answers.length,
            ...direct(question, answers),
          });
        }
        const scores = people.flatMap((one) => scoreOf(everyKind, one.answers) ?? []);
        expect(part.score).toEqual(scores.length > 0 ? { n: scores.length, mean: meanOf(scores) } : null);
        expect(part.earlier).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('says of each suggestion how many kept, changed and removed it', () => {
    fc.assert(
      fc.property(fc.array(somebody, { maxLength: 20 }), (people) => {
        const outcomes = people.map(({ answers }) => suggestionOutcomes(everyKind, answers));
        for (const { id, suggestion, answered } of partOf(people).questions) {
          const is = (outcome: string) => outcomes.filter((all) => all[id] === outcome).length;
          const isSuggested = answered > 0 && everyKind.suggestions.some(({ question }) => question === id);
          expect(suggestion).toEqual(
            isSuggested ? { kept: is('kept'), changed: is('changed'), removed: is('removed') } : null,
          );
        }
      }),
    );
  });

  test('holds no text that anybody wrote, and no ZIP code', () => {
    const answers = { support: 'yes', name: 'Roundabout', words: 'My own sentence', where: '28202' };
    const told = JSON.stringify(partOf(Array.from({ length: 9 }, () => ({ answers, place: '1' }))));
    for (const text of ['Roundabout', 'My own sentence', '28202']) expect(told).not.toContain(text);
    expect(partOf([{ answers, place: '1' }]).questions.find(({ id }) => id === 'words')).toMatchObject({
      answered: 1,
      kind: 'long-text',
    });
  });

  test('is that of the end of its week: what later weeks changed is taken off again', () => {
    fc.assert(
      fc.property(
        fc.array(somebody, { maxLength: 12 }),
        fc.array(somebody, { maxLength: 12 }),
        (then, later) => {
          const week = '2026-W46';
          const answers = countsOf([...then, ...later]);
          const answerChanges = countsOf(later).map((row) => ({ ...row, week }));
          const told = partOf(then, { answers, answerChanges });
          expect(told).toEqual(partOf(then));
        },
      ),
    );
  });

  test('of nobody is nothing, and no number that is none', () => {
    const part = partOf([]);
    expect(part.questions.map(({ answered, byArea }) => [answered, byArea])).toEqual(
      questionsOf(everyKind).map(() => [0, []]),
    );
    expect(JSON.stringify(part)).not.toMatch(/NaN|Infinity/);
    expect(part.questions.find(({ id }) => id === 'how-much')).toMatchObject({
      mean: null,
      values: [1, 2, 3, 4, 5].map((value) => ({ value, n: 0 })),
    });
  });
});

describe('a survey that has changed since people answered', () => {
  const answers = { support: 'no', order: ['a', 'b', 'c'], hours: 2, budget: { police: 40, fire: 60 } };
  const people = [{ answers, place: '1' }];
  /** The survey without some of its questions, options and lines. */
  const changed: Survey = {
    ...everyKind,
    sections: everyKind.sections.map((section) => ({
      ...section,
      questions: section.questions.flatMap((question): Question[] => {
        if (question.id === 'hours') return [];
        if (question.kind === 'single') return [{ ...question, options: question.options.slice(0, 1) }];
        if (question.kind === 'ranking') return [{ ...question, options: question.options.slice(1) }];
        if (question.kind === 'allocation') return [{ ...question, lines: question.lines.slice(1) }];
        return [question];
      }),
    })),
  };

  test('tells what it no longer asks under its earlier wording', () => {
    const before = partOf(people);
    const previousPart = { ...before, week: '2026-W44', sends: { opened: 0, reported: 0 } };
    const { earlier, questions } = partOf(people, { survey: changed, previousPart });
    expect(earlier.map(({ question, part, people, mean }) => [question, part, people, mean])).toEqual([
      ['budget', 'police', 1, 40],
      ['hours', null, 1, 2],
      ['hours', null, 1, null],
      ['order', 'a', 1, 1],
      ['support', 'no', 1, null],
    ]);
    expect(earlier.map(({ title, label }) => [title?.en, label?.en])).toEqual([
      ['Budget', 'Police'],
      ['Hours', undefined],
      ['Hours', undefined],
      ['Order', 'a'],
      ['Support?', 'No'],
    ]);
    expect(questions.find(({ id }) => id === 'support')).toMatchObject({ answered: 1, choices: [{ n: 0 }] });
  });

  test('knows the wording after the week in which it was gone, too', () => {
    const first = partOf(people);
    const sends = { opened: 0, reported: 0 };
    const second = partOf(people, { survey: changed, previousPart: { ...first, week: '2026-W44', sends } });
    const third = partOf(people, { survey: changed, previousPart: { ...second, week: '2026-W44', sends } });
    expect(third.earlier).toEqual(second.earlier);
  });

  test('still balances', () => {
    const counted = countedAtEndOf('2026-W45', countsOf(people), []);
    expect(contradictionsIn(counted, changed, { confirmed: 1, byPlace: byPlaceOf(people) })).toEqual([]);
  });
});

describe('the balance of answers', () => {
  const account = (people: Answered[]) => ({ confirmed: people.length, byPlace: byPlaceOf(people) });

  test('holds for whatever people answer', () => {
    fc.assert(
      fc.property(fc.array(somebody, { maxLength: 30 }), (people) => {
        const counted = countedAtEndOf('2026-W45', countsOf(people), []);
        expect(contradictionsIn(counted, everyKind, account(people))).toEqual([]);
      }),
    );
  });

  test('is broken by any count that is one too many or too few', () => {
    fc.assert(
      fc.property(
        fc.array(somebody, { minLength: 1, maxLength: 12 }),
        fc.nat(),
        fc.constantFrom(-1, 1),
        (people, at, by) => {
          const counts = countsOf(people);
          // The number that kept a suggestion cannot be checked against another number unless it is larger than the
          // number of answers.
          const touchable = counts.filter(({ question }) => !question.endsWith('~suggestion'));
          const touched = touchable[at % touchable.length]!;
          const wrong = counts.map((row) => (row === touched ? { ...row, n: row.n + by } : row));
          const counted = countedAtEndOf('2026-W45', wrong, []);
          expect(contradictionsIn(counted, everyKind, account(people))).not.toEqual([]);
        },
      ),
    );
  });

  test('is broken where more answered than count', () => {
    const people = [{ answers: { support: 'yes' }, place: '1' }];
    const counted = countedAtEndOf('2026-W45', countsOf(people), []);
    expect(contradictionsIn(counted, everyKind, account([]))).not.toEqual([]);
  });
});
