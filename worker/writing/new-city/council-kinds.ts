import type { Text } from '../../../web/language.ts';

export type CouncilKind = {
  key: string;
  words: Text;
  isCounty: boolean;
  hasMayor: boolean;
  hasDistricts: boolean;
  hasAtLarge: boolean;
};

const kind = (
  key: string,
  [en, es]: [en: string, es: string],
  ...has: ('county' | 'mayor' | 'districts' | 'at-large')[]
): CouncilKind => ({
  key,
  words: { en, es },
  isCounty: has.includes('county'),
  hasMayor: has.includes('mayor'),
  hasDistricts: has.includes('districts'),
  hasAtLarge: has.includes('at-large'),
});

/** Who decides in a city or a county. */
export const councilKinds: readonly CouncilKind[] = [
  kind(
    'mayor-and-wards',
    ['A mayor, and a member for each ward or district', 'Alcaldía y una concejalía por distrito'],
    'mayor',
    'districts',
  ),
  kind(
    'mayor-wards-and-at-large',
    [
      'A mayor, members for wards or districts, and members at large',
      'Alcaldía, concejalías por distrito y por toda la ciudad',
    ],
    'mayor',
    'districts',
    'at-large',
  ),
  kind(
    'mayor-and-at-large',
    ['A mayor, and members at large', 'Alcaldía y concejalías por toda la ciudad'],
    'mayor',
    'at-large',
  ),
  kind(
    'county-by-district',
    ['A county board, a member for each district', 'Junta del condado, un integrante por distrito'],
    'county',
    'districts',
  ),
  kind(
    'county-districts-and-at-large',
    [
      'A county board, members for districts and at large',
      'Junta del condado, integrantes por distrito y por todo el condado',
    ],
    'county',
    'districts',
    'at-large',
  ),
  kind(
    'county-at-large',
    ['A county board, all members at large', 'Junta del condado, integrantes por todo el condado'],
    'county',
    'at-large',
  ),
];

/** By its key, with or without hyphens, or by its number in the list. */
export function findKind(answer: string | undefined): CouncilKind | null {
  const key = (answer ?? '').trim().toLowerCase().replace(/\s+/g, '-');
  return councilKinds.find((one, at) => one.key === key || String(at + 1) === key) ?? null;
}

export type District = { code: string; name: Text };

export type Seat = { slug: string; title: Text; district?: string };

/** The offices of such a council, never the people in them. */
export function seatsOf(
  { isCounty, hasMayor, hasDistricts, hasAtLarge }: CouncilKind,
  { districts, atLarge }: { districts: readonly District[]; atLarge: number },
): Seat[] {
  const member = isCounty ? 'Board member' : 'Council member';
  const es = isCounty ? 'Integrante de la junta' : 'Concejalía';
  const everywhere = isCounty ? 'por todo el condado' : 'por toda la ciudad';
  return [
    ...(hasMayor ? [{ slug: 'mayor', title: { en: 'Mayor', es: 'Alcaldía' } }] : []),
    ...(hasDistricts ? districts : []).map(({ code, name }) => ({
      slug: `district-${code.toLowerCase()}`,
      title: { en: `${member}, ${name.en}`, es: `${es}, ${name.es}` },
      district: code,
    })),
    ...Array.from({ length: hasAtLarge ? atLarge : 0 }, (_, at) => ({
      slug: `at-large-${at + 1}`,
      title: { en: `${member} at large, seat ${at + 1}`, es: `${es} ${everywhere}, escaño ${at + 1}` },
    })),
  ];
}
