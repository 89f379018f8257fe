import type { Text } from '../../web/language.ts';
import { addDays, daysBetween } from '../platform/time/clock.ts';

export const needs = [
  'hotline',
  'shelter',
  'safety-planning',
  'legal',
  'immigration',
  'health',
  'counseling',
  'case-management',
  'basics',
  'work',
  'family',
] as const;
export type Need = (typeof needs)[number];

export const audiences = ['labor', 'sex', 'minors', 'men', 'lgbtq', 'undocumented'] as const;
export type Audience = (typeof audiences)[number];

/** Whether a service tells the police of those who come to it. */
export const policePolicies = ['never', 'if-you-ask', 'must'] as const;
export type Police = (typeof policePolicies)[number];

export const levels = ['local', 'state', 'national', 'international'] as const;
export type Level = (typeof levels)[number];

export const phoneKinds = ['voice', 'text', 'tty'] as const;
type PhoneKind = (typeof phoneKinds)[number];

/** ISO 639 codes of languages that a service may speak. */
export const serviceLanguages = [
  ...['en', 'es', 'am', 'ar', 'fa', 'fr', 'hi', 'ht', 'km', 'ko', 'my', 'ne'],
  ...['ps', 'pt', 'ru', 'so', 'sw', 'tl', 'uk', 'vi', 'zh'],
] as const;

type Address = { line: string; city: string; region: string; zip: string };

export type Service = {
  /** A UUID, made of the slugs of the campaign and the service. */
  id: string;
  slug: string;
  name: Text;
  organization: Text;
  offers: Text;
  needs: Need[];
  /** Empty: for everyone. */
  for: Audience[];
  languages: string[];
  hasInterpreters: boolean;
  police: Police;
  policeNote: Text | null;
  cost: Text;
  hours: Text | null;
  level: Level;
  area: Text | null;
  phones: { number: string; kind: PhoneKind; name: Text | null }[];
  site: string | null;
  /** Null for a shelter, and for what is reached by phone or online. */
  place: {
    address: Address | null;
    coordinates: { latitude: number; longitude: number } | null;
    map: string | null;
  } | null;
  alert: Text | null;
  /** A day on the city's calendar. */
  checkedOn: string;
  checkedBy: Text;
  /** Shows what an entry looks like. There is no such service. */
  isExample: boolean;
};

/** After so many days a page says that an entry is old. */
export const oldAfter = 90;
/** After so many days an entry is not shown. */
export const hiddenAfter = 180;

export type Freshness = 'fresh' | 'old' | 'hidden';

export function freshnessOf(checkedOn: string, today: string): Freshness {
  const days = daysBetween(checkedOn, today);
  if (days > hiddenAfter) return 'hidden';
  return days > oldAfter ? 'old' : 'fresh';
}

/** The last day on which an entry may have been checked to be not yet older than so many days. */
export function dayBefore(today: string, days: number): string {
  return addDays(today, -days);
}
