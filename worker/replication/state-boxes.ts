import { type KitProblem, problemIf } from '../kits/problems.ts';

type Box = { west: number; south: number; east: number; north: number };

/**
 * The states and territories by postal code, with the whole degrees around each: west, south, east and north. Those with
 * an outline are as wide as it; Alaska has islands on both sides of the 180th meridian.
 */
const boxes = `
  AK -180 51 180 72, AL -89 30 -84 36, AR -95 33 -89 37, AS -172 -15 -168 -10, AZ -115 31 -109 38,
  CA -125 32 -114 43, CO -110 36 -102 42, CT -74 40 -71 43, DC -78 38 -76 39, DE -76 38 -75 40, FL -88 24 -80 32,
  GA -86 30 -80 36, GU 144 13 145 14, HI -161 18 -154 23, IA -97 40 -90 44, ID -118 41 -111 50, IL -92 36 -87 43,
  IN -89 37 -84 42, KS -103 36 -94 41, KY -90 36 -81 40, LA -95 28 -88 34, MA -74 41 -69 43, MD -80 37 -75 40,
  ME -72 43 -66 48, MI -91 41 -82 49, MN -98 43 -89 50, MO -96 35 -89 41, MP 144 14 147 21, MS -92 30 -88 35,
  MT -117 44 -104 50, NC -85 33 -75 37, ND -105 45 -96 50, NE -105 39 -95 44, NH -73 42 -70 46, NJ -76 38 -73 42,
  NM -110 31 -102 38, NV -121 35 -114 43, NY -80 40 -71 46, OH -85 38 -80 42, OK -104 33 -94 38,
  OR -125 41 -116 47, PA -81 39 -74 43, PR -68 17 -65 19, RI -72 41 -71 43, SC -84 32 -78 36, SD -105 42 -96 46,
  TN -91 34 -81 37, TX -107 25 -93 37, UT -115 36 -109 43, VA -84 36 -75 40, VI -66 17 -64 19, VT -74 42 -71 46,
  WA -125 45 -116 50, WI -93 42 -86 48, WV -83 37 -77 41, WY -112 40 -104 46`;

const boxOf: ReadonlyMap<string, Box> = new Map(
  boxes.split(',').map((row) => {
    const [code = '', ...degrees] = row.trim().split(' ');
    const [west = 0, south = 0, east = 0, north = 0] = degrees.map(Number);
    return [code, { west, south, east, north }];
  }),
);

type Dot = { longitude?: number | undefined; latitude?: number | undefined } | null;

/** What is wrong with the postal code of a state and with the dots of its cities, as far as they can be read. */
export function problemsOnMap(code: string, cities: readonly Dot[]): KitProblem[] {
  const box = boxOf.get(code);
  if (!/^[A-Z]{2}$/.test(code)) return [];
  if (!box) {
    return [{ path: 'rollup.postal_code', message: `must be one of ${[...boxOf.keys()].join(', ')}` }];
  }
  const within = (path: string, degrees: number | undefined, [least, most]: [number, number]) => [
    ...problemIf(degrees !== undefined && degrees < least, path, `must be at least ${least}`),
    ...problemIf(degrees !== undefined && degrees > most, path, `must be at most ${most}`),
  ];
  return cities.flatMap((city, i) => [
    ...within(`rollup_cities[${i}].longitude`, city?.longitude, [box.west, box.east]),
    ...within(`rollup_cities[${i}].latitude`, city?.latitude, [box.south, box.north]),
  ]);
}
