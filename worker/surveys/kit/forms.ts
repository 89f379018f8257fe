import {
  addresseeField,
  closesField,
  codeField,
  linksField,
  opensField,
  sourceField,
  stateField,
} from '../../actions/kit-form-rules.ts';
import { type Field, type KitForms, namedOptions, same, say, stays, valueIn } from '../../kits/form-rules.ts';
import { countedByIt } from '../kinds/form.ts';
import { kindOptions } from '../kinds/questions.ts';
import { listAnswered } from '../kit-store.ts';
import { carryField } from './carry-forms.ts';
import {
  answerFieldOf,
  earlierQuestions,
  findQuestion,
  formOf,
  hasAnswers,
  publishedKind,
  questionsAround,
} from './form-questions.ts';

import { importTool } from './tools.ts';

const inAddresses = say(
  'Leave it empty, and it is made from the title.',
  'Déjelo vacío y se forma a partir del título.',
);

const showIf: Field = {
  kind: 'group',
  key: 'show_if',
  optional: true,
  head: 'question',
  label: say('Asked only after certain answers', 'Se pregunta solo tras ciertas respuestas'),
  fields: (around, showIf) => {
    const question = findQuestion(around, showIf.question);
    return [
      {
        kind: 'choice',
        key: 'question',
        standard: '',
        optional: true,
        label: say('To which earlier question', 'A qué pregunta anterior'),
        options: [
          { value: '', label: say('Always asked', 'Se pregunta siempre') },
          ...namedOptions(earlierQuestions(around), 'id', 'title'),
        ],
      },
      {
        kind: 'several',
        key: 'is',
        label: say('Answers', 'Respuestas'),
        hint: say(
          'Save once after choosing the question, and its answers are listed.',
          'Guarde una vez después de elegir la pregunta y aparecerán sus respuestas.',
        ),
        options: (question && formOf(question)?.values?.(question, around)) ?? [],
      },
    ];
  },
};

const question: readonly Field[] = [
  { kind: 'text', key: 'title', rows: 2, label: say('Question', 'Pregunta') },
  { kind: 'text', key: 'help', rows: 2, optional: true, label: say('Help with it', 'Ayuda para responder') },
  {
    kind: 'choice',
    key: 'kind',
    label: say('Kind of answer', 'Tipo de respuesta'),
    hint: say(
      'Save after choosing it, and its own fields are shown.',
      'Guarde después de elegirlo y aparecerán sus campos.',
    ),
    options: (around, group) => {
      const before = hasAnswers(around, group) ? publishedKind(around, group) : null;
      return before ? kindOptions.filter(({ value }) => value === before) : kindOptions;
    },
    // A draft may have changed the kind before anybody answered. Then it can be changed back.
    fixed: (around, group) =>
      hasAnswers(around, group) && (publishedKind(around, group) ?? group.kind) === group.kind
        ? say(
            'People have answered, so the kind stays. For another kind, add a new question.',
            'Ya hay respuestas, así que el tipo se queda. Para otro tipo, añada una pregunta nueva.',
          )
        : null,
  },
];

const questionEnd: readonly Field[] = [
  { kind: 'tick', key: 'required', label: say('An answer is needed', 'La respuesta es obligatoria') },
  showIf,
  {
    kind: 'slug',
    key: 'id',
    from: 'title',
    label: say('Short name', 'Nombre corto'),
    hint: say(
      'Answers are counted by it. Leave it empty, and it is made from the question.',
      'Las respuestas se cuentan por él. Déjelo vacío y se forma a partir de la pregunta.',
    ),
    fixed: (value, around) => (hasAnswers(around, { id: value }) ? countedByIt : null),
  },
];

const sections: Field = {
  kind: 'list',
  key: 'sections',
  hasPages: true,
  label: say('Sections', 'Secciones'),
  add: say('Add a section', 'Añadir una sección'),
  one: say('Section', 'Sección'),
  titles: ['title', 'id'],
  fields: [
    { kind: 'text', key: 'title', label: say('Title', 'Título') },
    { kind: 'text', key: 'help', rows: 3, optional: true, label: say('Text under it', 'Texto debajo') },
    {
      kind: 'list',
      key: 'questions',
      hasPages: true,
      label: say('Questions', 'Preguntas'),
      add: say('Add a question', 'Añadir una pregunta'),
      one: say('Question', 'Pregunta'),
      titles: ['title', 'id'],
      fresh: {},
      fields: (_around, group) => [...question, ...(formOf(group)?.fields ?? []), ...questionEnd],
    },
    { kind: 'slug', key: 'id', from: 'title', label: say('Short name', 'Nombre corto'), hint: inAddresses },
  ],
};

const suggestions: Field = {
  kind: 'list',
  key: 'suggestions',
  optional: true,
  label: say('Answers that you suggest', 'Respuestas que ustedes proponen'),
  hint: say(
    'Each with its reason. Residents can change them.',
    'Cada una con su razón. Cada residente puede cambiarlas.',
  ),
  add: say('Add a suggestion', 'Añadir una propuesta'),
  one: say('Suggestion', 'Propuesta'),
  titles: ['question'],
  fields: (around, group) => {
    const asked = findQuestion(around, group.question);
    const answer = asked && answerFieldOf(asked, { key: 'answer', label: say('Answer', 'Respuesta') });
    return [
      {
        kind: 'choice',
        key: 'question',
        label: say('Question', 'Pregunta'),
        hint: say(
          'Save after choosing it, and its answers are shown.',
          'Guarde después de elegirla y aparecerán sus respuestas.',
        ),
        options: namedOptions(questionsAround(around), 'id', 'title'),
      },
      ...(answer ? [answer] : []),
      { kind: 'text', key: 'reason', rows: 3, label: say('Reason', 'Razón') },
    ];
  },
};

/** A short link may fill in answers. */
const links: Field = {
  ...linksField,
  fields: (around) => [
    codeField,
    sourceField,
    {
      kind: 'group',
      key: 'answers',
      optional: true,
      label: say('Answers that it fills in', 'Respuestas que llena'),
      fields: questionsAround(around).flatMap((asked) => {
        const id = valueIn(asked, 'id');
        if (typeof id !== 'string') return [];
        const title = namedOptions([asked], 'id', 'title')[0]?.label ?? same(id);
        const field = answerFieldOf(asked, { key: id, label: title }, { inLink: true });
        return field ? [withNone(field)] : [];
      }),
    },
  ],
} as Field;

/** In a link, no answer is an answer too. */
function withNone(field: Field): Field {
  return field.kind === 'choice' ? { ...field, standard: '', optional: true } : { ...field, optional: true };
}

const survey: readonly Field[] = [
  { kind: 'text', key: 'title', label: say('Title', 'Título') },
  {
    kind: 'text',
    key: 'ask',
    rows: 2,
    label: say('What you want to know', 'Lo que quieren saber'),
    hint: say('One sentence. It is the headline.', 'Una sola frase. Es el titular.'),
  },
  { kind: 'text', key: 'text', rows: 8, isMarkdown: true, label: say('Text', 'Texto') },
  sections,
  {
    kind: 'choice',
    key: 'audience',
    standard: 'residents',
    label: say('Who answers', 'Quién responde'),
    options: [
      { value: 'residents', label: say('Residents', 'Residentes') },
      { value: 'organizations', label: say('Organizations', 'Organizaciones') },
    ],
  },
  {
    kind: 'choice',
    key: 'layout',
    standard: 'one-page',
    label: say('Pages', 'Páginas'),
    options: [
      { value: 'one-page', label: say('All on one page', 'Todo en una página') },
      { value: 'by-section', label: say('One page for each section', 'Una página por sección') },
    ],
  },
  addresseeField,
  stateField,
  opensField,
  closesField,
  suggestions,
  carryField,
  links,
  {
    kind: 'slug',
    key: 'slug',
    from: 'title',
    label: say('Name in its address', 'Nombre en su dirección'),
    hint: inAddresses,
    fixed: stays(say('The address is public, so it stays.', 'La dirección es pública, así que se queda.')),
  },
];

export const surveyForms: KitForms = {
  pages: [
    {
      slug: 'surveys',
      order: 80,
      at: '',
      title: say('Surveys', 'Encuestas'),
      about: say(
        'Questions, the answers you suggest, the way to the city’s own survey.',
        'Preguntas, las respuestas que proponen, el camino a la encuesta de la ciudad.',
      ),
      fields: [
        {
          kind: 'list',
          key: 'surveys',
          hasPages: true,
          optional: true,
          label: say('Surveys', 'Encuestas'),
          add: say('Add a survey', 'Añadir una encuesta'),
          one: say('Survey', 'Encuesta'),
          titles: ['title', 'slug'],
          fields: survey,
          tools: [importTool],
        },
      ],
    },
  ],
  kept: listAnswered,
};
