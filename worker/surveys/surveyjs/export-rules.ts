import type { Text } from '../../places/rules.ts';
import { kindOf, type Question } from '../kinds/questions.ts';
import { surveyJsWords as words } from '../kinds/surveyjs.ts';
import type { Survey } from '../rules.ts';
import type { Json, LeftOut } from './text-rules.ts';

export type Exported = Pick<Survey, 'sections' | 'suggestions' | 'carry'> & { title: Text; ask: Text };
type Districts = { code: string; name: Text }[];

/** A survey for SurveyJS. `lost` lists what SurveyJS cannot express. */
export function exportSurveyJs(survey: Exported, districts: Districts): { json: Json; lost: LeftOut[] } {
  const lost: LeftOut[] = [];
  const asked = survey.sections.flatMap(({ questions }) => questions);
  const pages = survey.sections.map(({ id, title, help, questions }, s) => ({
    name: id,
    title: words(title),
    ...(help && { description: words(help) }),
    elements: questions.map((question, q) => {
      const path = `sections[${s}].questions[${q}]`;
      const written = kindOf(question).surveyJs.write(question, districts);
      lost.push(...(written.lost ?? []).map(({ at, why }) => ({ path: path + at, why })));
      return { ...written.element, ...commonOf(question, asked) };
    }),
  }));
  for (const list of ['suggestions', 'carry'] as const) {
    if (survey[list].length > 0) lost.push({ path: list, why: 'SurveyJS has nothing of the kind' });
  }
  return { json: { title: words(survey.title), description: words(survey.ask), pages }, lost };
}

/** The properties that every element has. */
function commonOf({ id, title, help, required, showIf }: Question, asked: Question[]): Json {
  return {
    name: id,
    title: words(title),
    ...(help && { description: words(help) }),
    ...(required && { isRequired: true }),
    ...(showIf && { visibleIf: conditionOf(showIf, asked) }),
  };
}

function conditionOf({ question: id, is }: NonNullable<Question['showIf']>, asked: Question[]): string {
  const question = asked.find((one) => one.id === id);
  const compared = question ? kindOf(question).surveyJs.compared : 'as-text';
  const values = is.map((value) => (compared === 'as-number' ? value : `'${value}'`));
  if (compared === 'in-list' || values.length > 1) return `{${id}} anyof [${values.join(', ')}]`;
  return `{${id}} = ${values[0]}`;
}
