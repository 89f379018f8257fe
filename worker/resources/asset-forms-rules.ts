import type { Text } from '../../web/language.ts';
import { type FormPage, namedOptions, type Option, say, valueAt } from '../kits/form-rules.ts';
import { type AssetKind, assetKinds } from './asset-rules.ts';

const kindLabels: Record<AssetKind, Text> = {
  people: say('People, by their role', 'Personas, por su función'),
  associations: say('Associations', 'Asociaciones'),
  institutions: say('Institutions', 'Instituciones'),
  places: say('Places', 'Lugares'),
  economy: say('Economy', 'Economía'),
  culture: say('Culture', 'Cultura'),
};

const none: Option = { value: '', label: say('None', 'Ninguno') };

export const assetsPage: FormPage = {
  slug: 'assets',
  order: 86,
  at: '',
  title: say('What the town has', 'Lo que tiene la ciudad'),
  about: say(
    'Skills, rooms and papers that help. Only what its owner lets be shown is public.',
    'Saberes, salas y medios que ayudan. Solo es público lo que permite su dueño.',
  ),
  fields: [
    {
      kind: 'list',
      key: 'assets',
      optional: true,
      hasPages: true,
      label: say('What the town has', 'Lo que tiene la ciudad'),
      add: say('Add something', 'Añadir algo'),
      one: say('Asset', 'Recurso'),
      titles: ['name', 'slug'],
      fields: (_around, group) => [
        {
          kind: 'choice',
          key: 'kind',
          label: say('What it is', 'Qué es'),
          options: assetKinds.map((value) => ({ value, label: kindLabels[value] })),
        },
        {
          kind: 'text',
          key: 'name',
          label: say('Name', 'Nombre'),
          hint: say(
            'Of people only the role: “a court interpreter”.',
            'De las personas solo la función: «una intérprete judicial».',
          ),
        },
        { kind: 'text', key: 'gives', rows: 2, label: say('What it gives', 'Qué da') },
        {
          kind: 'choice',
          key: 'phase',
          standard: '',
          optional: true,
          label: say('For which phase', 'Para qué fase'),
          options: ({ kit }) => [none, ...namedOptions(valueAt(kit, ['campaign', 'phases']), 'slug', 'name')],
        },
        {
          kind: 'choice',
          key: 'partner',
          standard: '',
          optional: true,
          label: say('Through which partner', 'A través de qué socio'),
          options: ({ kit }) => [
            none,
            ...namedOptions(valueAt(kit, ['campaign', 'partners']), 'slug', 'name'),
          ],
        },
        { kind: 'line', key: 'since', type: 'date', optional: true, label: say('Since', 'Desde') },
        ...(group.kind === 'people' && group.district === undefined
          ? []
          : [
              {
                kind: 'choice' as const,
                key: 'district',
                standard: '',
                optional: true,
                label: say('District', 'Distrito'),
                hint: say('Never of people.', 'Nunca de las personas.'),
                options: ({ kit }: { kit: object }) => [
                  none,
                  ...namedOptions(valueAt(kit, ['city', 'districts']), 'code', 'name'),
                ],
              },
            ]),
        {
          kind: 'tick',
          key: 'public',
          label: say('Its owner lets it be shown', 'Su dueño permite que se muestre'),
        },
        { kind: 'slug', key: 'slug', from: 'name', label: say('Short name', 'Nombre corto') },
      ],
    },
  ],
};
