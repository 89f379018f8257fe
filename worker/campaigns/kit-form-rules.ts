import { type Field, linesField, say } from '../kits/form-rules.ts';

export const fact: readonly Field[] = [
  {
    kind: 'text',
    key: 'statement',
    rows: 3,
    label: say('What is so', 'Lo que es cierto'),
    hint: say('One or two sentences that a reader can check.', 'Una o dos frases que se puedan comprobar.'),
  },
  {
    kind: 'text',
    key: 'figure',
    optional: true,
    label: say('Its figure', 'Su cifra'),
    hint: say('To be set very large, such as “90%”.', 'Se muestra muy grande; por ejemplo, «90 %».'),
  },
  {
    kind: 'group',
    key: 'source',
    label: say('Where it is from', 'De dónde sale'),
    fields: [
      { kind: 'text', key: 'name', label: say('Who says so, and where', 'Quién lo dice, y dónde') },
      { kind: 'line', key: 'year', type: 'amount', label: say('Year', 'Año') },
      {
        kind: 'line',
        key: 'url',
        type: 'url',
        optional: true,
        label: say('Address of the source', 'Dirección de la fuente'),
      },
    ],
  },
  slugFrom('statement'),
];

/** A name for addresses and feeds. */
function slugFrom(from: string): Field {
  return {
    kind: 'slug',
    key: 'slug',
    from,
    label: say('Short name', 'Nombre corto'),
    hint: say(
      'Lower-case letters, digits and hyphens. Leave it empty, and it is made from the text.',
      'Letras minúsculas, cifras y guiones. Déjelo vacío y se forma a partir del texto.',
    ),
  };
}

export const texts: readonly Field[] = [
  { kind: 'text', key: 'title', label: say('Title', 'Título') },
  {
    kind: 'text',
    key: 'ask',
    rows: 2,
    label: say('What you ask for', 'Lo que piden'),
    hint: say('One sentence. It is the headline.', 'Una sola frase. Es el titular.'),
  },
  {
    kind: 'text',
    key: 'summary',
    rows: 10,
    isMarkdown: true,
    label: say('What it is about', 'De qué se trata'),
    hint: say(
      'The text of the campaign’s page. An empty line makes a paragraph, **two stars** make bold.',
      'El texto de la página de la campaña. Una línea vacía separa párrafos, **dos asteriscos** ponen negritas.',
    ),
  },
  {
    kind: 'choice',
    key: 'accent',
    standard: 'navy',
    label: say('Color', 'Color'),
    options: [
      { value: 'navy', label: say('Navy', 'Azul marino') },
      { value: 'teal', label: say('Teal', 'Verde azulado') },
      { value: 'forest', label: say('Forest green', 'Verde bosque') },
      { value: 'plum', label: say('Plum', 'Ciruela') },
      { value: 'brick', label: say('Brick', 'Ladrillo') },
    ],
  },
  {
    kind: 'line',
    key: 'contact_email',
    type: 'email',
    label: say('Email of the campaign', 'Correo de la campaña'),
    hint: say('Public. Readers write to it.', 'Es público. Allí escriben los lectores.'),
  },
  linesField({
    key: 'hashtags',
    optional: true,
    label: say('Hashtags', 'Etiquetas para redes'),
    hint: say(
      'One on each line, such as #OpenTheLibrary.',
      'Una por línea; por ejemplo, #AbranLaBiblioteca.',
    ),
  }),
  {
    kind: 'line',
    key: 'retention_days',
    type: 'amount',
    optional: true,
    label: say('Days until personal data is erased', 'Días hasta borrar los datos personales'),
    hint: say(
      'Counted from the day an action closes; 180 if empty. The counts stay.',
      'Desde el día en que cierra una acción; 180 si queda vacío. Las cifras se conservan.',
    ),
  },
  {
    kind: 'slug',
    key: 'slug',
    label: say('Name in addresses', 'Nombre en las direcciones'),
    fixed: (_value, { published }) =>
      published &&
      say(
        'It is part of public addresses, so it stays.',
        'Forma parte de direcciones públicas, así que se queda.',
      ),
  },
];

export const phases: Field = {
  kind: 'list',
  key: 'phases',
  label: say('Phases', 'Fases'),
  optional: true,
  add: say('Add a phase', 'Añadir una fase'),
  one: say('Phase', 'Fase'),
  titles: ['name'],
  fields: [
    { kind: 'text', key: 'name', label: say('Name', 'Nombre') },
    { kind: 'text', key: 'summary', rows: 3, label: say('What happens in it', 'Qué pasa en ella') },
    { kind: 'line', key: 'starts_on', type: 'date', label: say('First day', 'Primer día') },
    { kind: 'line', key: 'ends_on', type: 'date', optional: true, label: say('Last day', 'Último día') },
    slugFrom('name'),
  ],
};

export const junctures: Field = {
  kind: 'list',
  key: 'junctures',
  label: say('Days on which something is decided', 'Días en que se decide algo'),
  optional: true,
  add: say('Add a day', 'Añadir un día'),
  one: say('Day', 'Día'),
  titles: ['name'],
  fields: [
    { kind: 'text', key: 'name', label: say('Name', 'Nombre') },
    { kind: 'line', key: 'on', type: 'date', label: say('Date', 'Fecha') },
    { kind: 'text', key: 'summary', rows: 3, label: say('What happens', 'Qué pasa') },
    {
      kind: 'text',
      key: 'decides',
      optional: true,
      label: say('What is decided', 'Qué se decide'),
    },
    slugFrom('name'),
  ],
};

export const updates: Field = {
  kind: 'list',
  key: 'updates',
  label: say('News', 'Noticias'),
  optional: true,
  add: say('Add news', 'Añadir una noticia'),
  one: say('News', 'Noticia'),
  titles: ['title'],
  fields: [
    { kind: 'text', key: 'title', label: say('Title', 'Título') },
    {
      kind: 'line',
      key: 'on',
      type: 'date',
      label: say('Day', 'Día'),
      hint: say('It is shown from this day on.', 'Se muestra desde ese día.'),
    },
    { kind: 'text', key: 'text', rows: 6, isMarkdown: true, label: say('Text', 'Texto') },
    {
      ...slugFrom('title'),
      hint: say(
        'Feeds know the news by it, so leave it as it is once the news is public.',
        'Los canales reconocen la noticia por él: no lo cambie cuando ya sea pública.',
      ),
    },
  ],
};

export const answers: Field = {
  kind: 'list',
  key: 'questions_and_answers',
  label: say('Questions and answers', 'Preguntas y respuestas'),
  optional: true,
  add: say('Add a question', 'Añadir una pregunta'),
  one: say('Question', 'Pregunta'),
  titles: ['question'],
  fields: [
    { kind: 'text', key: 'question', label: say('Question', 'Pregunta') },
    { kind: 'text', key: 'answer', rows: 5, isMarkdown: true, label: say('Answer', 'Respuesta') },
  ],
};

export const care: readonly Field[] = [
  {
    kind: 'group',
    key: 'care',
    optional: true,
    label: say('For readers at risk', 'Para lectores en riesgo'),
    fields: [
      {
        kind: 'tick',
        key: 'exit',
        label: say(
          'Every page has a button that leaves it at once',
          'Cada página tiene un botón para salir de inmediato',
        ),
      },
      {
        kind: 'text',
        key: 'no_details',
        optional: true,
        label: say('Beside every free text', 'Junto a cada texto libre'),
        hint: say(
          'Asks people to leave out what does not belong there.',
          'Pide no escribir lo que no debe estar ahí.',
        ),
      },
      {
        kind: 'group',
        key: 'help',
        optional: true,
        label: say('Where there is help', 'Dónde hay ayuda'),
        fields: [
          { kind: 'text', key: 'heading', label: say('Heading', 'Encabezado') },
          {
            kind: 'list',
            key: 'lines',
            label: say('Help lines', 'Líneas de ayuda'),
            hint: say('The first one stands on posters, too.', 'La primera también va en los carteles.'),
            add: say('Add a help line', 'Añadir una línea de ayuda'),
            one: say('Help line', 'Línea de ayuda'),
            titles: ['name'],
            fields: [
              { kind: 'text', key: 'name', label: say('Name', 'Nombre') },
              { kind: 'line', key: 'phone', type: 'tel', label: say('Phone', 'Teléfono') },
              {
                kind: 'text',
                key: 'hours',
                optional: true,
                label: say('When somebody answers', 'Cuándo contestan'),
              },
            ],
          },
          { kind: 'text', key: 'note', optional: true, label: say('Note', 'Nota') },
        ],
      },
    ],
  },
];
