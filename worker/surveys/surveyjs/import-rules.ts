import type { KitQuestion } from '../kinds/questions.ts';
import { kinds } from '../kinds/registry.ts';
import type { SurveyJsElement, SurveyJsRead } from '../kinds/surveyjs.ts';
import type { KitSurvey } from '../kit/schema.ts';
import { type Comparable, type ShowIf, showIfOf } from './condition-rules.ts';
import {
  arrayIn,
  type Import,
  idOf,
  isJson,
  type Json,
  type LeftOut,
  languageOf,
  nameFor,
  wordsOf,
} from './text-rules.ts';

type Section = KitSurvey['sections'][number];

const mostPages = 30;
const mostQuestions = 50;
/** Panels within panels. */
const deepest = 20;

/** Questions and pages met so far. */
type Met = Import & { ids: Set<string>; sections: Set<string>; before: Map<string, Comparable> };

/** A question or a panel with its condition. `isWider`: another condition around it is lost. */
type Placed = { element: unknown; path: string; visibleIf: string | null; isWider: boolean };

/** Turns a SurveyJS survey into the sections of a kit's survey, and lists what was changed or left out. */
export function importSurveyJs(json: unknown): { sections: Section[]; leftOut: LeftOut[] } {
  const survey = isJson(json) ? json : {};
  const problem = notSurveyJs(json);
  if (problem) return { sections: [], leftOut: [{ path: '(the file)', why: problem }] };
  const language = languageOf(survey.locale);
  const [lost, ids, sections] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const [locale, stood] = [String(survey.locale), new Set<string>()];
  const met: Met = { leftOut: [], language, locale, lost, stood, ids, sections, before: new Map() };
  for (const key of Object.keys(survey)) {
    if (!surveyKeys.has(key)) met.leftOut.push({ path: key, why: 'is not kept' });
  }
  const kept = sectionsIn(survey, met);
  if (stood.size > 0) met.leftOut.push({ path: 'locale', why: inThirdLanguage(locale) });
  if (lost.size > 0) {
    met.leftOut.push({ path: 'locale', why: `texts in ${[...lost].join(', ')} are not kept` });
  }
  return { sections: kept, leftOut: met.leftOut };
}

function inThirdLanguage(locale: string): string {
  return `is "${locale}", and a kit is in English and Spanish: where neither is written, such texts stand in both places and have to be translated`;
}

function sectionsIn(survey: Json, met: Met): Section[] {
  const pages = arrayIn(survey.pages);
  const alone = Array.isArray(survey.elements) || Array.isArray(survey.questions);
  if (pages.length > mostPages) {
    met.leftOut.push({ path: 'pages', why: `are more than ${mostPages}: the rest is left out` });
  }
  const sections = pages.slice(0, mostPages).map((page, i) => sectionOf(page, `pages[${i}]`, i, met));
  if (alone && pages.length === 0) sections.push(sectionOf(survey, '', 0, met));
  if (alone && pages.length > 0) met.leftOut.push({ path: 'elements', why: 'stand beside pages' });
  return sections.filter((section) => section !== null);
}

const lists = ['pages', 'elements', 'questions'] as const;

/** Why nothing can be read; null if it looks like a survey. */
function notSurveyJs(json: unknown): string | null {
  if (!isJson(json)) return 'is no survey of SurveyJS: that is an object with "pages" or "elements" in it';
  if (lists.some((list) => Array.isArray(json[list]))) return null;
  if (isJson(json.campaign) || Array.isArray(json.surveys)) {
    return 'is a kit, and no survey of SurveyJS: "export" goes the other way';
  }
  const [inside] =
    Object.entries(json).find(
      ([, value]) => isJson(value) && lists.some((list) => Array.isArray(value[list])),
    ) ?? [];
  return inside === undefined
    ? 'is no survey of SurveyJS: it has neither "pages" nor "elements"'
    : `holds its survey under "${inside}": import that part alone`;
}

/** Properties about appearance, and those that are read. The kit has its own title and ask. */
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

/** The properties that every element may have, and those that a kind reads. */
const questionKeys = new Set([
  ...['type', 'name', 'title', 'description', 'isRequired', 'visible', 'visibleIf', 'requiredErrorText'],
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
  if (isHidden(page)) {
    met.leftOut.push({ path: path || 'elements', why: 'is hidden: left out' });
    return null;
  }
  const at = (key: string) => (path === '' ? key : `${path}.${key}`);
  const elements = elementsIn(page, path, { visibleIf: conditionIn(page), isWider: false, depth: 0 }, met);
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
  const wanted = { path: `${path}.description`, longest: 1000, otherwise, mayBreak: true };
  const help = wordsOf(element.description, wanted, met);
  return help.en === '' ? undefined : help;
}

function conditionIn({ visibleIf }: Json): string | null {
  return typeof visibleIf === 'string' && visibleIf.trim() !== '' ? visibleIf : null;
}

/** Nobody sees it, unless a script of that survey shows it. A condition is stronger than this. */
function isHidden(element: Json): boolean {
  return element.visible === false && conditionIn(element) === null;
}

/** `depth` is the number of panels around. */
type Around = Pick<Placed, 'visibleIf' | 'isWider'> & { depth: number };

/** The questions of a page, including those of its panels. */
function elementsIn(container: Json, path: string, around: Around, met: Met): Placed[] {
  const { visibleIf, isWider } = around;
  return (['elements', 'questions'] as const).flatMap((list) =>
    arrayIn(container[list]).flatMap((element, i) => {
      const at = path === '' ? `${list}[${i}]` : `${path}.${list}[${i}]`;
      return isJson(element)
        ? placedIn(element, at, around, met)
        : [{ element, path: at, visibleIf, isWider }];
    }),
  );
}

/** A question, or the questions of a panel. */
function placedIn(element: Json, path: string, { visibleIf, isWider, depth }: Around, met: Met): Placed[] {
  if (isHidden(element)) {
    met.leftOut.push({ path, why: 'is hidden: left out' });
    return [];
  }
  const own = conditionIn(element);
  const isSecond = visibleIf !== null && own !== null;
  if (isSecond) {
    met.leftOut.push({ path, why: `stands under a second condition, which is not kept: ${visibleIf}` });
  }
  const placed = { visibleIf: own ?? visibleIf, isWider: isWider || isSecond };
  if (element.type !== 'panel') return [{ element, path, ...placed }];
  if (depth >= deepest) {
    met.leftOut.push({ path, why: `stands within more than ${deepest} panels: left out with what is in it` });
    return [];
  }
  if (element.title !== undefined || element.description !== undefined) {
    met.leftOut.push({ path, why: 'is a panel: its questions are kept, its words are not' });
  }
  return elementsIn(element, path, { ...placed, depth: depth + 1 }, met);
}

function asked({ element, path, visibleIf, isWider }: Placed, met: Met): KitQuestion[] {
  if (!isJson(element)) {
    met.leftOut.push({ path, why: 'is no question' });
    return [];
  }
  const name = String(element.name ?? '').trim();
  // Only a question that is kept uses up its id.
  const ids = new Set(met.ids);
  const id = idOf(name, 'question', ids);
  const { language, locale, lost, stood } = met;
  const notes: Import = { leftOut: [], language, locale, lost, stood };
  const named = nameFor(name, 300) || id;
  const otherwise = { en: named, es: named };
  const title = wordsOf(element.title, { path: `${path}.title`, longest: 300, otherwise }, notes);
  const help = helpOf(element, path, { ...met, ...notes });
  const condition = visibleIf === null ? null : showIfOf(visibleIf, met.before);
  const read = readElement({ element, path, into: notes });
  if (typeof read === 'string') {
    met.leftOut.push({ path, why: read });
    return [];
  }
  const isAskedOfMore = isWider || (visibleIf !== null && (condition?.isWider ?? true));
  const required = element.isRequired === true && !isAskedOfMore;
  tellOfCondition({ element, path, visibleIf, isWider }, { condition, isAskedOfMore }, notes);
  tellOfKeys(element, path, notes);
  met.leftOut.push(...notes.leftOut);
  met.ids.add(id);
  if (name !== '' && read.values) {
    met.before.set(name, { id, values: read.values, isList: severalAtOnce.has(read.own.kind) });
  }
  const common = {
    id,
    title,
    ...(help && { help }),
    required,
    ...(condition && { show_if: { question: condition.question, is: condition.is } }),
  };
  return [{ ...common, ...read.own } as KitQuestion];
}

/** Kinds whose answer is a list. */
const severalAtOnce = new Set(
  kinds.filter(({ surveyJs }) => surveyJs.compared === 'in-list').map(({ kind }) => kind as string),
);

function tellOfKeys(element: Json, path: string, { leftOut }: Import): void {
  for (const key of Object.keys(element)) {
    if (!questionKeys.has(key)) leftOut.push({ path: `${path}.${key}`, why: 'is not kept' });
  }
}

/** People who were not meant to be asked cannot be required to answer. */
function tellOfCondition(
  { element, path, visibleIf }: Placed,
  { condition, isAskedOfMore }: { condition: ShowIf | null; isAskedOfMore: boolean },
  { leftOut }: Import,
): void {
  if (visibleIf !== null && condition === null) {
    leftOut.push({ path, why: `is asked always, for a condition that is not kept: ${visibleIf}` });
  } else if (condition?.isWider) {
    leftOut.push({ path, why: `is asked also where other choices were made beside that one: ${visibleIf}` });
  }
  if (isAskedOfMore && isJson(element) && element.isRequired === true) {
    leftOut.push({ path: `${path}.isRequired`, why: 'is dropped: more people are asked than there' });
  }
}

/** A reader for the inputType is preferred to one for the type. */
function readElement(one: SurveyJsElement): SurveyJsRead {
  const { type = 'text', inputType = '' } = one.element;
  const reader = readers.get(`${type} ${inputType}`) ?? readers.get(String(type));
  return reader ? reader(one) : `is of a kind that surveys do not have here: ${type}`;
}

const readers = new Map(kinds.flatMap(({ surveyJs }) => Object.entries(surveyJs.readers)));
