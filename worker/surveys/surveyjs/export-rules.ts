import type { Text } from '../../places/rules.ts';
import { assertNever } from '../../platform/result.ts';
import type { Question, QuestionOf, Survey } from '../rules.ts';
import type { Json, LeftOut } from './text-rules.ts';

export type Exported = Pick<Survey, 'sections' | 'suggestions' | 'carry'> & { title: Text; ask: Text };
type Districts = { code: string; name: Text }[];

/** For SurveyJS; `lost` is what it does not have. */
export function exportSurveyJs(survey: Exported, districts: Districts): { json: Json; lost: LeftOut[] } {
  const lost: LeftOut[] = [];
  const kinds = new Map(
    survey.sections.flatMap(({ questions }) => questions).map((one) => [one.id, one.kind]),
  );
  const pages = survey.sections.map(({ id, title, help, questions }, s) => ({
    name: id,
    title: words(title),
    ...(help && { description: words(help) }),
    elements: questions.map((question, q) => {
      const path = `sections[${s}].questions[${q}]`;
      lost.push(...lostOf(question, path));
      return elementOf(question, { districts, kinds });
    }),
  }));
  for (const list of ['suggestions', 'carry'] as const) {
    if (survey[list].length > 0) lost.push({ path: list, why: 'SurveyJS has nothing of the kind' });
  }
  return { json: { title: words(survey.title), description: words(survey.ask), pages }, lost };
}

function words({ en, es }: Text): string | Json {
  return en === es ? en : { default: en, es };
}

type Known = { districts: Districts; kinds: Map<string, Question['kind']> };

function elementOf(question: Question, known: Known): Json {
  const { id, title, help, required, showIf } = question;
  return {
    ...kindOf(question, known.districts),
    name: id,
    title: words(title),
    ...(help && { description: words(help) }),
    ...(required && { isRequired: true }),
    ...(showIf && { visibleIf: conditionOf(showIf, known.kinds.get(showIf.question)) }),
  };
}

function conditionOf(
  { question, is }: NonNullable<Question['showIf']>,
  kind: Question['kind'] | undefined,
): string {
  const values = is.map((value) => (kind === 'scale' ? value : `'${value}'`));
  if (kind === 'multiple' || values.length > 1) return `{${question}} anyof [${values.join(', ')}]`;
  return `{${question}} = ${values[0]}`;
}

function kindOf(question: Question, districts: Districts): Json {
  switch (question.kind) {
    case 'single':
      return { type: 'radiogroup', choices: choicesOf(question) };
    case 'multiple':
      return { type: 'checkbox', choices: choicesOf(question), ...limitsOf(question) };
    case 'ranking':
      return { type: 'ranking', choices: choicesOf(question) };
    case 'scale':
      return ratingOf(question);
    case 'number':
      return { type: 'text', inputType: 'number', min: question.min, max: question.max, step: question.step };
    case 'allocation':
      return amountsOf(question);
    case 'short-text':
      return { type: 'text', maxLength: question.longest };
    case 'long-text':
      return { type: 'comment', maxLength: question.longest };
    case 'zip':
      return { type: 'text', maxLength: 10 };
    case 'district':
      return { type: 'dropdown', choices: districtsOf(districts) };
    default:
      return assertNever(question);
  }
}

function choicesOf({ options }: QuestionOf<'single' | 'multiple' | 'ranking'>): Json[] {
  return options.map(({ id, label, score }) => {
    return { value: id, text: words(label), ...(score !== null && { score }) };
  });
}

function limitsOf({ options, atLeast, atMost }: QuestionOf<'multiple'>): Json {
  return {
    ...(atLeast > 0 && { minSelectedChoices: atLeast }),
    ...(atMost < options.length && { maxSelectedChoices: atMost }),
  };
}

function ratingOf({ from, to, fromLabel, toLabel }: QuestionOf<'scale'>): Json {
  return {
    type: 'rating',
    rateMin: from,
    rateMax: to,
    ...(fromLabel && { minRateDescription: words(fromLabel) }),
    ...(toLabel && { maxRateDescription: words(toLabel) }),
  };
}

function amountsOf({ lines, total, step }: QuestionOf<'allocation'>): Json {
  const number = { inputType: 'number', min: 0, max: total, step };
  return {
    type: 'multipletext',
    items: lines.map(({ id, label }) => ({ name: id, title: words(label), ...number })),
  };
}

function districtsOf(districts: Districts): Json[] {
  return [
    ...districts.map(({ code, name }) => ({ value: code, text: words(name) })),
    { value: 'outside', text: { default: 'Outside the city', es: 'Fuera de la ciudad' } },
    { value: 'unknown', text: { default: 'I do not know', es: 'No lo sé' } },
  ];
}

function lostOf(question: Question, path: string): LeftOut[] {
  switch (question.kind) {
    case 'allocation': {
      const { total, unit } = question;
      return [
        {
          path,
          why: `is exported as one number for each line: nothing sees to it that they sum to ${total}`,
        },
        { path: `${path}.lines`, why: "today's amounts are not exported" },
        { path: `${path}.unit`, why: `is not exported: ${unit.en}` },
      ];
    }
    case 'number':
      return question.unit ? [{ path: `${path}.unit`, why: `is not exported: ${question.unit.en}` }] : [];
    case 'long-text':
      return question.inOwnWords
        ? [{ path: `${path}.in_own_words`, why: 'is exported as any other long text' }]
        : [];
    case 'zip':
      return [{ path, why: 'is exported as a text: nothing sees to it that it is a ZIP' }];
    case 'district':
      return [{ path, why: "is exported as a choice among today's districts" }];
    default:
      return [];
  }
}
