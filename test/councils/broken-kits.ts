import type { BrokenKit } from '../support/broken-kits.ts';

export const brokenCouncils: BrokenKit[] = [
  [
    'a majority over the seats',
    (kit) => (kit.council.majority = 13),
    'council.majority: is more than there are seats',
  ],
  [
    'a seat for no district',
    (kit) => (kit.council.seats[1].district = '8'),
    'council.seats[1].district: is not a district of this city',
  ],
  [
    'a contact that is no address',
    (kit) => (kit.council.committees[0].contact_email = 'x'),
    'council.committees[0].contact_email: must be an email address',
  ],
  [
    'an eighth day',
    (kit) => (kit.council.committees[0].digest.day = 8),
    'council.committees[0].digest.day: must be at most 7',
  ],
  [
    'a committee used twice',
    (kit) => kit.council.committees.push(kit.council.committees[0]),
    'council.committees[2].slug: safe-communities is used twice',
  ],
];
