import { formatInstant, type Language } from '../../../web/language.ts';
import type { EventContext } from '../cache.ts';
import { isOver } from '../rules.ts';
import { isRegistering } from './rules.ts';

/** How people speak at a hearing, in one language. */
export type ShownComment = {
  minutes: number;
  /** Until when they register: the day and the time; null where until it begins. */
  registerBy: string | null;
  isRegistering: boolean;
  url: string | null;
  phone: string | null;
  place: string | null;
  /** The page that helps to write what they will say; null once it is over. */
  helper: string | null;
};

export function speakPath(slug: string): string {
  return `/events/${slug}/speak`;
}

export function shownComment(
  { action, city, event }: EventContext,
  { now, language }: { now: Date; language: Language },
): ShownComment | null {
  const { comment, slots, cancelled } = event;
  const [first] = slots;
  if (!comment || !first || cancelled) return null;
  const { minutes, registerBy, url, phone, place } = comment;
  return {
    minutes,
    registerBy: registerBy && formatInstant(registerBy, city.timeZone, language),
    isRegistering: isRegistering(comment, { startsAt: first.startsAt, now }),
    url,
    phone,
    place: place?.[language] ?? null,
    helper: isOver(event, now) ? null : speakPath(action.slug),
  };
}
