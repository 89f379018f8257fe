import * as z from 'zod';
import {
  actionEntry,
  actionNames,
  actionOf,
  actionSkeleton,
  actionsAsTheyStand,
  pastClosings,
  rejectionProblems,
  signedTexts,
  takenActions,
} from '../actions/kit.ts';
import {
  actionsSnapshotStatement,
  deleteActionsStatements,
  saveActionsStatements,
} from '../actions/kit-store.ts';
import { campaignKitSection } from '../campaigns/kit.ts';
import { coalitionKitSection, sourceNames } from '../coalition/kit.ts';
import { linkEntries, linkNames, linkSkeleton, takenLinks } from '../coalition/kit-links.ts';
import { saveShortLinksStatement } from '../coalition/kit-store.ts';
import { addresseeProblems, councilKitSection, councilSlugs } from '../councils/kit.ts';
import { type Names, namesAt } from '../kits/names.ts';
import {
  type KitProblem,
  list,
  name,
  part,
  problemIf,
  repeatedSlugs,
  unlessInOrder,
} from '../kits/problems.ts';
import { type Kit, kitSection } from '../kits/section.ts';
import { cityKitSection } from '../places/kit.ts';
import { lessonNames, trainingKitSection } from '../training/kit.ts';
import { guestsOfKit } from './guests/kit-schema.ts';
import { commentOfKit } from './hearing/kit-schema.ts';
import { event, type KitEvent } from './kit-schema.ts';
import {
  deleteEventsStatements,
  type EventOfKit,
  eventsSnapshotStatement,
  listUsedSlots,
  saveEventsStatements,
} from './kit-store.ts';
import { inProgramme, sessionOfKit, sessionSkeleton } from './programme/kit.ts';
import { instantOf, twoDaysBefore } from './time-rules.ts';

const events = list({
  ...actionSkeleton,
  roles: list({ slug: name, lessons: z.array(name).catch([]) }),
  times: list({ slug: name, role: name, starts: name, ends: name }),
  sessions: sessionSkeleton,
  comment: part({ register_by: name }),
  links: list(linkSkeleton),
});
type Skeleton = z.output<typeof events>[number];

export const eventKitSection = kitSection({
  forms: async () => (await import('./kit-form-rules.ts')).eventForms,
  needs: [councilKitSection, campaignKitSection, coalitionKitSection, trainingKitSection],
  keys: { events: z.array(event).max(200).default([]) },
  skeleton: { events },
  names: ({ events }) => [
    { list: actionNames, one: 'an event', names: namesAt('events', 'slug', events) },
    linkNames('events', events),
  ],
  references: ({ events }, names) => events.flatMap((one, i) => inEvent(`events[${i}]`, one, names)),
  refusals: async ({ events }, stored) => [
    ...(await takenActions('event', events, stored)),
    ...(await takenLinks('events', events, stored)),
    ...(await usedSlots(events, stored.db)),
  ],
  check: ({ events, ...kit }) => [
    ...rejectionProblems('event', events),
    ...unknownTimes(events, kit),
    ...missingNorms(events, kit),
  ],
  closings: ({ events }, closing) => pastClosings('event', events.map(withLastDay), closing),
  // For the console's menu.
  content: ({ events }) => (events.length > 0 ? { events: true } : {}),
  open: ({ events, campaign }, opening) => [
    ...saveActionsStatements(
      opening.db,
      events.map((one) => ({ kind: 'event', ...actionOf(withLastDay(one), opening), asksStreet: false })),
      { campaign: campaign.slug, ...councilSlugs(opening.kit), now: opening.now },
    ),
    ...saveEventsStatements(
      opening.db,
      events.map((one) => eventOfKit(one, zoneOf(opening.kit))),
      { campaign: campaign.slug, now: opening.now },
    ),
    saveShortLinksStatement(
      opening.db,
      campaign.slug,
      events.flatMap(({ slug, links }) =>
        links.map(({ code, source }) => ({ code, target: `/events/${slug}?source=${source}` })),
      ),
    ),
  ],
  takeBack: ({ campaign }, { db }) => [
    ...deleteEventsStatements(db, campaign.slug),
    ...deleteActionsStatements(db, { kind: 'event', campaign: campaign.slug }),
  ],
  entries: ({ events }) => [...events.map((one) => actionEntry('event', one)), ...linkEntries(events)],
  snapshot: ({ campaign }, { db }) => [
    actionsSnapshotStatement(db, { kind: 'event', campaign: campaign.slug }),
    eventsSnapshotStatement(db, campaign.slug),
  ],
  asItStands: (json, _part, stored) => actionsAsTheyStand('event', json, stored),
  texts: ({ events }) => signedTexts('event', events),
});

function zoneOf(kit: Kit): string {
  return cityKitSection.of(kit).city.time_zone;
}

/** Whoever names no last day to sign up can sign up until the day on which the last time ends. */
function withLastDay(one: KitEvent): KitEvent {
  const last = one.times.map(({ ends }) => ends.slice(0, 10)).toSorted();
  return { ...one, closes_on: one.closes_on ?? last.at(-1) };
}

function eventOfKit(one: KitEvent, timeZone: string): EventOfKit {
  const { slug, kind, place, roles, times, accessibility, languages, interpreters, child_care, cancelled } =
    one;
  const roleNamed = (named: string | undefined) => roles.find((role) => role.slug === named);
  // The section's check has refused times that its clock does not have.
  const at = (local: string) => instantOf(local, timeZone)?.getTime() ?? 0;
  return {
    slug,
    content: {
      kind,
      place: {
        name: place.name,
        address: place.address ?? null,
        url: place.url ?? null,
        isForConfirmed: place.address_for === 'confirmed',
      },
      accessibility: accessibility ?? null,
      languages,
      interpreters: interpreters ?? null,
      childCare: child_care ?? null,
      cancelled: cancelled ?? null,
      roles: roles.map(({ norms, about, ...role }) => ({ ...role, about: about ?? null, asksNorms: norms })),
      slots: times
        .map((time) => ({
          slug: time.slug,
          name: time.name ?? null,
          role: time.role ?? null,
          asksNorms: roleNamed(time.role)?.norms ? (1 as const) : (0 as const),
          lessons: roleNamed(time.role)?.lessons ?? [],
          startsAt: at(time.starts),
          endsAt: at(time.ends),
          capacity: time.capacity ?? null,
          remindAt: twoDaysBefore(new Date(at(time.starts)), timeZone).getTime(),
        }))
        .toSorted((a, b) => a.startsAt - b.startsAt),
      ...(one.sessions.length > 0 && { sessions: one.sessions.map((session) => sessionOfKit(session, at)) }),
      ...guestsOfKit(one),
      ...(one.comment && { comment: commentOfKit(one.comment, at) }),
    },
  };
}

function inEvent(path: string, one: Skeleton, names: Names): KitProblem[] {
  if (!one) return [];
  return [
    ...addresseeProblems(names, one.committee, `${path}.committee`),
    ...unlessInOrder(one.opens_on, one.closes_on, `${path}.closes_on`, 'opens_on'),
    ...repeatedSlugs(`${path}.times`, one.times),
    ...inRoles(path, one, names),
    ...one.times.flatMap((time, i) =>
      problemIf(
        time?.starts !== undefined && time.ends !== undefined && time.ends <= time.starts,
        `${path}.times[${i}].ends`,
        'is not after starts',
      ),
    ),
    ...inProgramme(path, one.sessions, one.times),
    ...registersInTime(path, one),
    ...one.links.flatMap((link, i) =>
      names.unlessIn(sourceNames, link?.source, `${path}.links[${i}].source`),
    ),
  ];
}

/** Nobody can register to speak once everything is over. */
function registersInTime(path: string, { comment, times }: NonNullable<Skeleton>): KitProblem[] {
  const by = comment?.register_by;
  const isLate = by !== undefined && times.every((time) => time?.ends !== undefined && time.ends < by);
  return problemIf(
    isLate && times.length > 0,
    `${path}.comment.register_by`,
    'is after the end of the event',
  );
}

function inRoles(path: string, { roles, times }: NonNullable<Skeleton>, names: Names): KitProblem[] {
  return [
    ...repeatedSlugs(`${path}.roles`, roles),
    ...roles.flatMap((role, i) =>
      (role?.lessons ?? []).flatMap((lesson, n) =>
        names.unlessIn(lessonNames, lesson, `${path}.roles[${i}].lessons[${n}]`),
      ),
    ),
    ...times.flatMap((time, i) =>
      problemIf(
        time?.role !== undefined && !roles.some((role) => role?.slug === time.role),
        `${path}.times[${i}].role`,
        'is not a role of this event',
      ),
    ),
  ];
}

function missingNorms(events: KitEvent[], kit: Kit): KitProblem[] {
  if (coalitionKitSection.of(kit).campaign.norms.length > 0) return [];
  return events.flatMap(({ roles }, i) =>
    roles.flatMap(({ norms }, n) =>
      problemIf(norms, `events[${i}].roles[${n}].norms`, 'asks for norms, and the campaign has none'),
    ),
  );
}

/** Twice a year a clock skips an hour, and twice it shows one again. */
function unknownTimes(events: KitEvent[], kit: Kit): KitProblem[] {
  const timeZone = zoneOf(kit);
  const unlessKnown = (path: string, local: string) =>
    problemIf(
      instantOf(local, timeZone) === null,
      path,
      'is no time of the city, or one that its clock shows twice on that day',
    );
  return events.flatMap(({ times, sessions, comment }, i) => [
    ...Object.entries({ times, sessions }).flatMap(([list, spans]) =>
      spans.flatMap(({ starts, ends }, n) => [
        ...unlessKnown(`events[${i}].${list}[${n}].starts`, starts),
        ...unlessKnown(`events[${i}].${list}[${n}].ends`, ends),
      ]),
    ),
    ...(comment?.register_by ? unlessKnown(`events[${i}].comment.register_by`, comment.register_by) : []),
  ]);
}

async function usedSlots(events: KitEvent[], db: D1Database): Promise<KitProblem[]> {
  const used = await listUsedSlots(
    db,
    events.map(({ slug }) => slug),
  );
  return events.flatMap(({ slug, times }, i) => {
    const missing = (used.get(slug) ?? []).filter((named) => !times.some((time) => time.slug === named));
    return missing.map((named) => ({
      path: `events[${i}].times`,
      message: `has no ${named} any more, for which people have signed up: move the time, or cancel the event`,
    }));
  });
}
