import { type Field, say } from '../../kits/form-rules.ts';

export const guestsFields: readonly Field[] = [
  {
    kind: 'text',
    key: 'for_whom',
    optional: true,
    label: say('Offices that it is for', 'Cargos a los que se dirige'),
    hint: say(
      'Empty where it is for everybody. Could so many members of one body come that it is a public meeting? Ask the clerk or the city attorney before you invite.',
      'Vacío si es para todos. ¿Podrían venir tantos miembros de un mismo órgano que sea una reunión pública? Pregunte antes a la secretaría o a los abogados de la ciudad.',
    ),
  },
  {
    kind: 'choice',
    key: 'entry',
    standard: 'open',
    label: say('Who can come', 'Quién puede venir'),
    options: [
      { value: 'open', label: say('Everybody', 'Todas las personas') },
      { value: 'invitation', label: say('Who is invited', 'Quien tiene invitación') },
    ],
  },
  {
    kind: 'text',
    key: 'take_home',
    rows: 2,
    optional: true,
    label: say('What people take home', 'Lo que la gente se lleva'),
  },
  {
    kind: 'list',
    key: 'materials',
    optional: true,
    label: say('Materials', 'Materiales'),
    add: say('Add a link', 'Añadir un enlace'),
    one: say('Link', 'Enlace'),
    titles: ['label'],
    fields: [
      { kind: 'text', key: 'label', label: say('Name', 'Nombre') },
      { kind: 'line', key: 'url', type: 'url', label: say('Address', 'Dirección') },
    ],
  },
  {
    kind: 'choice',
    key: 'quoting',
    optional: true,
    label: say('Telling others', 'Contarlo a otros'),
    options: [
      { value: 'on-record', label: say('Who said what may be told', 'Se puede contar quién dijo qué') },
      {
        value: 'chatham-house',
        label: say('What, but not who (Chatham House Rule)', 'Qué, pero no quién (regla de Chatham House)'),
      },
      { value: 'no-press', label: say('Without press', 'Sin prensa') },
    ],
  },
];
