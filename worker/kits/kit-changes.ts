import type { Kit } from './schema.ts';

/** One thing that a kit makes, by the name that a person gives it, with what it consists of. */
export type Entry = { label: string; fields: Record<string, unknown> };

export type KitChanges = {
  /** Such as "campaign arrest-the-trafficker: summary changed", "28299 added"; empty where nothing changed. */
  changes: string[];
  /** What is not as the kit says, because people decided otherwise or something refers to it. */
  kept: string[];
};

export function changesBetween(before: Entry[], after: Entry[]): string[] {
  const earlier = new Map(before.map(({ label, fields }) => [label, fields]));
  const later = new Set(after.map(({ label }) => label));
  return [
    ...after.flatMap(({ label, fields }) => {
      const known = earlier.get(label);
      if (!known) return [`${label} added`];
      const changed = fieldsThatDiffer(known, fields);
      return changed.length > 0 ? [`${label}: ${changed.join(', ')} changed`] : [];
    }),
    ...before.filter(({ label }) => !later.has(label)).map(({ label }) => `${label} removed`),
  ];
}

export function keptAgainst(kit: Kit, after: Entry[]): string[] {
  const labels = labelsOf(kit);
  const states = new Map<string, string>([
    ...kit.petitions.map(({ slug, state }) => [`petition ${slug}`, state] as const),
    ...kit.surveys.map(({ slug, state }) => [`survey ${slug}`, state] as const),
  ]);
  const partners = new Map(
    kit.campaign.sources.map(({ slug, partner }) => [`source ${slug}`, partner ?? null]),
  );
  return after.flatMap(({ label, fields }) => {
    // Thresholds of a petition that stays are not worth a line each.
    if (!labels.has(label.split(', ')[0]!))
      return label.includes(', ') ? [] : [`${label} is not in the kit and stays`];
    if (!labels.has(label)) return [`${label} is not in the kit and stays`];
    const partner = partners.get(label);
    if (partner !== undefined && fields.partner !== partner) {
      return [
        `${label} is credited to ${fields.partner} and stays so, the kit says ${partner ?? 'to the campaign'}`,
      ];
    }
    const state = states.get(label);
    if (state === undefined || fields.state === state) return [];
    return [`${label} is ${fields.state} and stays so, the kit says ${state}`];
  });
}

/** The labels of the snapshot of a database that holds this kit and nothing else. */
function labelsOf({ city, council, campaign, petitions, surveys }: Kit): Set<string> {
  return new Set([
    `city ${city.slug}`,
    ...city.districts.map(({ code }) => `district ${code}`),
    ...Object.keys(city.zips),
    `council ${council.slug}`,
    ...council.seats.map(({ slug }) => `seat ${slug}`),
    ...council.committees.map(({ slug }) => `committee ${slug}`),
    `campaign ${campaign.slug}`,
    ...campaign.partners.map(({ slug }) => `partner ${slug}`),
    ...campaign.sources.map(({ slug }) => `source ${slug}`),
    ...petitions.map(({ slug }) => `petition ${slug}`),
    ...petitions.flatMap(({ slug, thresholds }) =>
      thresholds.map(({ signatures }) => `petition ${slug}, threshold ${signatures}`),
    ),
    ...surveys.map(({ slug }) => `survey ${slug}`),
    ...[...petitions, ...surveys].flatMap(({ links }) => links.map(({ code }) => `short link ${code}`)),
  ]);
}

function fieldsThatDiffer(before: Entry['fields'], after: Entry['fields']): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
