import { listOf, type Part, say, type Tool, type ToolResult, valueIn } from '../kits/form-rules.ts';
import { type Area, drawnMap, isCertain, type Measured, readMap, shareOf, withShares } from './map-rules.ts';
import type { Text } from './rules.ts';

type Turf = {
  area: typeof import('@turf/area').area;
  intersect: typeof import('@turf/intersect').intersect;
  kinks: typeof import('@turf/kinks').kinks;
  helpers: typeof import('@turf/helpers');
};

const districtsFile = say('Map of districts', 'Mapa de distritos');
const zipsFile = say('Map of ZIP areas', 'Mapa de códigos postales');

/** Measures how much of each ZIP area lies in which district, from two maps. */
export const mapTool: Tool = {
  slug: 'maps',
  label: say('Measure ZIP areas on maps', 'Medir los códigos postales en mapas'),
  hint: say(
    'Two GeoJSON files: today’s districts, whose codes are those above, and ZIP areas. The shares are written into the list of ZIP codes.',
    'Dos archivos GeoJSON: los distritos de hoy, con los códigos de arriba, y las áreas postales. Las partes se escriben en la lista de códigos postales.',
  ),
  files: [
    { key: 'districts', label: districtsFile },
    { key: 'zips', label: zipsFile },
  ],
  async load() {
    const [{ area }, { intersect }, { kinks }, helpers] = await Promise.all([
      import('@turf/area'),
      import('@turf/intersect'),
      import('@turf/kinks'),
      import('@turf/helpers'),
    ]);
    return (city, _around, files) => measured(city, files, { area, intersect, kinks, helpers });
  },
};

function measured(city: Part, files: Readonly<Record<string, Uint8Array>>, turf: Turf): ToolResult {
  const nothing = (...told: Text[]): ToolResult => ({ part: city, told: [...told, unchanged] });
  if (!files.districts || !files.zips) {
    return nothing(say('Choose both files.', 'Elija los dos archivos.'));
  }
  const codes = listOf(city.districts).map((one) => String(valueIn(one, 'code')));
  const districts = readMap(files.districts, districtsFile, (value) => codes.includes(value));
  const zips = readMap(files.zips, zipsFile, (value) => /^\d{5}$/.test(value));
  const problems = [districts.problem, zips.problem].filter((one) => one !== null);
  if (problems.length > 0) return nothing(...problems);
  const crossed = [...districts.areas, ...zips.areas].filter((area) => crossesItself(area, turf));
  const bad = crossed.filter((area) => isUnclear(area, turf)).map(({ name }) => name);
  if (bad.length > 0) {
    const names = bad.join(', ');
    return nothing(
      say(
        `These borders cross themselves: ${names}. Mend the map first.`,
        `Estos bordes se cruzan a sí mismos: ${names}. Corrija antes el mapa.`,
      ),
    );
  }
  const known = districts.areas.filter(({ name }) => codes.includes(name));
  const all = zips.areas.filter(({ name }) => /^\d{5}$/.test(name)).map((zip) => measure(zip, known, turf));
  const inCity = all.filter(({ shares }) => Object.keys(shares).length > 0);
  if (inCity.length === 0)
    return nothing(
      say(
        'No ZIP area lies in a district of the map.',
        'Ningún código postal queda en un distrito del mapa.',
      ),
    );
  const drawn = zips.areas.flatMap((zip) => {
    const found = inCity.find((one) => one.zip === zip.name);
    return found ? [{ ...zip, isShaded: !isCertain(found) }] : [];
  });
  const missing = codes.filter((code) => !known.some(({ name }) => name === code));
  return {
    part: withShares(city, inCity),
    told: [...toldOf(inCity, missing), ...smallCrossings(crossed)],
    drawing: drawnMap(known, drawn),
  };
}

function smallCrossings(crossed: Area[]): Text[] {
  const names = crossed.map(({ name }) => name).join(', ');
  return crossed.length === 0
    ? []
    : [
        say(
          `The borders of ${names} cross themselves in places too small to matter.`,
          `Los bordes de ${names} se cruzan a sí mismos en lugares demasiado pequeños para importar.`,
        ),
      ];
}

const unchanged = say('Nothing was changed.', 'No se cambió nada.');

function toldOf(inCity: Measured[], missing: string[]): Text[] {
  const asked = inCity.filter((one) => !isCertain(one)).map(({ zip }) => zip);
  const beyond = inCity.filter(({ outside }) => outside >= 0.02).map(({ zip }) => zip);
  return [
    say(
      `Measured ZIP areas: ${inCity.length}. The shares are in the list of ZIP codes; check them before you publish.`,
      `Códigos postales medidos: ${inCity.length}. Las partes están en la lista de códigos postales; revíselas antes de publicar.`,
    ),
    ...(asked.length > 0
      ? [
          say(
            `Uncertain, so residents are asked (shaded on the map): ${asked.join(', ')}.`,
            `Dudosos, así que se pregunta a cada residente (sombreados en el mapa): ${asked.join(', ')}.`,
          ),
        ]
      : []),
    ...(beyond.length > 0
      ? [
          say(
            `Partly outside the districts: ${beyond.join(', ')}.`,
            `En parte fuera de los distritos: ${beyond.join(', ')}.`,
          ),
        ]
      : []),
    ...(missing.length > 0
      ? [
          say(
            `Not on the map: district ${missing.join(', ')}.`,
            `No están en el mapa: distrito ${missing.join(', ')}.`,
          ),
        ]
      : []),
  ];
}

/** Longer borders are not checked, because that takes the square of their points. */
const mostChecked = 6000;

function crossesItself({ polygons }: Area, { kinks, helpers }: Turf): boolean {
  return polygons.some((rings) =>
    rings.some((ring) => ring.length <= mostChecked && kinks(helpers.polygon([ring])).features.length > 0),
  );
}

/** Whether its crossings leave open what it encloses: what is inside of it differs from what its border says. */
function isUnclear(one: Area, { area, intersect, helpers }: Turf): boolean {
  const { west, east, south, north } = boxOf(one);
  const corners: Area['polygons'][number][number] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const whole = helpers.multiPolygon(one.polygons);
  const inside = intersect(helpers.featureCollection([whole, helpers.multiPolygon([[corners]])]));
  return inside === null || Math.abs(area(inside) / area(whole) - 1) > 0.001;
}

function measure(zip: Area, districts: Area[], { area, intersect, helpers }: Turf): Measured {
  const whole = helpers.multiPolygon(zip.polygons);
  const size = area(whole);
  const near = districts.filter((district) => overlap(boxOf(zip), boxOf(district)));
  const shares = near.flatMap((district) => {
    const both = intersect(helpers.featureCollection([whole, helpers.multiPolygon(district.polygons)]));
    const share = both ? shareOf(area(both), size) : null;
    return share === null ? [] : [[district.name, share] as const];
  });
  const sum = shares.reduce((total, [, share]) => total + share, 0);
  return { zip: zip.name, shares: Object.fromEntries(shares), outside: Math.max(0, 1 - sum) };
}

type Box = { west: number; east: number; south: number; north: number };

function boxOf({ polygons }: Area): Box {
  const far = Number.POSITIVE_INFINITY;
  return polygons.flat(2).reduce(
    (box, [x, y]) => ({
      west: Math.min(box.west, x),
      east: Math.max(box.east, x),
      south: Math.min(box.south, y),
      north: Math.max(box.north, y),
    }),
    { west: far, east: -far, south: far, north: -far },
  );
}

function overlap(a: Box, b: Box): boolean {
  return a.west < b.east && b.west < a.east && a.south < b.north && b.south < a.north;
}
