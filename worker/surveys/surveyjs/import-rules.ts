import type { KitQuestion } from '../kinds/questions.ts';
import { kinds } from '../kinds/registry.ts';
import type { SurveyJsElement, SurveyJsRead } from '../kinds/surveyjs.ts';
import type { KitSurvey } from '../kit/schema.ts';
import { type Comparable, showIfOf } from './condition-rules.ts';
import { arrayIn, type Import, idOf, isJson, type Json, type LeftOut, wordsOf } from './text-rules.ts';

type Section = KitSurvey['sections'][number];

const mostPages = 30;
const mostQuestions = 50;

/** Questions and pages met so far. */
type Met = Import & { ids: Set<string>; sections: Set<string>; before: Map<string, Comparable> };

/** A question or a panel, and the condition that it stands under. */
type Placed = { element: unknown; path: string; visibleIf: string | null };

/** The sections of a kit's survey, of a survey made with SurveyJS; and what of it was not kept as it stood. */
export function importSurveyJs(json: unknown): { sections: Section[]; leftOut: LeftOut[] } {
  const survey = isJson(json) ? json : {};
  const language = String(survey.locale ?? '').startsWith('es') ? 'es' : 'en';
  const met: Met = { leftOut: [], language, ids: new Set(), sections: new Set(), before: new Map() };
  for (const key of Object.keys(survey)) {
    if (!surveyKeys.has(key)) met.leftOut.push({ path: key, why: 'is not kept' });
  }
  const pages = arrayIn(survey.pages);
  const alone = Array.isArray(survey.elements) || Array.isArray(survey.questions);
  if (pages.length > mostPages) {
    met.leftOut.push({ path: 'pages', why: `are more than ${mostPages}: the rest is left out` });
  }
  const sections = pages.slice(0, mostPages).map((page, i) => sectionOf(page, `pages[${i}]`, i, met));
  if (alone && pages.length === 0) sections.push(sectionOf(survey, '', 0, met));
  if (alone && pages.length > 0) met.leftOut.push({ path: 'elements', why: 'stand beside pages' });
  return { sections: sections.filter((section) => section !== null), leftOut: met.leftOut };
}

/** Those that say how it looks, and those that are read. A survey's title and its ask are a kit's own. */
const surveyKeys = new Set([
  ...[
    'pages',
    'elements',
    'questions',
    'locale',
    'title',
    'description',
    'logo',
    'logoPosition',
    'name',
    'version',
  ],
  ...['showProgressBar', 'progressBarType', 'showQuestionNumbers', 'questionTitleLocation', 'completeText'],
  ...[
    'pageNextText',
    'pagePrevText',
    'showTitle',
    'showPageTitles',
    'widthMode',
    'width',
    'requiredText',
    'theme',
  ],
  ...['sjsVersion', 'headerView', 'firstPageIsStarted', 'focusFirstQuestionAutomatic', 'checkErrorsMode'],
]);

/** Those that every element may have, and those that a kind reads. */
const questionKeys = new Set([
  ...['type', 'name', 'title', 'description', 'isRequired', 'visibleIf', 'requiredErrorText'],
  ...['rows', 'cols', 'colCount', 'size', 'autoGrow', 'width', 'minWidth', 'maxWidth', 'indent'],
  ...['startWithNewLine', 'titleLocation', 'descriptionLocation', 'hideNumber', 'placeholder'],
  ...['autocomplete', 'renderAs', 'displayMode', 'autoGenerate'],
  ...kinds.flatMap(({ surveyJs }) => surveyJs.keys),
]);

function sectionOf(page: unknown, path: string, index: number, met: Met): Section | null {
  if (!isJson(page)) {
    met.leftOut.push({ path, why: 'is no page' });
    return null;
  }
  const at = (key: string) => (path === '' ? key : `${path}.${key}`);
  const elements = elementsIn(page, path, conditionIn(page), met);
  const questions = elements.slice(0, mostQuestions).flatMap((placed) => asked(placed, met));
  if (elements.length > mostQuestions) {
    met.leftOut.push({
      path: path || 'elements',
      why: `has more than ${mostQuestions} questions: the rest is left out`,
    });
  }
  if (questions.length === 0) {
    met.leftOut.push({ path: path || 'elements', why: 'has no question that is kept' });
    return null;
  }
  const number = index + 1;
  const otherwise = { en: `Page ${number}`, es: `Página ${number}` };
  const title = wordsOf(
    path === '' ? undefined : page.title,
    { path: at('title'), longest: 120, otherwise },
    met,
  );
  const help = path === '' ? undefined : helpOf(page, path, met);
  const id = idOf(path === '' ? undefined : page.name, `page-${number}`, met.sections);
  return { id, title, ...(help && { help }), questions };
}

function helpOf(element: Json, path: string, met: Met) {
  const otherwise = { en: '', es: '' };
  const help = wordsOf(element.description, { path: `${path}.description`, longest: 1000, otherwise }, met);
  return help.en === '' ? undefined : help;
}

function conditionIn({ visibleIf }: Json): string | null {
  return typeof visibleIf === 'string' && visibleIf.trim() !== '' ? visibleIf : null;
}

/** The questions of a page, those of its panels among them. */
function elementsIn(container: Json, path: string, visibleIf: string | null, met: Met): Placed[] {
  return (['elements', 'questions'] as const).flatMap((list) =>
    arrayIn(container[list]).flatMap((element, i) => {
      const at = path === '' ? `${list}[${i}]` : `${path}.${list}[${i}]`;
      return isJson(element) ? placedIn(element, at, visibleIf, met) : [{ element, path: at, visibleIf }];
    }),
  );
}

/** A question alone; of a panel, its questions. */
function placedIn(element: Json, path: string, visibleIf: string | null, met: Met): Placed[] {
  const own = conditionIn(element);
  if (visibleIf !== null && own !== null) {
    met.leftOut.push({ path, why: `stands under a second condition, which is not kept: ${visibleIf}` });
  }
  const condition = own ?? visibleIf;
  if (element.type !== 'panel') return [{ element, path, visibleIf: condition }];
  if (element.title !== undefined || element.description !== undefined) {
    met.leftOut.push({ path, why: 'is a panel: its questions are kept, its words are not' });
  }
  return elementsIn(element, path, condition, met);
}

function asked({ element, path, visibleIf }: Placed, met: Met): KitQuestion[] {
  if (!isJson(element)) {
    met.leftOut.push({ path, why: 'is no question' });
    return [];
  }
  const name = String(element.name ?? '').trim();
  // An id is taken only by what is kept.
  const ids = new Set(met.ids);
  const id = idOf(name, 'question', ids);
  const notes: Import = { leftOut: [], language: met.language };
  const otherwise = { en: name.slice(0, 300) || id, es: name.slice(0, 300) || id };
  const title = wordsOf(element.title, { path: `${path}.title`, longest: 300, otherwise }, notes);
  const help = helpOf(element, path, { ...met, ...notes });
  const showIf = visibleIf === null ? null : showIfOf(visibleIf, met.before);
  const read = readElement({ element, path, into: notes });
  if (typeof read === 'string') {
    met.leftOut.push({ path, why: read });
    return [];
  }
  if (visibleIf !== null && !showIf) {
    notes.leftOut.push({ path, why: `is asked always, for a condition that is not kept: ${visibleIf}` });
  }
  for (const key of Object.keys(element)) {
    if (!questionKeys.has(key)) notes.leftOut.push({ path: `${path}.${key}`, why: 'is not kept' });
  }
  met.leftOut.push(...notes.leftOut);
  met.ids.add(id);
  if (name !== '' && read.values) met.before.set(name, { id, values: read.values });
  const common = {
    id,
    title,
    ...(help && { help }),
    required: element.isRequired === true,
    ...(showIf && { show_if: showIf }),
  };
  return [{ ...common, ...read.own } as KitQuestion];
}

/** A reader of that very sort of text goes before one of its type. */
function readElement(one: SurveyJsElement): SurveyJsRead {
  const { type = 'text', inputType = '' } = one.element;
  const reader = readers.get(`${type} ${inputType}`) ?? readers.get(String(type));
  return reader ? reader(one) : `is of a kind that surveys do not have here: ${type}`;
}

const readers = new Map(kinds.flatMap(({ surveyJs }) => Object.entries(surveyJs.readers)));
