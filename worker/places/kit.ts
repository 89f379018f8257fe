import * as z from 'zod';
import { line, slug, text, url } from '../kits/atoms.ts';
import { type Names, nameList, namesAt } from '../kits/names.ts';
import { type KitProblem, list, name, part, problemIf } from '../kits/problems.ts';
import { kitSection } from '../kits/section.ts';
import { isTimeZone } from '../platform/time/clock.ts';
import {
  addCityStatement,
  type CityOfKit,
  citySnapshotStatement,
  deleteCityStatements,
  updateCityStatements,
} from './kit-store.ts';

export const districtNames = nameList('a district of this city');

export const districtCode = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,20}$/, 'must be 1 to 20 letters, digits and hyphens')
  .refine((code) => code !== 'outside' && code !== 'unknown', 'has a meaning of its own');

/** A large state has 2,600. */
export const mostZips = 5000;

const city = z.strictObject({
  slug,
  name: line(80),
  region: line(80).describe('The state or province'),
  time_zone: z.string().refine(isTimeZone, 'must be a time zone, such as America/New_York'),
  district_lookup_url: url.optional().describe("Where a resident can look up today's district"),
  note: z.string().max(1000).optional().describe('For whoever edits the kit; shown nowhere'),
  districts: z
    .array(z.strictObject({ code: districtCode, name: text(80) }))
    .min(1, 'must name at least one: the whole city, where it has no districts')
    .max(200),
  zips: z
    .record(
      z.string().regex(/^\d{5}$/, 'must be a ZIP of five digits'),
      z.record(districtCode, z.number().gt(0).lte(1)),
    )
    .refine((zips) => Object.keys(zips).length <= mostZips, `must not have more than ${mostZips} ZIP codes`)
    .describe('How much of each ZIP area lies in which district; {} where nobody has measured it'),
});

type Zips = Record<string, Record<string, number>>;

export const cityKitSection = kitSection({
  forms: async () => (await import('./kit-forms.ts')).cityForms,
  keys: { city },
  skeleton: {
    city: part({
      districts: list({ code: name }),
      zips: z.record(z.string(), z.record(z.string(), z.number()).catch({})).catch({}),
    }),
  },
  names: ({ city }) => [
    { list: districtNames, names: city?.districts && namesAt('city.districts', 'code', city.districts) },
  ],
  references: ({ city }, names) => inZips(city?.zips ?? {}, names),
  open: ({ city }, { db }) => [addCityStatement(db, cityOf(city))],
  // Stored last: other sections read the time zone and the districts that the city had before.
  finish: ({ city }, { db }) => updateCityStatements(db, cityOf(city)),
  takeBack: ({ city }, { db }) => deleteCityStatements(db, city.slug),
  entries: ({ city }) => [
    { label: `city ${city.slug}` },
    ...city.districts.map(({ code }) => ({ label: `district ${code}` })),
    ...Object.keys(city.zips).map((zip) => ({ label: zip })),
  ],
  snapshot: ({ city }, { db }) => [citySnapshotStatement(db, city.slug)],
});

/** Measured shares are rounded, so their sum may be a little over 1. */
const sharesAtMost = 1.01;

function inZips(zips: Zips, names: Names): KitProblem[] {
  return Object.entries(zips).flatMap(([zip, shares]) => {
    const together = Object.values(shares).reduce((total, share) => total + share, 0);
    return [
      ...Object.keys(shares).flatMap((code) =>
        names.unlessIn(districtNames, code, `city.zips.${zip}.${code}`),
      ),
      ...problemIf(together > sharesAtMost, `city.zips.${zip}`, 'holds shares that are more than 1 together'),
    ];
  });
}

function cityOf(kit: z.infer<typeof city>): CityOfKit {
  const { slug, name, region, districts, zips } = kit;
  const districtLookupUrl = kit.district_lookup_url ?? null;
  return { slug, name, region, timeZone: kit.time_zone, districtLookupUrl, districts, zips };
}
