import type { EventKindId } from '../kind-rules.ts';
import type { Event, Slot } from '../rules.ts';

/** Quarters of an hour in a day. */
const mostQuarters = 96;

/** With fewer reports a sum would tell what one person did. */
export const fewestReports = 5;

const ofVolunteers: readonly EventKindId[] = ['shift', 'canvass'];

/** Whether hours can be reported: after a shift, by who had a place. */
export function takesHours(
  { kind, cancelled }: Event,
  { slot, seat, now }: { slot: Slot; seat: string; now: Date },
): boolean {
  return ofVolunteers.includes(kind) && cancelled === null && seat === 'has' && slot.endsAt <= now;
}

/** Hours as people write them, such as `2`, `2.25` or `2,5`; null if these are no quarters from 0 to 24 hours. */
export function quartersOf(typed: string): number | null {
  const text = typed.trim().replace(',', '.');
  if (!/^\d{1,2}(\.\d{1,2})?$/.test(text)) return null;
  const quarters = Number(text) * 4;
  return Number.isInteger(quarters) && quarters <= mostQuarters ? quarters : null;
}
