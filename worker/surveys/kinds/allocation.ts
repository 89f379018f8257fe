import * as z from 'zod';
import { id, text } from '../../kits/atoms.ts';
import { say } from '../../kits/form-rules.ts';
import { unitAfter } from '../number-rules.ts';
import {
  type Allocation,
  amountFields,
  readAmounts,
  spelledAmounts,
  takeAmount,
} from './allocation-answers.ts';
import { type AllocationDistribution, type AllocationRow, allocationTally } from './allocation-tally.ts';
import { amountField, budgetLinesField, budgetLinesIn, unitField } from './form.ts';
import type { AnswerProblem, QuestionKind } from './kind.ts';
import { partValues } from './link.ts';
import { amountsIn } from './reading.ts';
import { amount, answers, kitQuestion, labelled, namesOnce, stepsFit, unit } from './schemas.ts';
import { surveyJsWords } from './surveyjs.ts';

const budgetLine = z.strictObject({
  id,
  label: text(200),
  today: amount.min(0).describe("What it gets now, in the question's unit"),
});

const schema = kitQuestion('allocation', {
  lines: z.array(budgetLine).min(2).max(50),
  total: amount.gt(0),
  step: amount.gt(0).default(1),
  unit: unit.describe('Set after the number, such as "%"'),
}).superRefine(({ lines, total, step }, context) => {
  namesOnce('lines', lines, context);
  stepsFit(total, step, 'total', context);
});

/** A budget: a total that is divided between lines, in steps. */
export const allocation: QuestionKind<Allocation, typeof schema, AllocationDistribution, AllocationRow> = {
  kind: 'allocation',
  kit: {
    schema,
    form: {
      name: say('A budget to share out', 'Un presupuesto por repartir'),
      fields: [
        budgetLinesField,
        amountField('total', say('To be shared out', 'Por repartir')),
        amountField('step', say('Smallest step', 'Paso más pequeño'), { optional: true }),
        unitField,
      ],
      parts: budgetLinesIn,
      answer: (question, named) => ({
        ...named,
        kind: 'group',
        fields: budgetLinesIn(question).map(({ value, label }) => amountField(value, label)),
      }),
    },
    own: ({ lines, total, step, unit }) => ({ lines, total, step, unit }),
    refusal,
  },
  api: {
    answer: answers.amounts,
    answerIs: 'the amount of each line by its id',
    shape: {
      lines: z.array(labelled.extend({ today: z.number() })),
      total: z.number(),
      step: z.number(),
      unit: z.string().nullable(),
    },
    own: ({ lines, total, step, unit }, language) => ({
      lines: lines.map(({ id, label, today }) => ({ id, label: label[language], today })),
      total,
      step,
      unit: unit[language],
    }),
  },
  parts: ({ lines }) => lines,
  answers: {
    byPart: true,
    read: readAmounts,
    fields: amountFields,
    prefill: takeAmount,
    spelled: spelledAmounts,
  },
  tally: allocationTally,
  link: {
    text({ lines, unit }, answer, { language, option }) {
      const amounts = amountsIn(answer);
      const after = unitAfter(unit[language], language).replace('\u00a0', ' ');
      return lines
        .filter(({ id }) => amounts[id] !== undefined)
        .map(({ id, label }) => `${option?.(id) ?? label[language]}: ${amounts[id]}${after}`)
        .join('\n');
    },
    values: (_question, answer, { field }) => partValues(Object.entries(amountsIn(answer)), field),
    mappable: ({ lines }) => lines.map(({ id }) => id),
  },
  surveyJs: {
    readers: {},
    keys: [],
    write: ({ lines, total, step, unit }) => ({
      element: {
        type: 'multipletext',
        items: lines.map(({ id, label }) => {
          return { name: id, title: surveyJsWords(label), inputType: 'number', min: 0, max: total, step };
        }),
      },
      lost: [
        {
          at: '',
          why: `is exported as one number for each line: nothing sees to it that they sum to ${total}`,
        },
        { at: '.lines', why: "today's amounts are not exported" },
        { at: '.unit', why: `is not exported: ${unit.en}` },
      ],
    }),
    compared: 'as-text',
  },
};

function refusal({ total }: Allocation, { code, values = {} }: AnswerProblem): string {
  if (code === 'does-not-sum' || code === 'missing') return `sums to ${values.sum ?? 0}, not to ${total}`;
  if (code === 'not-one-of') return `names ${values.line}, which is no line of the question`;
  if (values.line === undefined) return 'must be the amount of each line';
  return `gives ${values.line} an amount that is not in the steps from 0 to ${total}`;
}
