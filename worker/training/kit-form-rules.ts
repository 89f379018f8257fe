import { type Field, type KitForms, reviewFields, say, stays } from '../kits/form-rules.ts';

const sources: Field = {
  kind: 'list',
  key: 'sources',
  label: say('Sources', 'Fuentes'),
  add: say('Add a source', 'Añadir una fuente'),
  one: say('Source', 'Fuente'),
  titles: ['name'],
  fields: [
    { kind: 'line', key: 'name', label: say('Source', 'Fuente') },
    { kind: 'line', key: 'url', type: 'url', optional: true, label: say('Its address', 'Su dirección') },
  ],
};

const lesson: Field = {
  kind: 'list',
  key: 'lesson',
  label: say('Lesson', 'Lección'),
  add: say('Add a part', 'Añadir una parte'),
  one: say('Part', 'Parte'),
  titles: ['heading'],
  fields: [
    { kind: 'text', key: 'heading', label: say('Heading', 'Título') },
    { kind: 'text', key: 'text', rows: 6, isMarkdown: true, label: say('Text', 'Texto') },
    sources,
  ],
};

const questions: Field = {
  kind: 'list',
  key: 'questions',
  label: say('Questions', 'Preguntas'),
  add: say('Add a question', 'Añadir una pregunta'),
  one: say('Question', 'Pregunta'),
  titles: ['situation', 'slug'],
  fields: [
    {
      kind: 'text',
      key: 'situation',
      rows: 3,
      label: say('Situation', 'Situación'),
      hint: say('What somebody may meet. No real person.', 'Lo que alguien puede encontrar. Nadie real.'),
    },
    {
      kind: 'list',
      key: 'answers',
      label: say('Answers', 'Respuestas'),
      add: say('Add an answer', 'Añadir una respuesta'),
      one: say('Answer', 'Respuesta'),
      titles: ['text'],
      fields: [
        { kind: 'text', key: 'text', label: say('Answer', 'Respuesta') },
        {
          kind: 'text',
          key: 'reason',
          rows: 2,
          label: say('Why it is right or wrong', 'Por qué es correcta o no'),
        },
        { kind: 'tick', key: 'right', standard: false, label: say('The right one', 'La correcta') },
      ],
    },
    {
      kind: 'slug',
      key: 'slug',
      fixed: stays(
        say(
          'It stays: the numbers of its answers are kept under it.',
          'No cambia: con él se guardan los números de sus respuestas.',
        ),
      ),
      label: say('Short name', 'Nombre corto'),
    },
  ],
};

const lessons: Field = {
  kind: 'list',
  key: 'lessons',
  optional: true,
  hasPages: true,
  label: say('Lessons', 'Lecciones'),
  add: say('Add a lesson', 'Añadir una lección'),
  one: say('Lesson', 'Lección'),
  titles: ['title', 'slug'],
  fields: [
    { kind: 'text', key: 'title', label: say('Title', 'Título') },
    { kind: 'text', key: 'lead', label: say('What it is about', 'De qué trata') },
    lesson,
    questions,
    ...reviewFields,
    {
      kind: 'slug',
      key: 'slug',
      from: 'title',
      fixed: stays(
        say(
          'It stays: it is in addresses, and numbers are kept under it.',
          'No cambia: está en direcciones y con él se guardan números.',
        ),
      ),
      label: say('Short name', 'Nombre corto'),
    },
  ],
};

export const trainingForms: KitForms = {
  pages: [
    {
      slug: 'training',
      order: 87,
      at: '',
      title: say('Training', 'Formación'),
      about: say(
        'Short lessons with questions for everybody. Each claim needs its source.',
        'Lecciones cortas con preguntas para todos. Cada afirmación necesita su fuente.',
      ),
      fields: [
        {
          kind: 'group',
          key: 'training',
          optional: true,
          label: say('Training', 'Formación'),
          fields: [
            { kind: 'text', key: 'name', label: say('Name', 'Nombre') },
            { kind: 'text', key: 'lead', rows: 2, label: say('What it is about', 'De qué trata') },
            {
              kind: 'text',
              key: 'certificate',
              label: say('What the certificate says', 'Lo que dice el certificado'),
            },
            {
              kind: 'text',
              key: 'share',
              rows: 3,
              optional: true,
              label: say('Text to share', 'Texto para compartir'),
              hint: say('{link} becomes the address.', '{link} se convierte en la dirección.'),
            },
          ],
        },
        lessons,
      ],
    },
  ],
};
