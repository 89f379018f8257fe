import {
  type Field,
  type Fields,
  type KitForms,
  listOf,
  namedOptions,
  say,
  stays,
  valueIn,
} from '../kits/form-rules.ts';
import { findKind } from '../surveys/kinds/questions.ts';

const address: Field = {
  kind: 'line',
  key: 'url',
  type: 'url',
  optional: true,
  label: say('Web address of the source', 'Dirección web de la fuente'),
};

const neededWithNumber = say('Needed with a number.', 'Hace falta con una cifra.');

/** A number with where it is from. Left empty, it waits to be filled in, and nobody sees it. */
function figureField(key: string, label: Field['label'], hint?: Field['label']): Field {
  return {
    ...{ kind: 'group', key, optional: true, label, ...(hint && { hint }) },
    fields: [
      { kind: 'line', key: 'amount', type: 'amount', optional: true, label: say('Number', 'Cifra') },
      {
        kind: 'text',
        key: 'source',
        label: say('Source', 'Fuente'),
        hint: neededWithNumber,
      },
      { kind: 'line', key: 'year', type: 'amount', label: say('Year', 'Año'), hint: neededWithNumber },
      {
        kind: 'line',
        key: 'page',
        optional: true,
        label: say('Page of the document', 'Página del documento'),
      },
      address,
    ],
  };
}

function surveyOf(kit: unknown, group: unknown) {
  const slug = valueIn(group, 'survey');
  return listOf(valueIn(kit, 'surveys')).filter((one) => slug === undefined || valueIn(one, 'slug') === slug);
}

/** The questions of amounts, of the survey that is chosen or of all. */
function questionsOf(kit: unknown, group: unknown): unknown[] {
  return surveyOf(kit, group)
    .flatMap((survey) => listOf(valueIn(survey, 'sections')))
    .flatMap((section) => listOf(valueIn(section, 'questions')))
    .filter((question) => findKind(String(valueIn(question, 'kind')))?.tally.amounts);
}

const answers: Field = {
  kind: 'group',
  key: 'answers',
  optional: true,
  label: say('What residents answered', 'Lo que respondieron los residentes'),
  fields: [
    {
      kind: 'choice',
      key: 'survey',
      label: say('Survey', 'Encuesta'),
      options: ({ kit }) => namedOptions(kit.surveys, 'slug', 'title'),
    },
    {
      kind: 'choice',
      key: 'question',
      label: say('Question', 'Pregunta'),
      options: ({ kit }, group) => namedOptions(questionsOf(kit, group), 'id', 'title'),
    },
    {
      kind: 'choice',
      key: 'line',
      label: say('Line of the question', 'Partida de la pregunta'),
      optional: true,
      options: ({ kit }, group) =>
        namedOptions(
          questionsOf(kit, group)
            .filter((one) => group.question === undefined || valueIn(one, 'id') === group.question)
            .flatMap((one) => listOf(valueIn(one, 'lines'))),
          'id',
          'label',
        ),
    },
    figureField(
      'one_is',
      say('What one of its unit is in dollars', 'Cuánto es una de sus unidades en dólares'),
      say('Such as 1% of the whole budget.', 'Por ejemplo, el 1 % de todo el presupuesto.'),
    ),
  ],
};

const lineFields: Fields = [
  { kind: 'text', key: 'name', label: say('Name', 'Nombre') },
  { kind: 'text', key: 'about', rows: 2, optional: true, label: say('What it is', 'Qué es') },
  figureField('adopted', say('Adopted last year', 'Aprobado el año pasado')),
  figureField('proposed', say('Proposed now', 'Propuesto ahora')),
  {
    kind: 'tick',
    key: 'asks',
    standard: false,
    label: say('The campaign asks something of this line', 'La campaña pide algo en esta partida'),
  },
  figureField('asked', say('What the campaign asks', 'Lo que pide la campaña')),
  answers,
  {
    kind: 'text',
    key: 'not_known',
    rows: 2,
    optional: true,
    label: say('What is not known', 'Lo que no se sabe'),
  },
  {
    kind: 'slug',
    key: 'slug',
    from: 'name',
    label: say('Short name', 'Nombre corto'),
  },
];

const concerns: Field = {
  kind: 'list',
  key: 'concerns',
  optional: true,
  label: say('For readers who are against it', 'Para quien está en contra'),
  hint: say(
    'What it costs, what doing nothing costs, and what it does not pay for.',
    'Lo que cuesta, lo que cuesta no hacerlo y lo que no se paga con ello.',
  ),
  add: say('Add a text', 'Añadir un texto'),
  one: say('Text', 'Texto'),
  titles: ['heading'],
  fields: [
    { kind: 'text', key: 'heading', label: say('Heading', 'Título') },
    { kind: 'text', key: 'text', rows: 5, isMarkdown: true, label: say('Text', 'Texto') },
    {
      kind: 'list',
      key: 'sources',
      label: say('Sources', 'Fuentes'),
      add: say('Add a source', 'Añadir una fuente'),
      one: say('Source', 'Fuente'),
      titles: ['name'],
      fields: [{ kind: 'text', key: 'name', label: say('Source', 'Fuente') }, address],
    },
  ],
};

const comparisonFields: Fields = [
  { kind: 'text', key: 'title', label: say('Title', 'Título') },
  { kind: 'text', key: 'lead', rows: 2, label: say('What it is about', 'De qué trata') },
  {
    kind: 'list',
    key: 'lines',
    hasPages: true,
    label: say('Lines', 'Partidas'),
    add: say('Add a line', 'Añadir una partida'),
    one: say('Line', 'Partida'),
    titles: ['name', 'slug'],
    fields: lineFields,
  },
  figureField('residents', say('How many people live there', 'Cuántas personas viven allí')),
  {
    kind: 'group',
    key: 'unit',
    optional: true,
    head: 'name',
    label: say('What the money buys', 'Lo que se paga con el dinero'),
    fields: [
      {
        kind: 'text',
        key: 'name',
        label: say('One of it', 'Una unidad'),
        hint: say('Such as: one officer trained.', 'Por ejemplo: un agente formado.'),
      },
      figureField('cost', say('What one costs', 'Cuánto cuesta una')),
    ],
  },
  {
    kind: 'text',
    key: 'not_known',
    rows: 2,
    optional: true,
    label: say('What is not known', 'Lo que no se sabe'),
  },
  concerns,
  {
    kind: 'text',
    key: 'share',
    rows: 3,
    optional: true,
    label: say('Text to share', 'Texto para compartir'),
    hint: say('{link} becomes the address.', '{link} se convierte en la dirección.'),
  },
  {
    kind: 'slug',
    key: 'slug',
    from: 'title',
    fixed: stays(
      say(
        'It stays: it is the address of a public page.',
        'No cambia: es la dirección de una página pública.',
      ),
    ),
    label: say('Short name', 'Nombre corto'),
  },
];

export const budgetForms: KitForms = {
  pages: [
    {
      slug: 'budget',
      order: 82,
      at: '',
      title: say('Budget', 'Presupuesto'),
      about: say(
        'Comparisons line by line. A number without a source is shown to nobody.',
        'Comparaciones partida por partida. Una cifra sin fuente no se muestra a nadie.',
      ),
      fields: [
        {
          kind: 'list',
          key: 'budget',
          optional: true,
          hasPages: true,
          label: say('Comparisons', 'Comparaciones'),
          add: say('Add a comparison', 'Añadir una comparación'),
          one: say('Comparison', 'Comparación'),
          titles: ['title', 'slug'],
          fields: comparisonFields,
        },
      ],
    },
  ],
};
