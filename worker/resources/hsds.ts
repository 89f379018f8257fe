import type { Language, Text } from '../../web/language.ts';
import { audienceLabels, languageLabels, needLabels, policeLabels } from './kit-form-labels-rules.ts';
import type { Service } from './rules.ts';
import { uuidOf } from './uuid.ts';

/** The fields of a service that HSDS 3.1 has in lists. No person and no address for mail is in it. */
export function listedService(service: Service, language: Language) {
  const { id, name, organization, offers, cost, site, alert, checkedOn, hasInterpreters } = service;
  const organizationId = uuidOf(`organization ${organization.en}`);
  return {
    id,
    organization_id: organizationId,
    name: name[language],
    description: offers[language],
    ...(site !== null && { url: site }),
    status: 'active',
    ...(hasInterpreters && { interpretation_services: interpreters[language] }),
    fees_description: cost[language],
    eligibility_description: eligibility(service, language),
    assured_date: checkedOn,
    ...(alert && { alert: alert[language] }),
    organization: {
      id: organizationId,
      name: organization[language],
      description: organization[language],
    },
  };
}

const interpreters: Text = { en: 'Interpreters for other languages', es: 'Intérpretes para otros idiomas' };
const everyone: Text = { en: 'Everyone', es: 'Todas las personas' };

function eligibility(service: Service, language: Language): string {
  return service.for.map((one) => audienceLabels[one][language]).join('; ') || everyone[language];
}

/** A service with all that belongs to it. */
export function fullService(service: Service, language: Language) {
  const { id, phones, hours, area, languages, cost } = service;
  const partId = (part: string) => uuidOf(`${id} ${part}`);
  const ofService = (part: string) => ({ id: partId(part), service_id: id });
  return {
    ...listedService(service, language),
    phones: phones.map(({ number, kind, name }, i) => ({
      ...ofService(`phone ${i}`),
      number,
      type: kind,
      ...(name && { description: name[language] }),
    })),
    schedules: hours ? [{ ...ofService('schedule'), description: hours[language] }] : [],
    service_areas: area ? [{ ...ofService('area'), name: area[language] }] : [],
    languages: languages.map((code) => ({
      ...ofService(`language ${code}`),
      name: languageLabels[code]?.[language] ?? code,
      code,
    })),
    cost_options: [{ ...ofService('cost'), option: cost[language] }],
    service_at_locations: [
      { ...ofService('at'), location_id: partId('location'), location: locationOf(service, partId) },
    ],
    attributes: attributesOf(service, { language, partId }),
  };
}

/** What is reached by phone or online is a virtual location. HSDS has no way to keep an address secret: ours has none. */
function locationOf({ place }: Service, partId: (part: string) => string) {
  const id = partId('location');
  if (!place) return { id, location_type: 'virtual' };
  const { address, coordinates } = place;
  return {
    id,
    location_type: 'physical',
    ...coordinates,
    ...(place.map !== null && { url: place.map }),
    addresses: address
      ? [
          {
            id: partId('address'),
            location_id: id,
            address_1: address.line,
            city: address.city,
            state_province: address.region,
            postal_code: address.zip,
            country: 'US',
            address_type: 'physical',
          },
        ]
      : [],
  };
}

/** What HSDS has no fields for: what it helps with, and whether it tells the police. */
function attributesOf(
  { id, needs, police, policeNote }: Service,
  { language, partId }: { language: Language; partId: (part: string) => string },
) {
  const attribute = (link_type: string, value: string, label: string) => ({
    id: partId(`${link_type} ${value}`),
    link_id: id,
    link_entity: 'service',
    link_type,
    value,
    label,
  });
  return [
    ...needs.map((need) => attribute('need', need, needLabels[need][language])),
    attribute('talks-to-the-police', police, policeLabels[police][language]),
    ...(policeNote ? [attribute('police-note', 'note', policeNote[language])] : []),
  ];
}
