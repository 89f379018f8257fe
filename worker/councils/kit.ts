import * as z from 'zod';
import { type Language, languages } from '../../web/language.ts';
import { date, email, paragraphs, slug, text } from '../kits/atoms.ts';
import { type Names, nameList, namesAt } from '../kits/names.ts';
import { count, type KitProblem, list, name, part, problemIf, repeatedSlugs } from '../kits/problems.ts';
import { type Kit, kitSection } from '../kits/section.ts';
import { cityKitSection, districtCode, districtNames } from '../places/kit.ts';
import {
  type CouncilOfKit,
  councilSnapshotStatement,
  deleteCouncilStatements,
  saveCouncilStatements,
} from './kit-store.ts';
import { nextDigestAt, wholeCouncil } from './rules.ts';

export const committeeNames = nameList('a committee of this council');

const seat = z.strictObject({
  slug,
  title: text(120).describe('The office, never a person'),
  district: districtCode.optional(),
});

const digest = z
  .strictObject({
    day: z.int().min(1).max(7).default(1).describe('Monday is 1'),
    hour: z.int().min(0).max(23).default(7).describe("On the city's clock"),
    language: z
      .enum(languages)
      .optional()
      .describe('Of the mail; English where neither this nor a kit of one language says another'),
  })
  .prefault({});

const checkedOn = date
  .optional()
  .describe('When somebody last looked whether the address is right; for whoever edits the kit');

const committee = z.strictObject({
  slug: slug.refine((slug) => slug !== wholeCouncil, 'has a meaning of its own'),
  name: text(120),
  remit: paragraphs(500),
  contact_email: email,
  checked_on: checkedOn,
  digest,
});

const council = z.strictObject({
  slug,
  name: text(120),
  contact_email: email
    .optional()
    .describe('Of the council as a whole, where something is addressed to all of it'),
  checked_on: checkedOn,
  digest: digest.describe('Of the mail to the council as a whole'),
  majority: z.int().min(1).optional().describe('Votes that carry a decision'),
  decides: text(300).optional().describe('How it decides, in your own words, instead of seats and votes'),
  seats: z.array(seat).max(300).default([]),
  committees: z.array(committee).max(50).default([]),
});

export const councilKitSection = kitSection({
  forms: async () => (await import('./kit-form-rules.ts')).councilForms,
  needs: [cityKitSection],
  keys: { council },
  skeleton: {
    council: part({
      contact_email: name,
      majority: count,
      seats: list({ slug: name, district: name }),
      committees: list({ slug: name }),
    }),
  },
  names: ({ council }) => [
    {
      list: committeeNames,
      names: council?.committees && [
        ...namesAt('council.committees', 'slug', council.committees),
        ...(council.contact_email ? [{ name: wholeCouncil, path: 'council.contact_email' }] : []),
      ],
    },
  ],
  references: ({ council }, names) => {
    if (!council) return [];
    const { majority, seats } = council;
    return [
      ...problemIf((majority ?? 0) > seats.length, 'council.majority', 'is more than there are seats'),
      ...repeatedSlugs('council.seats', seats),
      ...seats.flatMap((seat, i) =>
        names.unlessIn(districtNames, seat?.district, `council.seats[${i}].district`),
      ),
    ];
  },
  check: ({ languages, council: { majority, seats, decides, digest, committees } }) => [
    ...problemIf(
      seats.length > 0 && majority === undefined && decides === undefined,
      'council.majority',
      'is missing: how many votes carry a decision',
    ),
    ...spokenTo('council', digest, languages),
    ...committees.flatMap(({ digest }, i) => spokenTo(`council.committees[${i}]`, digest, languages)),
  ],
  open({ languages, council }, { db, kit, now }) {
    const { slug, time_zone } = cityKitSection.of(kit).city;
    const saved = councilOf(council, { timeZone: time_zone, languages, now });
    return saveCouncilStatements(db, saved, { slug, timeZone: time_zone });
  },
  takeBack: (_part, { db, kit }) => deleteCouncilStatements(db, councilSlugs(kit)),
  entries: ({ council }) => [
    { label: `council ${council.slug}` },
    ...council.seats.map(({ slug }) => ({ label: `seat ${slug}` })),
    ...(council.contact_email ? [{ label: `committee ${wholeCouncil}` }] : []),
    ...council.committees.map(({ slug }) => ({ label: `committee ${slug}` })),
  ],
  snapshot: (_part, { db, kit }) => [councilSnapshotStatement(db, councilSlugs(kit))],
});

/** Whom an action is addressed to. Without a committee it is the council as a whole, which then needs an address. */
export function addresseeProblems(names: Names, committee: string | undefined, path: string): KitProblem[] {
  if (committee !== undefined) return names.unlessIn(committeeNames, committee, path);
  const known = names.in(committeeNames);
  const message = 'is missing: name a committee, or give the council a contact_email of its own';
  return problemIf(known !== undefined && !known.includes(wholeCouncil), path, message);
}

function spokenTo(
  path: string,
  { language }: z.output<typeof digest>,
  languages: readonly Language[],
): KitProblem[] {
  return problemIf(
    language !== undefined && !languages.includes(language),
    `${path}.digest.language`,
    `must be a language of the kit: ${languages.join(', ')}`,
  );
}

/** These slugs identify the council of a kit. */
export function councilSlugs(kit: Kit): { city: string; council: string } {
  return { city: cityKitSection.of(kit).city.slug, council: councilKitSection.of(kit).council.slug };
}

function councilOf(
  { slug, name, majority, decides, seats, committees, contact_email, digest }: z.output<typeof council>,
  { timeZone, languages, now }: { timeZone: string; languages: Language[]; now: Date },
): CouncilOfKit {
  const only = languages.length === 1 ? (languages[0] ?? null) : null;
  const whole = contact_email
    ? [{ slug: wholeCouncil, name, remit: { en: '', es: '' }, contact_email, digest }]
    : [];
  return {
    slug,
    name,
    // Without seats, the page says nothing about votes.
    majority: majority ?? 1,
    decides: decides ?? null,
    seats: seats.map(({ slug, title, district }) => ({ slug, title, district: district ?? null })),
    committees: [...whole, ...committees].map(({ slug, name, remit, contact_email, digest }) => ({
      slug,
      name,
      remit,
      contactEmail: contact_email,
      digestDay: digest.day,
      digestHour: digest.hour,
      language: digest.language ?? only,
      nextDigestAt: nextDigestAt(digest.day, digest.hour, timeZone, now),
    })),
  };
}
