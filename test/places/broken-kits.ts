import type { BrokenKit } from '../support/broken-kits.ts';

export const brokenCities: BrokenKit[] = [
  [
    'a time zone that is none',
    (kit) => (kit.city.time_zone = 'Mars/Base'),
    'city.time_zone: must be a time zone, such as America/New_York',
  ],
  [
    'a ZIP of four digits',
    (kit) => (kit.city.zips['2820'] = {}),
    'city.zips.2820: must be a ZIP of five digits',
  ],
  [
    'a share of a district that is none',
    (kit) => (kit.city.zips['28202'] = { 9: 0.5 }),
    'city.zips.28202.9: is not a district of this city',
  ],
  [
    'shares over the whole',
    (kit) => (kit.city.zips['28203'] = { 1: 0.7, 2: 0.4 }),
    'city.zips.28203: holds shares that are more than 1 together',
  ],
  [
    'a district used twice',
    (kit) => kit.city.districts.push(kit.city.districts[0]),
    'city.districts[7].code: 1 is used twice',
  ],
  [
    'a district with a meaning',
    (kit) => kit.city.districts.push({ ...kit.city.districts[0], code: 'outside' }),
    'city.districts[7].code: has a meaning of its own',
  ],
  [
    'a lookup without https',
    (kit) => (kit.city.district_lookup_url = 'javascript:alert(1)'),
    'city.district_lookup_url: must be an https address',
  ],
];
