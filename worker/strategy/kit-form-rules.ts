import { type KitForms, namedOptions, say, valueAt } from '../kits/form-rules.ts';

export const strategyForms: KitForms = {
  pages: [
    {
      slug: 'strategy',
      order: 150,
      at: '',
      title: say('Stakeholders to begin with', 'Actores con los que empezar'),
      about: say(
        'Offices and organizations that the map of power begins with. Where they stand is entered in the console.',
        'Cargos y organizaciones con los que empieza el mapa de poder. Su postura se anota en la consola.',
      ),
      fields: [
        {
          kind: 'group',
          key: 'strategy',
          optional: true,
          label: say('Stakeholders', 'Actores'),
          fields: [
            {
              kind: 'list',
              key: 'stakeholders',
              label: say('Offices and organizations', 'Cargos y organizaciones'),
              hint: say(
                'Publishing adds those that are new. It never changes what was entered in the console.',
                'Al publicar se añaden los nuevos. Nunca cambia lo que se anotó en la consola.',
              ),
              add: say('Add an office or an organization', 'Añadir un cargo o una organización'),
              one: say('Office or organization', 'Cargo u organización'),
              titles: ['name', 'slug'],
              fields: [
                {
                  kind: 'text',
                  key: 'name',
                  label: say('Name', 'Nombre'),
                  hint: say('Never a person.', 'Nunca una persona.'),
                },
                {
                  kind: 'text',
                  key: 'about',
                  rows: 2,
                  optional: true,
                  label: say('What it is there for', 'De qué se ocupa'),
                },
                {
                  kind: 'choice',
                  key: 'kind',
                  label: say('Kind', 'Tipo'),
                  options: [
                    { value: 'decides', label: say('Decides and funds', 'Decide y financia') },
                    { value: 'police', label: say('Supports the police', 'Apoya a la policía') },
                    { value: 'survivors', label: say('Supports survivors', 'Apoya a sobrevivientes') },
                    { value: 'shares', label: say('Shares information', 'Comparte información') },
                  ],
                },
                {
                  kind: 'choice',
                  key: 'seat',
                  standard: '',
                  optional: true,
                  label: say('Seat on the council', 'Escaño en el concejo'),
                  options: ({ kit }) => [
                    { value: '', label: say('None', 'Ninguno') },
                    ...namedOptions(valueAt(kit, ['council', 'seats']), 'slug', 'title'),
                  ],
                },
                {
                  kind: 'slug',
                  key: 'slug',
                  from: 'name',
                  label: say('Short name', 'Nombre corto'),
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};
