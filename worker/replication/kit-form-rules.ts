import {
  type Field,
  type KitForms,
  listOf,
  namedOptions,
  type Option,
  say,
  stays,
} from '../kits/form-rules.ts';

const addressField: Field = {
  kind: 'line',
  key: 'address',
  type: 'url',
  label: say('Address', 'Dirección'),
  hint: say('Such as https://petitions.example.org', 'Como https://peticiones.example.org'),
};

const neighborFields: readonly Field[] = [
  { kind: 'text', key: 'name', label: say('Name', 'Nombre') },
  addressField,
  {
    kind: 'line',
    key: 'key',
    optional: true,
    label: say('Key of its log', 'Clave de su registro'),
    hint: say(
      'If they gave it to you: the line at /log/key. Else the first reading takes the key that the site shows.',
      'Si se la dieron: la línea de /log/key. Si no, la primera lectura toma la clave que muestra el sitio.',
    ),
  },
  {
    kind: 'slug',
    key: 'slug',
    from: 'name',
    fixed: stays(say('It stays: cities refer to it.', 'No cambia: las ciudades lo usan.')),
    label: say('Short name', 'Nombre corto'),
  },
];

const hereOption: Option = { value: 'here', label: say('This site', 'Este sitio') };

const cityFields: readonly Field[] = [
  { kind: 'text', key: 'name', label: say('City', 'Ciudad') },
  {
    kind: 'choice',
    key: 'deployment',
    standard: 'here',
    label: say('Where its campaign is', 'Dónde está su campaña'),
    options: ({ kit }) => [hereOption, ...namedOptions(listOf(kit.network), 'slug', 'name')],
  },
  {
    kind: 'line',
    key: 'campaign',
    label: say('Campaign there', 'Campaña allí'),
    hint: say('The last part of its address.', 'La última parte de su dirección.'),
  },
  { kind: 'line', key: 'population', type: 'amount', label: say('People who live there', 'Habitantes') },
  {
    kind: 'group',
    key: 'population_source',
    label: say('Where that number is from', 'De dónde es esa cifra'),
    fields: [
      { kind: 'text', key: 'name', label: say('Source', 'Fuente') },
      { kind: 'line', key: 'url', type: 'url', optional: true, label: say('Its address', 'Su dirección') },
      { kind: 'line', key: 'year', type: 'amount', label: say('Year', 'Año') },
    ],
  },
  {
    kind: 'line',
    key: 'longitude',
    type: 'degrees',
    label: say('Longitude', 'Longitud'),
    hint: say('In degrees, such as -80.84 for the west.', 'En grados, como -80.84 para el oeste.'),
  },
  { kind: 'line', key: 'latitude', type: 'degrees', label: say('Latitude', 'Latitud') },
  {
    kind: 'slug',
    key: 'slug',
    from: 'name',
    label: say('Short name', 'Nombre corto'),
  },
];

export const replicationForms: KitForms = {
  pages: [
    {
      slug: 'network',
      order: 170,
      at: '',
      title: say('Other sites', 'Otros sitios'),
      about: say(
        'Sites of other cities. We read their signed counts and check them.',
        'Sitios de otras ciudades. Leemos sus recuentos firmados y los comprobamos.',
      ),
      fields: [
        {
          kind: 'list',
          key: 'network',
          optional: true,
          hasPages: true,
          label: say('Other sites', 'Otros sitios'),
          add: say('Add a site', 'Añadir un sitio'),
          one: say('Site', 'Sitio'),
          titles: ['name', 'slug'],
          fields: neighborFields,
        },
      ],
    },
    {
      slug: 'rollup',
      order: 175,
      at: '',
      title: say('State', 'Estado'),
      about: say(
        'A page that adds up the cities of a state.',
        'Una página que suma las ciudades de un estado.',
      ),
      fields: [
        {
          kind: 'group',
          key: 'rollup',
          optional: true,
          label: say('State', 'Estado'),
          fields: [
            { kind: 'text', key: 'name', label: say('State', 'Estado') },
            {
              kind: 'line',
              key: 'postal_code',
              label: say(
                'Postal abbreviation of the state, such as NC',
                'Abreviatura postal del estado (como NC)',
              ),
            },
            {
              kind: 'choice',
              key: 'committee',
              optional: true,
              label: say('Committee that gets the sum', 'Comité que recibe la suma'),
              options: ({ kit }) =>
                namedOptions(
                  (kit.council as { committees?: unknown } | undefined)?.committees,
                  'slug',
                  'name',
                ),
            },
          ],
        },
        {
          kind: 'list',
          key: 'rollup_cities',
          optional: true,
          hasPages: true,
          label: say('Cities', 'Ciudades'),
          add: say('Add a city', 'Añadir una ciudad'),
          one: say('City', 'Ciudad'),
          titles: ['name', 'slug'],
          fields: cityFields,
        },
      ],
    },
  ],
};
