import { type Field, isPart, type KitForms, listOf, say, valueAt, valueIn } from '../kits/form-rules.ts';
import { mapTool } from './map-tool.ts';
import { zoneOptions } from './time-zone-rules.ts';

const city: readonly Field[] = [
  { kind: 'line', key: 'name', label: say('City', 'Ciudad') },
  { kind: 'line', key: 'region', label: say('State', 'Estado') },
  {
    kind: 'choice',
    key: 'time_zone',
    label: say('Time zone', 'Zona horaria'),
    hint: say('With the day and the hour that it is there now.', 'Con el día y la hora que es allí ahora.'),
    options: ({ now }, group) => zoneOptions(now ?? null, group.time_zone),
    orTyped: say(
      'Another time zone, such as America/Indiana/Knox',
      'Otra zona horaria, como America/Indiana/Knox',
    ),
  },
  {
    kind: 'line',
    key: 'district_lookup_url',
    type: 'url',
    optional: true,
    label: say('Where residents look up their district', 'Dónde se consulta el distrito'),
  },
  {
    kind: 'line',
    key: 'note',
    rows: 4,
    optional: true,
    label: say('Note for organizers', 'Nota para el equipo'),
    hint: say('Shown nowhere.', 'No se muestra.'),
  },
  {
    kind: 'slug',
    key: 'slug',
    from: 'name',
    label: say('Short name', 'Nombre corto'),
    fixed: (_value, { published }) =>
      published &&
      say('Other campaigns of the city know it by this.', 'Otras campañas de la ciudad la reconocen por él.'),
  },
];

const districts: Field = {
  kind: 'list',
  key: 'districts',
  label: say('Districts', 'Distritos'),
  hint: say(
    'A city without districts has one that stands for all of it.',
    'Una ciudad sin distritos tiene uno que vale por toda ella.',
  ),
  add: say('Add a district', 'Añadir un distrito'),
  one: say('District', 'Distrito'),
  titles: ['name', 'code'],
  fields: [
    {
      kind: 'slug',
      key: 'code',
      label: say('Code', 'Código'),
      fixed: (value, { published }) =>
        listOf(valueAt(published, ['city', 'districts'])).some((one) => valueIn(one, 'code') === value)
          ? say('Signatures know the district by it.', 'Las firmas reconocen el distrito por él.')
          : null,
    },
    { kind: 'text', key: 'name', label: say('Name', 'Nombre') },
  ],
};

/** A line for each ZIP: `28202`, or `28202: 1 = 60%, 2 = 40%`. */
export function shownZips(zips: unknown): string {
  if (!isPart(zips)) return typeof zips === 'string' ? zips : zips === undefined ? '' : JSON.stringify(zips);
  return Object.entries(zips)
    .map(([zip, shares]) => {
      if (!isPart(shares)) return `${zip}: ${JSON.stringify(shares)}`;
      const written = Object.entries(shares).map(([code, share]) => `${code} = ${shownShare(share)}`);
      return written.length === 0 ? zip : `${zip}: ${written.join(', ')}`;
    })
    .join('\n');
}

/** In percent, where reading it gives the same share again. */
function shownShare(share: unknown): string {
  if (typeof share !== 'number') return String(share);
  const percent = Number((share * 100).toFixed(2));
  return Number((percent / 100).toFixed(4)) === share ? `${percent}%` : String(share);
}

export function readZips(typed: string): unknown {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf(':');
      const [zip, shares] = at < 0 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
      return [zip, sharesIn(shares)];
    }),
  );
}

function sharesIn(typed: string): unknown {
  const pairs = typed.split(',').filter((pair) => pair.trim() !== '');
  const read = pairs.map((pair) => /^\s*([A-Za-z0-9-]{1,20})\s*=\s*(\d*\.?\d+)\s*(%?)\s*$/.exec(pair));
  // What cannot be read stays as it was typed, and is told.
  if (read.some((one) => one === null)) return typed;
  return Object.fromEntries(
    read.flatMap((one) => {
      const [, code = '', share = '', percent] = one ?? [];
      return [[code, percent ? Number((Number(share) / 100).toFixed(4)) : Number(share)]];
    }),
  );
}

const zips: Field = {
  kind: 'written',
  key: 'zips',
  rows: 12,
  label: say('ZIP codes', 'Códigos postales'),
  hint: say(
    'One on each line. After it, how much of its area lies in which district: 28202: 1 = 60%, 2 = 40%. Leave that out where nobody has measured it: then residents are asked.',
    'Uno por línea. Después, qué parte de su área queda en cada distrito: 28202: 1 = 60%, 2 = 40%. Omítalo si nadie lo ha medido: entonces se pregunta a cada residente.',
  ),
  empty: {},
  show: shownZips,
  read: readZips,
};

export const cityForms: KitForms = {
  pages: [
    {
      slug: 'city',
      order: 150,
      at: 'city',
      title: say('City', 'Ciudad'),
      about: say(
        'Name, clock, where residents look up their district.',
        'Nombre, hora y dónde consultar el distrito.',
      ),
      fields: city,
    },
    {
      slug: 'districts',
      order: 160,
      at: 'city',
      title: say('Districts and ZIP codes', 'Distritos y códigos postales'),
      about: say('Where signatures are counted.', 'Dónde se cuentan las firmas.'),
      fields: [districts, zips],
      tools: [mapTool],
    },
  ],
};
