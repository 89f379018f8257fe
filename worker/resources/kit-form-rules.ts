import { type Field, type Fields, type KitForms, listOf, type Option, say } from '../kits/form-rules.ts';
import { assetsPage } from './asset-forms-rules.ts';
import {
  audienceLabels,
  languageLabels,
  levelLabels,
  needLabels,
  phoneKindLabels,
  policeLabels,
} from './kit-form-labels-rules.ts';
import { referralPage } from './referral-forms-rules.ts';

const optionsOf = (labels: Readonly<Record<string, Option['label']>>): Option[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

const phones: Field = {
  kind: 'list',
  key: 'phones',
  optional: true,
  label: say('Phone numbers', 'Números de teléfono'),
  add: say('Add a number', 'Añadir un número'),
  one: say('Number', 'Número'),
  titles: ['number'],
  fields: [
    {
      kind: 'line',
      key: 'number',
      type: 'tel',
      label: say('Number', 'Número'),
      hint: say('With the area code, or a short number.', 'Con el código de área, o un número corto.'),
    },
    {
      kind: 'choice',
      key: 'kind',
      standard: 'voice',
      label: say('For', 'Para'),
      options: optionsOf(phoneKindLabels),
    },
    {
      kind: 'text',
      key: 'name',
      optional: true,
      label: say('What this one is for', 'Para qué es este número'),
    },
  ],
};

/** Where it is. A shelter has no place in a kit, so nothing asks for one. */
const place: readonly Field[] = [
  {
    kind: 'group',
    key: 'address',
    optional: true,
    label: say('Address', 'Dirección'),
    hint: say(
      'Only if everybody may know it. A shelter has none.',
      'Solo si cualquiera puede saberla. Un refugio no tiene.',
    ),
    fields: [
      { kind: 'line', key: 'line', label: say('Street and number', 'Calle y número') },
      { kind: 'line', key: 'city', label: say('City', 'Ciudad') },
      { kind: 'line', key: 'state', label: say('State', 'Estado') },
      {
        kind: 'line',
        key: 'zip',
        label: say('ZIP code', 'Código postal'),
        hint: say('Five digits, such as 28202.', 'Cinco cifras, por ejemplo 28202.'),
      },
    ],
  },
  {
    kind: 'group',
    key: 'coordinates',
    optional: true,
    label: say('Coordinates', 'Coordenadas'),
    fields: [
      { kind: 'line', key: 'latitude', type: 'degrees', label: say('Latitude', 'Latitud') },
      { kind: 'line', key: 'longitude', type: 'degrees', label: say('Longitude', 'Longitud') },
    ],
  },
  {
    kind: 'line',
    key: 'map_link',
    type: 'url',
    optional: true,
    label: say('Link to a map', 'Enlace a un mapa'),
  },
];

const service: Fields = (_around, group) => {
  const isShelter = listOf(group.needs).includes('shelter');
  // What stands there already is shown, so that it can be taken out.
  const shownPlace = place.filter(({ key }) => !isShelter || group[key] !== undefined);
  return [
    { kind: 'text', key: 'name', label: say('Name', 'Nombre') },
    {
      kind: 'text',
      key: 'organization',
      label: say('Who runs it', 'Quién lo presta'),
      hint: say('An organization, never a person.', 'Una organización, nunca una persona.'),
    },
    { kind: 'text', key: 'offers', rows: 3, label: say('What it offers', 'Qué ofrece') },
    {
      kind: 'several',
      key: 'needs',
      label: say('What it helps with', 'Con qué ayuda'),
      hint: say(
        'A safe place to stay has a phone number or a web address. No text of it may tell where it is: no street, corner, number or link.',
        'Un lugar seguro tiene un teléfono o una dirección web. Ningún texto puede decir dónde está: ni calle, esquina, número o enlace.',
      ),
      options: optionsOf(needLabels),
    },
    {
      kind: 'several',
      key: 'for',
      optional: true,
      standard: [],
      label: say('Whom it is for', 'Para quién es'),
      hint: say('Everyone, if you check nothing.', 'Para todas las personas, si no marca nada.'),
      options: optionsOf(audienceLabels),
    },
    {
      kind: 'choice',
      key: 'police',
      label: say('Talks to the police', 'Habla con la policía'),
      options: optionsOf(policeLabels),
    },
    {
      kind: 'text',
      key: 'police_note',
      rows: 2,
      optional: true,
      label: say('What it must tell, and when', 'Qué debe decir, y cuándo'),
    },
    phones,
    { kind: 'line', key: 'site', type: 'url', optional: true, label: say('Website', 'Sitio web') },
    {
      kind: 'several',
      key: 'languages',
      label: say('Languages', 'Idiomas'),
      options: optionsOf(languageLabels),
    },
    {
      kind: 'tick',
      key: 'interpreters',
      label: say('It has interpreters for other languages', 'Tiene intérpretes para otros idiomas'),
    },
    { kind: 'text', key: 'cost', label: say('What it costs', 'Cuánto cuesta') },
    {
      kind: 'text',
      key: 'hours',
      optional: true,
      label: say('When somebody answers', 'Cuándo responden'),
    },
    {
      kind: 'choice',
      key: 'level',
      label: say('Where it works', 'Dónde trabaja'),
      options: optionsOf(levelLabels),
    },
    {
      kind: 'text',
      key: 'area',
      optional: true,
      label: say('Its area, such as a county', 'Su zona, por ejemplo un condado'),
    },
    ...shownPlace,
    {
      kind: 'text',
      key: 'alert',
      rows: 2,
      optional: true,
      label: say('What has changed for now', 'Qué ha cambiado por ahora'),
    },
    {
      kind: 'line',
      key: 'checked_on',
      type: 'date',
      label: say('Last checked on', 'Comprobado por última vez el'),
      hint: say(
        'After 90 days the page says that it is old. After 180 days it is not shown.',
        'Después de 90 días la página dice que es antiguo. Después de 180 días no se muestra.',
      ),
    },
    {
      kind: 'text',
      key: 'checked_by',
      label: say('Checked by', 'Comprobado por'),
      hint: say(
        'A role, such as “the campaign’s volunteers”, never a person’s name.',
        'Una función, como «el voluntariado de la campaña», nunca el nombre de una persona.',
      ),
    },
    {
      kind: 'tick',
      key: 'example',
      label: say('An example: there is no such service', 'Un ejemplo: no existe este servicio'),
    },
    { kind: 'slug', key: 'slug', from: 'name', label: say('Short name', 'Nombre corto') },
  ];
};

export const resourceForms: KitForms = {
  pages: [
    {
      slug: 'services',
      order: 84,
      at: '',
      title: say('Services', 'Servicios'),
      about: say(
        'Where people find help. Without a service there is no such page.',
        'Dónde se encuentra ayuda. Sin ningún servicio no hay esa página.',
      ),
      fields: [
        {
          kind: 'list',
          key: 'services',
          optional: true,
          hasPages: true,
          label: say('Services', 'Servicios'),
          add: say('Add a service', 'Añadir un servicio'),
          one: say('Service', 'Servicio'),
          titles: ['name', 'slug'],
          fields: service,
        },
      ],
    },
    referralPage,
    assetsPage,
  ],
};
