import { err, ok, type Result } from '../platform/result.ts';

/** What people read, in both languages. */
export type Text = { en: string; es: string };

/** How much of a ZIP area lies in each district, by code: more than 0, up to 1. */
export type Shares = Record<string, number>;

/** A retired district is no longer on the map. It is kept for the signatures that name it. */
export type District = { code: string; name: Text; retired: boolean };

export type City = {
  id: number;
  slug: string;
  name: string;
  region: string;
  timeZone: string;
  districtLookupUrl: string | null;
  districts: District[];
  /** By five-digit ZIP; {} where today's district lines have not been measured. */
  zips: Record<string, Shares>;
};

/** A district's code, 'outside' the city, or 'unknown'. */
export type Place = string;
export const outside = 'outside';
export const unknown = 'unknown';

/** A city without districts has one that stands for all of it, as a new kit has. */
export function hasDistricts(districts: Pick<District, 'retired'>[]): boolean {
  return districts.filter(({ retired }) => !retired).length > 1;
}

/** For messages that say something else where there are no districts. */
export function districtsIn(city: { hasDistricts?: boolean }): { districts: 'yes' | 'no' } {
  return { districts: city.hasDistricts === false ? 'no' : 'yes' };
}

export type DistrictsOfZip =
  | { kind: 'outside' }
  | { kind: 'decided'; district: string }
  | { kind: 'open'; districts: string[] };

export type ZipRefusal = { reason: 'not-a-zip' };
export type PlaceRefusal = { reason: 'not-one-of'; districts: string[] };

/** If a district has at least this share of a ZIP area, it is taken without asking. */
export const decidedFrom = 0.9;

/** The five digits of a ZIP or a ZIP+4, whatever spaces and invisible characters were typed with it. */
export function parseZip(typed: string): Result<string, ZipRefusal> {
  const match = /^(\d{5})(?:\s*[-\u2010-\u2015\u2212]?\s*\d{4})?$/.exec(
    typed
      .normalize('NFKC')
      .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
      .trim(),
  );
  return match?.[1] ? ok(match[1]) : err({ reason: 'not-a-zip' });
}

/** What a ZIP alone says about the district. */
export function candidateDistricts(zip: string, city: City): DistrictsOfZip {
  const shares = sharesOf(zip, city);
  if (!shares) return { kind: 'outside' };
  const districts = possibleDistricts(shares, city);
  const district = districts.find((code) => (shares[code] ?? 0) >= decidedFrom);
  return district === undefined ? { kind: 'open', districts } : { kind: 'decided', district };
}

/**
 * Where a resident counts. What a person says wins over the guess from the ZIP, if the ZIP area overlaps the district
 * they name. ZIP areas also extend beyond the city limits, so 'outside' can always be chosen.
 */
export function placeOf(zip: string, chosen: string | null, city: City): Result<Place, PlaceRefusal> {
  const candidates = candidateDistricts(zip, city);
  if (chosen === outside) return ok(outside);
  if (chosen && chosen !== unknown) {
    const districts = possibleDistricts(sharesOf(zip, city), city);
    return districts.includes(chosen) ? ok(chosen) : err({ reason: 'not-one-of', districts });
  }
  if (candidates.kind === 'open') return ok(unknown);
  return ok(candidates.kind === 'decided' ? candidates.district : outside);
}

/**
 * ZIPs of PO boxes or of a single company are on no map of ZIP areas. People with such a ZIP are asked if it begins
 * like the city's own, because the ZIP alone does not say that they live elsewhere.
 */
function sharesOf(zip: string, city: City): Shares | null {
  if (Object.hasOwn(city.zips, zip)) return city.zips[zip] ?? null;
  const beginning = zip.slice(0, 3);
  return Object.keys(city.zips).some((known) => known.startsWith(beginning)) ? {} : null;
}

function possibleDistricts(shares: Shares | null, city: City): string[] {
  if (!shares) return [];
  const today = city.districts.filter(({ retired }) => !retired).map(({ code }) => code);
  return Object.keys(shares).length === 0 ? today : today.filter((code) => Object.hasOwn(shares, code));
}
