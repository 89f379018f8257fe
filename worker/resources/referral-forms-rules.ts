import type { Text } from '../../web/language.ts';
import { type Field, type FormPage, namedOptions, reviewFields, say } from '../kits/form-rules.ts';

const stepOf = (key: string, label: Text): Field => ({
  kind: 'group',
  key,
  label,
  fields: [
    {
      kind: 'list',
      key: 'do',
      isPlain: true,
      label: say('What to do', 'Qué hacer'),
      add: say('Add a step', 'Añadir un paso'),
      one: say('Step', 'Paso'),
      fields: [{ kind: 'text', key: '', rows: 2, label: say('Step', 'Paso') }],
    },
    {
      kind: 'several',
      key: 'services',
      optional: true,
      standard: [],
      label: say('Whom to call', 'A quién llamar'),
      options: ({ kit }) => namedOptions(kit.services, 'slug', 'name'),
    },
  ],
});

const source: Field = {
  kind: 'group',
  key: 'source',
  label: say('Where it is from', 'De dónde sale'),
  fields: [
    { kind: 'line', key: 'name', label: say('Source', 'Fuente') },
    { kind: 'line', key: 'url', type: 'url', optional: true, label: say('Its address', 'Su dirección') },
  ],
};

const background: readonly Field[] = [
  {
    kind: 'list',
    key: 'indicators',
    optional: true,
    isPlain: true,
    label: say('What one may notice', 'Lo que se puede notar'),
    add: say('Add an indicator', 'Añadir una señal'),
    one: say('Indicator', 'Señal'),
    fields: [{ kind: 'text', key: '', rows: 2, label: say('Text', 'Texto') }],
  },
  {
    kind: 'list',
    key: 'myths',
    optional: true,
    label: say('Myths and facts', 'Mitos y hechos'),
    add: say('Add a myth', 'Añadir un mito'),
    one: say('Myth', 'Mito'),
    titles: ['myth'],
    fields: [
      { kind: 'text', key: 'myth', label: say('Myth', 'Mito') },
      { kind: 'text', key: 'fact', rows: 2, label: say('Fact', 'Hecho') },
      source,
    ],
  },
  {
    kind: 'list',
    key: 'laws',
    optional: true,
    label: say('Laws', 'Leyes'),
    add: say('Add a law', 'Añadir una ley'),
    one: say('Law', 'Ley'),
    titles: ['says'],
    fields: [{ kind: 'text', key: 'says', rows: 2, label: say('What it says', 'Qué dice') }, source],
  },
];

export const referralPage: FormPage = {
  slug: 'referral',
  order: 85,
  at: '',
  title: say('Steps to help', 'Pasos para ayudar'),
  about: say(
    'For whoever meets somebody who may need help. Nothing is kept about that person.',
    'Para quien encuentra a alguien que puede necesitar ayuda. No se guarda nada de esa persona.',
  ),
  fields: [
    {
      kind: 'group',
      key: 'referral',
      optional: true,
      label: say('Steps', 'Pasos'),
      fields: [
        stepOf('danger', say('In danger now', 'En peligro ahora')),
        stepOf('minor', say('Under 18', 'Menor de 18 años')),
        stepOf('wants_help', say('Wants help', 'Quiere ayuda')),
        stepOf('not_yet', say('Not yet', 'Todavía no')),
        ...background,
        {
          kind: 'list',
          key: 'card',
          isPlain: true,
          label: say('Card to hand over', 'Tarjeta para entregar'),
          add: say('Add a line', 'Añadir una línea'),
          one: say('Line', 'Línea'),
          fields: [{ kind: 'text', key: '', label: say('Line', 'Línea') }],
        },
        {
          kind: 'text',
          key: 'message',
          rows: 3,
          label: say('Text message', 'Mensaje de texto'),
          hint: say(
            '160 characters. With letters such as á or ó only 70.',
            '160 caracteres. Con letras como á u ó, solo 70.',
          ),
        },
        ...reviewFields,
      ],
    },
  ],
};
