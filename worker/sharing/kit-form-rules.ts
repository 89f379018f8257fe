import { type KitForms, namedOptions, say } from '../kits/form-rules.ts';

export const shareForms: KitForms = {
  pages: [
    {
      slug: 'share',
      order: 90,
      at: 'campaign',
      title: say('Texts to share', 'Textos para compartir'),
      about: say('Ready for messages, posts and email.', 'Listos para mensajes, redes y correo.'),
      fields: [
        {
          kind: 'list',
          key: 'share',
          optional: true,
          label: say('Texts', 'Textos'),
          add: say('Add a text', 'Añadir un texto'),
          one: say('Text', 'Texto'),
          titles: ['slug', 'text'],
          fields: [
            {
              kind: 'choice',
              key: 'kind',
              label: say('For', 'Para'),
              options: [
                { value: 'message', label: say('A message', 'Un mensaje') },
                { value: 'post', label: say('A post', 'Una publicación') },
                { value: 'email', label: say('An email', 'Un correo') },
              ],
            },
            {
              kind: 'choice',
              key: 'action',
              standard: '',
              optional: true,
              label: say('Leads to', 'Lleva a'),
              options: ({ kit }) => [
                { value: '', label: say('Any petition or survey', 'Cualquier petición o encuesta') },
                ...namedOptions(kit.petitions, 'slug', 'title'),
                ...namedOptions(kit.surveys, 'slug', 'title'),
              ],
            },
            {
              kind: 'text',
              key: 'subject',
              optional: true,
              label: say('Subject of the email', 'Asunto del correo'),
            },
            {
              kind: 'text',
              key: 'text',
              rows: 5,
              label: say('Text', 'Texto'),
              hint: say('Write {link} where the address goes.', 'Escriba {link} donde va la dirección.'),
            },
            { kind: 'slug', key: 'slug', from: 'text', label: say('Short name', 'Nombre corto') },
          ],
        },
      ],
    },
  ],
};
