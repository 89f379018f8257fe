import { type KitForms, same, say } from '../kits/form-rules.ts';
import { answers, care, fact, junctures, phases, texts, updates } from './kit-form-rules.ts';

export const campaignForms: KitForms = {
  pages: [
    {
      slug: 'campaign',
      order: 10,
      at: 'campaign',
      title: say('The campaign’s texts', 'Textos de la campaña'),
      about: say('Title, ask, summary, color, contact.', 'Título, petición, resumen, color, contacto.'),
      fields: texts,
    },
    {
      slug: 'facts',
      order: 30,
      at: 'campaign',
      title: say('Facts with sources', 'Datos con fuentes'),
      about: say('What readers can check for themselves.', 'Lo que los lectores pueden comprobar.'),
      fields: [
        {
          kind: 'group',
          key: 'headline_fact',
          optional: true,
          label: say('The fact on top', 'El dato principal'),
          hint: say(
            'Set large on the campaign’s page, its pictures and its posters.',
            'Se muestra grande en la página, las imágenes y los carteles.',
          ),
          fields: fact,
        },
        {
          kind: 'list',
          key: 'facts',
          optional: true,
          label: say('More facts', 'Más datos'),
          add: say('Add a fact', 'Añadir un dato'),
          one: say('Fact', 'Dato'),
          titles: ['statement', 'slug'],
          fields: fact,
        },
      ],
    },
    {
      slug: 'dates',
      order: 40,
      at: 'campaign',
      title: say('Phases and dates', 'Fases y fechas'),
      about: say('What happens when, and what is decided.', 'Qué pasa y cuándo, y qué se decide.'),
      fields: [phases, junctures],
    },
    {
      slug: 'updates',
      order: 50,
      at: 'campaign',
      title: say('News on the page', 'Noticias en la página'),
      about: say('For readers and feeds.', 'Para lectores y canales.'),
      fields: [updates],
    },
    {
      slug: 'answers',
      order: 60,
      at: 'campaign',
      title: say('Questions and answers', 'Preguntas y respuestas'),
      about: say('What people ask, with your answer.', 'Lo que la gente pregunta, con su respuesta.'),
      fields: [answers],
    },
    {
      slug: 'care',
      order: 70,
      at: 'campaign',
      title: say('Care and help lines', 'Cuidado y líneas de ayuda'),
      about: say(
        'For a campaign that people at risk may read.',
        'Para una campaña que lean personas en riesgo.',
      ),
      fields: care,
    },
    {
      slug: 'languages',
      order: 200,
      at: '',
      title: say('Languages', 'Idiomas'),
      about: say('In which the campaign speaks.', 'En los que habla la campaña.'),
      fields: [
        {
          kind: 'several',
          key: 'languages',
          standard: ['en', 'es'],
          label: say('Languages of the campaign', 'Idiomas de la campaña'),
          hint: say(
            'Every text has to be written in each of them.',
            'Cada texto debe estar escrito en cada uno de ellos.',
          ),
          options: [
            { value: 'en', label: same('English') },
            { value: 'es', label: same('Español') },
          ],
        },
      ],
    },
  ],
};
