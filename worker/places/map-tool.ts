import type { Language } from '../../web/language.ts';
import { listOf, type Part, say, type Tool, type ToolResult, valueIn, wordsOf } from '../kits/form-rules.ts';
import { drawnMap } from './map-drawing.ts';
import { isUnclear, type Meter, measure, withinLimit } from './map-measure.ts';
import {
  type Area,
  isCertain,
  isListed,
  type Measured,
  meetsSwapped,
  readMap,
  withShares,
} from './map-rules.ts';
import { boxAround } from './map-scan-rules.ts';
import { sharesTable, toldOf } from './map-words.ts';
import type { Text } from './rules.ts';

const districtsFile = say('Map of districts', 'Mapa de distritos');
const zipsFile = say('Map of ZIP areas', 'Mapa de códigos postales');

/** Measures how much of each ZIP area lies in which district, from two maps. */
export const mapTool: Tool = {
  slug: 'maps',
  label: say('Measure ZIP areas on maps', 'Medir los códigos postales en mapas'),
  hint: say(
    'Two GeoJSON files, together at most 22 MB: today’s districts, whose codes are those above, and ZIP areas. The shares are written into the list of ZIP codes.',
    'Dos archivos GeoJSON, juntos de 22 MB como máximo: los distritos de hoy, con los códigos de arriba, y las áreas postales. Las partes se escriben en la lista de códigos postales.',
  ),
  files: [
    { key: 'districts', label: districtsFile },
    { key: 'zips', label: zipsFile },
  ],
  load: async () => (city, _around, files) =>
    withinLimit((meter) => measured(city, files, meter)) ?? { part: city, told: [tooIntricate, unchanged] },
};

function nameIn(city: Part, code: string, language: Language): string {
  const district = listOf(city.districts).find((one) => String(valueIn(one, 'code')) === code);
  return wordsOf(valueIn(district, 'name'), language) || code;
}

const isZip = (value: string) => /^\d{5}$/.test(value);

function measured(city: Part, files: Readonly<Record<string, Uint8Array>>, meter: Meter): ToolResult {
  const nothing = (...told: Text[]): ToolResult => ({ part: city, told: [...told, unchanged] });
  const { districts: first, zips: second } = files;
  if (!first || !second) return nothing(say('Choose both files.', 'Elija los dos archivos.'));
  const codes = listOf(city.districts).map((one) => String(valueIn(one, 'code')));
  const isCode = (value: string) => codes.includes(value);
  const districts = readMap(first, { what: districtsFile, isName: isCode, near: null });
  const around = districts.areas.length > 0 ? boxAround(districts.areas) : null;
  const zips = readMap(second, { what: zipsFile, isName: isZip, near: around });
  const unread = [districts.problem, zips.problem].filter((one) => one !== null);
  if (unread.length > 0) return nothing(...unread);
  const known = districts.areas.filter(({ name }) => isCode(name));
  const here = zips.areas.filter(({ name, polygons }) => isZip(name) && polygons.length > 0);
  const bad = borderProblems([...known, ...here], meter);
  if (bad.length > 0) return nothing(...bad);
  const inCity = here
    .map((zip) => measure(zip, known, meter))
    .filter(({ shares }) => Object.keys(shares).length > 0);
  if (inCity.length === 0) return nothing(apart(known, zips.areas));
  const doubled = inCity.filter(({ shares }) => sum(shares) > mostInAll).map(({ zip }) => zip);
  if (doubled.length > 0) return nothing(districtsOverlap(doubled));
  const missing = codes.filter((code) => !known.some(({ name }) => name === code));
  const listed = inCity.filter((one) => isListed(city, one));
  return {
    part: withShares(city, inCity),
    told: [...toldOf(listed, missing), ...districts.told, ...zips.told],
    drawing: (language) => drawnMap(known, drawnZips(here, listed), (code) => nameIn(city, code, language)),
    table: sharesTable(city, listed),
  };
}

function drawnZips(here: Area[], listed: Measured[]) {
  return here.flatMap((zip) => {
    const found = listed.find((one) => one.zip === zip.name);
    return found ? [{ ...zip, isShaded: !isCertain(found) }] : [];
  });
}

const unchanged = say('Nothing was changed.', 'No se cambió nada.');
const tooIntricate = say(
  'The borders have too many points and turns to be measured. Simplify the maps, with a tool such as mapshaper.org, or leave out what lies elsewhere.',
  'Los bordes tienen demasiados puntos y vueltas para medirlos. Simplifique los mapas, por ejemplo con mapshaper.org, o quite lo que queda en otra parte.',
);

/** Two maps may draw one border a little differently. */
const mostInAll = 1.02;

function sum(shares: Readonly<Record<string, number>>): number {
  return Object.values(shares).reduce((total, share) => total + share, 0);
}

function districtsOverlap(zips: string[]): Text {
  const names = zips.slice(0, 10).join(', ');
  return say(
    `Districts of the map overlap each other in: ${names}. Use a map of today’s districts alone.`,
    `Los distritos del mapa se superponen en: ${names}. Use un mapa solo de los distritos de hoy.`,
  );
}

function apart(districts: Area[], zips: Area[]): Text {
  return zips.length > 0 && districts.length > 0 && meetsSwapped(boxAround(zips), boxAround(districts))
    ? say(
        'The maps do not meet. In one of them latitude and longitude are swapped; GeoJSON has the longitude first.',
        'Los mapas no coinciden. En uno de ellos la latitud y la longitud están cambiadas; GeoJSON lleva primero la longitud.',
      )
    : say(
        'No ZIP area lies in a district of the map.',
        'Ningún código postal queda en un distrito del mapa.',
      );
}

/** What cannot be measured, because its border does not say what it encloses. */
function borderProblems(areas: Area[], meter: Meter): Text[] {
  const crossed = areas.filter(({ features }) =>
    features.some((one) => one.length > 0 && isUnclear(one, meter)),
  );
  const twice = areas.filter(
    (one) => one.features.length > 1 && !crossed.includes(one) && isUnclear(one.polygons, meter),
  );
  const names = (some: Area[]) =>
    some
      .map(({ name }) => name)
      .slice(0, 10)
      .join(', ');
  return [
    ...(crossed.length > 0
      ? [
          say(
            `These borders cross themselves: ${names(crossed)}. Mend the map first.`,
            `Estos bordes se cruzan a sí mismos: ${names(crossed)}. Corrija antes el mapa.`,
          ),
        ]
      : []),
    ...(twice.length > 0
      ? [
          say(
            `These areas are on the map more than once, one over the other: ${names(twice)}. Keep one of each.`,
            `Estas áreas están más de una vez en el mapa, una sobre otra: ${names(twice)}. Deje una de cada una.`,
          ),
        ]
      : []),
  ];
}
