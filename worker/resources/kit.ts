import * as z from 'zod';
import { campaignKitSection } from '../campaigns/kit.ts';
import { type KitProblem, list, name, problemIf, repeatedSlugs } from '../kits/problems.ts';
import { kitSection } from '../kits/section.ts';
import { cityKitSection } from '../places/kit.ts';
import { dateIn } from '../platform/time/clock.ts';
import { resourceKeys, type ServiceOfKit } from './kit-schema.ts';
import { partsSnapshotStatement, savePartsStatements } from './kit-store.ts';
import type { Service } from './rules.ts';
import { secretPlaces } from './secret-place-rules.ts';
import { uuidOf } from './uuid.ts';

export const resourcesKitSection = kitSection({
  forms: async () => (await import('./kit-form-rules.ts')).resourceForms,
  needs: [campaignKitSection],
  keys: resourceKeys,
  skeleton: { services: z.array(z.unknown()).catch([]) },
  references: ({ services }) => [
    ...repeatedSlugs('services', list({ slug: name }).parse(services)),
    ...services.flatMap((service, i) => secretPlaces(service, `services[${i}]`)),
  ],
  dated: ({ services, ...kit }, now) => {
    const today = dateIn(cityKitSection.of(kit).city.time_zone, now);
    return services.flatMap(({ checked_on }, i) => notYet(checked_on, today, `services[${i}].checked_on`));
  },
  open: ({ services, campaign }, { db }) =>
    savePartsStatements(db, campaign.slug, {
      services: services.map((service) => serviceOf(service, campaign.slug)),
    }),
  entries: ({ services }) => services.map(({ slug }) => ({ label: `service ${slug}` })),
  snapshot: ({ campaign }, { db }) => [partsSnapshotStatement(db, campaign.slug)],
});

function notYet(date: string, today: string, path: string): KitProblem[] {
  return problemIf(date > today, path, 'is in the future: write the day on which somebody checked');
}

function serviceOf(service: ServiceOfKit, campaign: string): Service {
  const { slug, name, organization, offers, cost, level, police, phones } = service;
  const { address, coordinates, map_link } = service;
  const isSomewhere = address !== undefined || coordinates !== undefined || map_link !== undefined;
  return {
    id: uuidOf(`service ${campaign} ${slug}`),
    ...{ slug, name, organization, offers, cost, level, police },
    needs: [...new Set(service.needs)],
    for: [...new Set(service.for)],
    languages: [...new Set(service.languages)],
    hasInterpreters: service.interpreters,
    policeNote: service.police_note ?? null,
    hours: service.hours ?? null,
    area: service.area ?? null,
    phones: phones.map((phone) => ({ ...phone, name: phone.name ?? null })),
    site: service.site ?? null,
    place: isSomewhere
      ? {
          address: address
            ? { line: address.line, city: address.city, region: address.state, zip: address.zip }
            : null,
          coordinates: coordinates ?? null,
          map: map_link ?? null,
        }
      : null,
    alert: service.alert ?? null,
    checkedOn: service.checked_on,
    checkedBy: service.checked_by,
    isExample: service.example,
  };
}
