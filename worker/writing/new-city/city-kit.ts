import type { Text } from '../../../web/language.ts';
import { patchOf } from '../../kits/extends/patch-rules.ts';
import { isGroup, type Json, type JsonObject, valueAt } from '../../kits/json-rules.ts';
import { mapActions, slugsInAddresses } from '../../kits/renaming-rules.ts';
import { findKind } from '../../surveys/kinds/questions.ts';
import { slugOf } from '../new-kit/new-kit.ts';
import type { NewCity } from './ask-city.ts';
import { type Seat, seatsOf } from './council-kinds.ts';

/** What another kit says of its own place: its events, what it has there, its neighbors and its state's cities. */
const ofItsPlace = ['$schema', 'made_of', 'assets', 'events', 'network', 'rollup', 'rollup_cities'];

/** How it was read, such as `template`, and the hash of its file. */
export type Parent = { kit: JsonObject; from: string; sha256: string };

/** The file of a city that takes up the campaign of another kit: only what differs. */
export function cityKit(given: NewCity, { kit, from, sha256 }: Parent): JsonObject {
  const wanted = wantedOf(given, kit);
  const patch = patchOf(kit, wanted);
  const theirs = String(valueAt(kit, ['city', 'name']) ?? '');
  const slugs = slugsInAddresses(wanted).map((slug) => [
    slug,
    placedSlug(unplacedSlug(slug, theirs), given.city),
  ]);
  return {
    extends: { from, sha256 },
    ...(slugs.length > 0 && { slugs: Object.fromEntries(slugs) }),
    ...(isGroup(patch) ? patch : {}),
  };
}

/** Without the name of the city that it is taken from. */
function unplacedSlug(slug: string, city: string): string {
  const place = slugOf(city);
  return place !== '' && slug.endsWith(`-${place}`) ? slug.slice(0, -place.length - 1) : slug;
}

/** With the name of the city: addresses are the same for all campaigns of a deployment. */
export function placedSlug(slug: string, city: string): string {
  const place = slugOf(city).slice(0, 30).replace(/-$/, '');
  return `${slug.slice(0, 59 - place.length).replace(/-$/, '')}-${place}`;
}

/** The other kit as this city wants it. */
function wantedOf(given: NewCity, parent: JsonObject): JsonObject {
  const seats = seatsOf(given.kind, given);
  const theirs = committeesOf(parent);
  const committees = committeesHere(given, theirs);
  const stands = new Map(
    theirs.map(({ slug }, at) => [String(slug), committees[at]?.slug ?? committees[0]?.slug]),
  );
  const others = Object.fromEntries(Object.entries(parent).filter(([key]) => !ofItsPlace.includes(key)));
  const wanted: JsonObject = {
    ...others,
    ...(given.language !== 'both' && { languages: [given.language] }),
    city: {
      slug: slugOf(given.city),
      name: given.city,
      region: given.region,
      time_zone: given.timeZone,
      districts: given.districts,
      zips: given.zips,
    },
    council: {
      slug: slugOf(given.council.en),
      name: given.council,
      contact_email: given.councilEmail,
      majority: given.majority,
      seats,
      committees,
    },
    campaign: campaignOf(given, parent.campaign, String(valueAt(parent, ['city', 'name']) ?? '')),
    ...(isGroup(parent.strategy) && { strategy: strategyOf(parent.strategy, { seats, committees }) }),
    ...servicesOf(parent),
    ...(Array.isArray(parent.official_responses) && {
      official_responses: addressed(parent.official_responses, stands),
    }),
  };
  return mapActions(wanted, (action) => actionOf(action, { given, stands }));
}

type Committee = { slug: string; name: Text; remit: Json; contact_email: string };

function committeesOf(parent: JsonObject): JsonObject[] {
  const list = valueAt(parent, ['council', 'committees']);
  return Array.isArray(list) ? list.filter(isGroup) : [];
}

const usualRemit: Text = {
  en: 'It looks at this first, and tells all members what it recommends.',
  es: 'Lo estudia primero y dice a todos qué recomienda.',
};

/** The first stands for the other kit's first, and so on. One that stands for none has a usual remit. */
function committeesHere({ committees }: NewCity, theirs: readonly JsonObject[]): Committee[] {
  return committees.map(({ name, email }, at) => {
    const { slug, remit, digest, checked_on: _, ...more } = theirs[at] ?? {};
    return {
      ...more,
      slug: typeof slug === 'string' ? slug : slugOf(name.en),
      name,
      remit: remit ?? usualRemit,
      contact_email: email,
      ...(digest !== undefined && { digest }),
    };
  });
}

type AddresseeOf = ReadonlyMap<string, string | undefined>;

/** With the committees of here; without one it is addressed to the whole council. */
function addressed(value: Json, stands: AddresseeOf): Json {
  if (Array.isArray(value)) return value.map((one) => addressed(one, stands));
  if (!isGroup(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]): [string, Json][] => {
      if (key !== 'committee' || typeof one !== 'string') return [[key, addressed(one, stands)]];
      const here = stands.get(one);
      return here === undefined ? [] : [[key, here]];
    }),
  );
}

/** States of what is not open there, and is not opened here by itself. */
const asleep = ['draft', 'rejected', 'removed'];

function actionOf(
  action: JsonObject,
  { given, stands }: { given: NewCity; stands: AddresseeOf },
): JsonObject {
  const { links: _l, carry: _c, text_note: _n, text_change: _t, rejection: _r, state, ...others } = action;
  const here = addressed(others, stands) as JsonObject;
  return {
    ...here,
    ...(state !== undefined && { state: asleep.includes(String(state)) ? 'draft' : 'open' }),
    opens_on: given.opensOn,
    closes_on: given.closesOn,
    ...(Array.isArray(here.sections) && { sections: withoutDistricts(here.sections, given) }),
  };
}

/** Where there is one district, nobody is asked for it. */
function withoutDistricts(sections: Json[], { districts }: NewCity): Json[] {
  if (districts.length > 1) return sections;
  const isAsked = (question: Json) => !findKind(String(valueAt(question, ['kind'])))?.kit.asksDistrict;
  return sections.map((section) =>
    isGroup(section) && Array.isArray(section.questions)
      ? { ...section, questions: section.questions.filter(isAsked) }
      : section,
  );
}

function campaignOf(given: NewCity, parent: Json | undefined, city: string): JsonObject {
  const { updates: _u, partners: _p, stories: _s, slug, title, ...others } = isGroup(parent) ? parent : {};
  const words = isGroup(title) ? (title.en ?? title.es ?? '') : (title ?? '');
  const isOwnName = given.name !== null && given.name !== words;
  const theirs = unplacedSlug(slugOf(String(slug ?? words)), city);
  const base = isOwnName ? slugOf(given.name ?? '') : placedSlug(theirs, given.city);
  return {
    ...others,
    slug: base,
    title: isOwnName ? { en: given.name, es: given.name } : (title ?? null),
    contact_email: given.email,
    ...(Array.isArray(others.phases) && { phases: phasesOf(others.phases, given) }),
    junctures: juncturesOf(given),
    ...(Array.isArray(others.sources) && {
      sources: others.sources.filter((one) => isGroup(one) && one.partner === undefined),
    }),
  };
}

/** The first ends with the vote on the budget. Dates can be changed once they are planned. */
function phasesOf(phases: Json[], { opensOn, closesOn, budgetVote }: NewCity): Json[] {
  return phases.map((phase, at) => {
    if (!isGroup(phase)) return phase;
    const { ends_on: _, ...others } = phase;
    return { ...others, starts_on: opensOn, ...(at === 0 && { ends_on: budgetVote ?? closesOn }) };
  });
}

function juncturesOf({ budgetVote, election }: NewCity): JsonObject[] {
  return [
    ...(budgetVote === null
      ? []
      : [
          {
            slug: 'budget-vote',
            name: { en: 'Budget vote (planned date)', es: 'Votación del presupuesto (fecha prevista)' },
            summary: {
              en: 'Those who decide vote on the budget. They may still change the date.',
              es: 'Quienes deciden votan el presupuesto. Aún pueden cambiar la fecha.',
            },
            on: budgetVote,
          },
        ]),
    ...(election === null
      ? []
      : [
          {
            slug: 'election',
            name: { en: 'Election (planned date)', es: 'Elecciones (fecha prevista)' },
            summary: {
              en: 'People elect those who decide here.',
              es: 'Se elige a quienes deciden aquí.',
            },
            on: election,
          },
        ]),
  ];
}

/** Kinds of groups stay, offices and committees are those of here. */
function strategyOf(
  strategy: JsonObject,
  { seats, committees }: { seats: readonly Seat[]; committees: readonly Committee[] },
): JsonObject {
  const theirs = Array.isArray(strategy.stakeholders) ? strategy.stakeholders.filter(isGroup) : [];
  const groups = theirs.filter((one) => one.seat === undefined && !String(one.slug).startsWith('committee-'));
  return {
    ...strategy,
    stakeholders: [
      ...groups,
      ...seats.map(({ slug, title }) => ({ slug, name: title, kind: 'decides', seat: slug })),
      ...committees.map(({ slug, name }) => ({ slug: `committee-${slug}`, name, kind: 'decides' })),
    ],
  };
}

/** Services of another city or state are of no help here. */
function servicesOf({ services, referral }: JsonObject): JsonObject {
  if (!Array.isArray(services)) return {};
  const kept = services.filter((one) => isGroup(one) && !['local', 'state'].includes(String(one.level)));
  const slugs = kept.map((one) => valueAt(one, ['slug']));
  const steps = isGroup(referral) ? Object.entries(referral) : [];
  return {
    services: kept,
    ...(isGroup(referral) && {
      referral: Object.fromEntries(
        steps.map(([key, step]) => [
          key,
          isGroup(step) && Array.isArray(step.services)
            ? { ...step, services: step.services.filter((one) => slugs.includes(one)) }
            : step,
        ]),
      ),
    }),
  };
}
