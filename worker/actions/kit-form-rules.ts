import { type Field, namedOptions, say, valueAt, valueIn } from '../kits/form-rules.ts';

/** Fields that petitions and surveys share. */
export const addresseeField: Field = {
  kind: 'choice',
  key: 'committee',
  standard: '',
  optional: true,
  label: say('To whom it is addressed', 'A quién se dirige'),
  hint: say(
    'The council as a whole needs an email address of its own, under “Council and committees”.',
    'El concejo en su conjunto necesita un correo propio, en «Concejo y comités».',
  ),
  options: ({ kit }) => [
    { value: '', label: say('The council as a whole', 'El concejo en su conjunto') },
    ...namedOptions(valueAt(kit, ['council', 'committees']), 'slug', 'name'),
  ],
};

export const stateField: Field = {
  kind: 'choice',
  key: 'state',
  standard: 'open',
  label: say('When it is published', 'Al publicarse'),
  hint: say(
    'An action that has opened is closed or rejected on its own page, not here.',
    'Una acción ya abierta se cierra o se rechaza en su propia página, no aquí.',
  ),
  options: [
    { value: 'open', label: say('It opens on its first day', 'Se abre en su primer día') },
    { value: 'draft', label: say('It stays a draft that nobody sees', 'Queda como borrador que nadie ve') },
  ],
};

export const opensField: Field = {
  kind: 'line',
  key: 'opens_on',
  type: 'date',
  label: say('First day', 'Primer día'),
  hint: say(
    'From the start of this day, on the city’s clock.',
    'Desde el inicio del día, con la hora de la ciudad.',
  ),
};

export const closesField: Field = {
  kind: 'line',
  key: 'closes_on',
  type: 'date',
  optional: true,
  label: say('Last day', 'Último día'),
  hint: say('Until the end of this day.', 'Hasta el final del día.'),
};

/** A select of the campaign's sources. */
export const sourceField: Field = {
  kind: 'choice',
  key: 'source',
  label: say('Counts as', 'Cuenta como'),
  options: ({ kit }) => namedOptions(valueIn(kit.campaign, 'sources'), 'slug', 'name'),
};

export const codeField: Field = {
  kind: 'line',
  key: 'code',
  label: say('What people type', 'Lo que se escribe'),
  hint: say('The short link is /s/CODE.', 'El enlace corto es /s/CÓDIGO.'),
};

export const linksField: Field = {
  kind: 'list',
  key: 'links',
  optional: true,
  label: say('Short links', 'Enlaces cortos'),
  hint: say('For a poster, from which people type them.', 'Para carteles, de los que la gente los copia.'),
  add: say('Add a short link', 'Añadir un enlace corto'),
  one: say('Short link', 'Enlace corto'),
  titles: ['code'],
  fields: [codeField, sourceField],
};
