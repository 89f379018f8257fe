import { freshSlug, type KitOverrides, smallKit } from './factories.ts';

const both = (text: string) => ({ en: text, es: `${text} (es)` });

export type SlotOfTest = { slug: string; starts: string; ends: string; capacity?: number };

/** Two evenings in January with so many places, and an address for people who have one. */
export function smallEvent(overrides: Record<string, unknown> = {}) {
  return {
    slug: freshSlug('event'),
    kind: 'workshop',
    committee: 'safety',
    title: both('A small workshop'),
    ask: both('Learn how it works'),
    text: both('We meet and talk.'),
    opens_on: '2026-09-01',
    place: { name: both('The library'), address: '12 Secret Street', address_for: 'confirmed' },
    times: [
      { slug: 'first', starts: '2027-01-14T18:00', ends: '2027-01-14T20:00', capacity: 2 },
      { slug: 'second', starts: '2027-01-21T18:00', ends: '2027-01-21T20:00', capacity: 2 },
    ] as SlotOfTest[],
    accessibility: both('A ramp at the side door.'),
    languages: ['en', 'es'],
    child_care: both('For children from three years.'),
    links: [] as { code: string; source: string }[],
    ...overrides,
  };
}

export function eventKit({ event, ...overrides }: KitOverrides & { event?: Record<string, unknown> } = {}) {
  return { ...smallKit(overrides), events: [smallEvent(event)] };
}

export type EventKit = ReturnType<typeof eventKit>;
