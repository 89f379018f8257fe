import * as z from 'zod';
import { languages } from '../../web/language.ts';
import { email, slug, text } from '../kits/atoms.ts';
import { nameList, namesAt } from '../kits/names.ts';
import { count, list, name, part, problemIf, repeatedSlugs } from '../kits/problems.ts';
import { type Kit, kitSection } from '../kits/section.ts';
import { cityKitSection, districtCode, districtNames } from '../places/kit.ts';
import { type CouncilOfKit, councilSnapshotStatement, saveCouncilStatements } from './kit-store.ts';
import { nextDigestAt } from './rules.ts';

export const committeeNames = nameList('a committee of this council');

const seat = z.strictObject({
  slug,
  title: text(120).describe('The office, never a person'),
  district: districtCode.optional(),
});

const committee = z.strictObject({
  slug,
  name: text(120),
  remit: text(500),
  contact_email: email,
  digest: z.strictObject({
    day: z.int().min(1).max(7).describe('Monday is 1'),
    hour: z.int().min(0).max(23).describe("On the city's clock"),
    language: z
      .enum(languages)
      .optional()
      .describe('Of the mail to this committee; English where it says none'),
  }),
});

const council = z.strictObject({
  slug,
  name: text(120),
  majority: z.int().min(1).describe('Votes that carry a decision'),
  seats: z.array(seat).min(1).max(300),
  committees: z.array(committee).min(1).max(50),
});

export const councilKitSection = kitSection({
  needs: [cityKitSection],
  keys: { council },
  skeleton: {
    council: part({
      majority: count,
      seats: list({ slug: name, district: name }),
      committees: list({ slug: name }),
    }),
  },
  names: ({ council }) => [
    {
      list: committeeNames,
      names: council?.committees && namesAt('council.committees', 'slug', council.committees),
    },
  ],
  references: ({ council }, names) => {
    if (!council) return [];
    const { majority = 0, seats } = council;
    return [
      ...problemIf(majority > seats.length, 'council.majority', 'is more than there are seats'),
      ...repeatedSlugs('council.seats', seats),
      ...seats.flatMap((seat, i) =>
        names.unlessIn(districtNames, seat?.district, `council.seats[${i}].district`),
      ),
    ];
  },
  open({ council }, { db, kit, now }) {
    const { slug, time_zone } = cityKitSection.of(kit).city;
    return saveCouncilStatements(db, councilOf(council, time_zone, now), { slug, timeZone: time_zone });
  },
  entries: ({ council }) => [
    { label: `council ${council.slug}` },
    ...council.seats.map(({ slug }) => ({ label: `seat ${slug}` })),
    ...council.committees.map(({ slug }) => ({ label: `committee ${slug}` })),
  ],
  snapshot: (_part, { db, kit }) => [councilSnapshotStatement(db, councilSlugs(kit))],
});

/** The council of a kit is known by these. */
export function councilSlugs(kit: Kit): { city: string; council: string } {
  return { city: cityKitSection.of(kit).city.slug, council: councilKitSection.of(kit).council.slug };
}

function councilOf(
  { slug, name, majority, seats, committees }: z.infer<typeof council>,
  timeZone: string,
  now: Date,
): CouncilOfKit {
  return {
    slug,
    name,
    majority,
    seats: seats.map(({ slug, title, district }) => ({ slug, title, district: district ?? null })),
    committees: committees.map(({ slug, name, remit, contact_email, digest }) => ({
      slug,
      name,
      remit,
      contactEmail: contact_email,
      digestDay: digest.day,
      digestHour: digest.hour,
      language: digest.language ?? null,
      nextDigestAt: nextDigestAt(digest.day, digest.hour, timeZone, now),
    })),
  };
}
