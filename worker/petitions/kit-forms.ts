import {
  addresseeField,
  closesField,
  linksField,
  opensField,
  stateField,
} from '../actions/kit-form-rules.ts';
import { type KitForms, say, stays } from '../kits/form-rules.ts';

export const petitionForms: KitForms = {
  pages: [
    {
      slug: 'petitions',
      order: 20,
      at: '',
      title: say('Petitions', 'Peticiones'),
      about: say(
        'Texts, thresholds, to whom, from when to when.',
        'Textos, metas, a quién se dirigen, desde y hasta cuándo.',
      ),
      fields: [
        {
          kind: 'list',
          key: 'petitions',
          hasPages: true,
          label: say('Petitions', 'Peticiones'),
          add: say('Add a petition', 'Añadir una petición'),
          one: say('Petition', 'Petición'),
          titles: ['title', 'slug'],
          fields: [
            { kind: 'text', key: 'title', label: say('Title', 'Título') },
            {
              kind: 'text',
              key: 'ask',
              rows: 2,
              label: say('What it asks for', 'Lo que pide'),
              hint: say('One sentence. It is the headline.', 'Una sola frase. Es el titular.'),
            },
            {
              kind: 'text',
              key: 'text',
              rows: 16,
              isMarkdown: true,
              label: say('Text that people sign', 'Texto que la gente firma'),
              hint: say(
                'An empty line makes a paragraph, ## makes a heading, - a list, **two stars** bold.',
                'Una línea vacía separa párrafos, ## pone un título, - una lista, **dos asteriscos** negritas.',
              ),
            },
            addresseeField,
            stateField,
            opensField,
            closesField,
            {
              kind: 'list',
              key: 'thresholds',
              optional: true,
              label: say('Thresholds', 'Metas'),
              hint: say('From the smallest to the largest.', 'De la más pequeña a la más grande.'),
              add: say('Add a threshold', 'Añadir una meta'),
              one: say('Threshold', 'Meta'),
              titles: ['name'],
              fields: [
                { kind: 'line', key: 'signatures', type: 'amount', label: say('Signatures', 'Firmas') },
                { kind: 'text', key: 'name', label: say('What happens then', 'Qué pasa entonces') },
              ],
            },
            {
              kind: 'tick',
              key: 'asks_street',
              label: say('The form asks for the street', 'El formulario pide la calle'),
              hint: say(
                'Only where a rule of the council asks for it. It is never shown.',
                'Solo si una norma del concejo lo exige. Nunca se muestra.',
              ),
            },
            linksField,
            {
              kind: 'slug',
              key: 'slug',
              from: 'title',
              label: say('Name in its address', 'Nombre en su dirección'),
              hint: say(
                '/petitions/NAME. Leave it empty, and it is made from the title.',
                '/petitions/NOMBRE. Déjelo vacío y se forma a partir del título.',
              ),
              fixed: stays(
                say('The address is public, so it stays.', 'La dirección es pública, así que se queda.'),
              ),
            },
          ],
        },
      ],
    },
  ],
};
