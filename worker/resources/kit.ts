import * as z from 'zod';
import { campaignKitSection } from '../campaigns/kit.ts';
import { nameList, namesAt } from '../kits/names.ts';
import { type KitProblem, list, name, part, problemIf } from '../kits/problems.ts';
import { kitSection } from '../kits/section.ts';
import { cityKitSection } from '../places/kit.ts';
import { dateIn } from '../platform/time/clock.ts';
import { assetOf, assetProblems } from './assets.ts';
import { type ReferralOfKit, resourceKeys, type ServiceOfKit } from './kit-schema.ts';
import { deletePartsStatements, partsSnapshotStatement, savePartsStatements } from './kit-store.ts';
import { asked, type Referral } from './referral-rules.ts';
import type { Service } from './rules.ts';
import { secretPlaces } from './secret-place-rules.ts';
import { uuidOf } from './uuid.ts';

const serviceNames = nameList('a service of this kit');

export const resourcesKitSection = kitSection({
  forms: async () => (await import('./kit-form-rules.ts')).resourceForms,
  needs: [campaignKitSection],
  keys: resourceKeys,
  skeleton: {
    services: z.array(z.unknown()).catch([]),
    assets: list({ slug: name, phase: name, partner: name, district: name }),
    campaign: part({ phases: list({ slug: name }), partners: list({ slug: name }) }),
    referral: part(
      Object.fromEntries(asked.map((one) => [one, part({ services: z.array(name).catch([]) })])),
    ),
  },
  names: ({ services }) => [
    { list: serviceNames, names: namesAt('services', 'slug', list({ slug: name }).parse(services)) },
  ],
  references: ({ services, referral, assets, campaign }, names) => [
    ...assetProblems({ assets, campaign }, names),
    ...services.flatMap((service, i) => secretPlaces(service, `services[${i}]`)),
    ...asked.flatMap((question) =>
      (referral?.[question]?.services ?? []).flatMap((slug, i) =>
        names.unlessIn(serviceNames, slug, `referral.${question}.services[${i}]`),
      ),
    ),
    ...problemIf(referral !== null && services.length === 0, 'referral', 'needs a service to call'),
  ],
  dated: ({ services, referral, assets, ...kit }, now) => {
    const today = dateIn(cityKitSection.of(kit).city.time_zone, now);
    return [
      ...services.flatMap(({ checked_on }, i) => notYet(checked_on, today, `services[${i}].checked_on`)),
      ...notYet(referral?.reviewed_on ?? today, today, 'referral.reviewed_on'),
      ...assets.flatMap(({ since }, i) => notYet(since ?? today, today, `assets[${i}].since`)),
    ];
  },
  // For the console's menu.
  content: ({ services, assets }) => (services.length + assets.length > 0 ? { resources: true } : {}),
  open: ({ services, referral, assets, campaign }, { db }) =>
    savePartsStatements(db, campaign.slug, {
      services: services.map((service) => serviceOf(service, campaign.slug)),
      referral: referral ? [referralOf(referral)] : [],
      assets: assets.filter((one) => one.public).map(assetOf),
      'hidden-assets': assets.filter((one) => !one.public).map(assetOf),
    }),
  takeBack: ({ campaign }, { db }) => deletePartsStatements(db, campaign.slug),
  entries: ({ services, referral, assets }) => [
    ...services.map(({ slug }) => ({ label: `service ${slug}` })),
    ...(referral ? [{ label: 'referral' }] : []),
    ...assets.map(({ slug }) => ({ label: `asset ${slug}` })),
  ],
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

function referralOf(referral: ReferralOfKit): Referral {
  const { indicators, myths, laws, card, message } = referral;
  const ofEach = <Value>(value: (step: ReferralOfKit['danger']) => Value) => ({
    danger: value(referral.danger),
    minor: value(referral.minor),
    wants_help: value(referral.wants_help),
    not_yet: value(referral.not_yet),
  });
  const sourced = <Entry extends { source: { name: string; url?: string | undefined } }>(entry: Entry) => {
    return { ...entry, source: { name: entry.source.name, url: entry.source.url ?? null } };
  };
  return {
    steps: ofEach((step) => step.do),
    services: ofEach(({ services }) => services),
    ...{ indicators, card, message },
    myths: myths.map(sourced),
    laws: laws.map(sourced),
    reviewedOn: referral.reviewed_on ?? null,
    reviewedBy: referral.reviewed_by ?? null,
  };
}
