import { formatPercent, type Language } from '../../web/language.ts';
import { listOf, type Part, say, type ToolResult, valueIn, wordsOf } from '../kits/form-rules.ts';
import { isCertain, type Measured } from './map-rules.ts';
import type { Text } from './rules.ts';

/** What the measuring found, in sentences. */
export function toldOf(inCity: Measured[], missing: string[]): Text[] {
  const asked = inCity.filter((one) => !isCertain(one)).map(({ zip }) => zip);
  const beyond = inCity.filter(isBeyond).map(({ zip }) => zip);
  const line = (names: string[], en: string, es: string): Text[] =>
    names.length > 0 ? [say(`${en}: ${names.join(', ')}.`, `${es}: ${names.join(', ')}.`)] : [];
  return [
    say(
      `Measured ZIP areas: ${inCity.length}. Their shares are saved to the draft, in the list of ZIP codes below; check them before you publish.`,
      `Códigos postales medidos: ${inCity.length}. Sus partes están guardadas en el borrador, en la lista de códigos postales de abajo; revíselas antes de publicar.`,
    ),
    ...line(
      asked,
      'Uncertain, so residents are asked (shaded on the map)',
      'Dudosos, así que se pregunta a cada residente (sombreados en el mapa)',
    ),
    ...line(beyond, 'Partly outside the districts', 'En parte fuera de los distritos'),
    ...line(missing, 'Not on the map: district', 'No están en el mapa: distrito'),
  ];
}

function isBeyond({ outside }: Measured): boolean {
  return outside >= 0.02;
}

/** The shares by area, the table of the map. */
export function sharesTable(city: Part, inCity: Measured[]): NonNullable<ToolResult['table']> {
  return {
    caption: say('Share of each ZIP area by district', 'Parte de cada código postal por distrito'),
    columns: [
      say('ZIP code', 'Código postal'),
      say('Districts', 'Distritos'),
      say('Outside', 'Fuera'),
      say('Residents', 'Residentes'),
    ],
    rows: inCity
      .toSorted((a, b) => a.zip.localeCompare(b.zip))
      .map((one) => [
        say(one.zip, one.zip),
        inBoth((percent, language) =>
          Object.entries(one.shares)
            .toSorted(([, a], [, b]) => b - a)
            .map(([code, share]) => `${districtName(city, code, language)}: ${percent(share)}`)
            .join(', '),
        ),
        isBeyond(one) ? inBoth((percent) => percent(one.outside)) : say('–', '–'),
        isCertain(one)
          ? say('counted by ZIP code', 'se cuentan por código postal')
          : say('uncertain: they are asked', 'dudoso: se les pregunta'),
      ]),
  };
}

/** By its name in the draft; by its code where it has none. */
function districtName(city: Part, code: string, language: Language): string {
  const district = listOf(city.districts).find((one) => String(valueIn(one, 'code')) === code);
  return wordsOf(valueIn(district, 'name'), language) || code;
}

function inBoth(words: (percent: (share: number) => string, language: Language) => string): Text {
  const inOne = (language: Language) => words((share) => formatPercent(share, language), language);
  return say(inOne('en'), inOne('es'));
}
