import ical from 'ical.js';
import { expect } from 'vitest';

export type EntryByOthers = {
  uid: string;
  summary: string;
  description: string;
  location: string;
  startsAt: string;
  endsAt: string;
  status: string;
  organizer: string | null;
};

/** What ical.js, which is not ours, reads in a calendar. It throws at what is no iCalendar. */
export function readByOthers(file: string): EntryByOthers[] {
  const calendar = new ical.Component(ical.parse(file));
  expect(calendar.name).toBe('vcalendar');
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { uid, summary, description, location, startDate, endDate, organizer } = new ical.Event(component);
    return {
      uid,
      summary,
      description: description ?? '',
      location,
      startsAt: startDate.toJSDate().toISOString(),
      endsAt: endDate.toJSDate().toISOString(),
      status: String(component.getFirstPropertyValue('status')),
      organizer: organizer ?? null,
    };
  });
}
