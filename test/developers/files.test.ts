import fc from 'fast-check';
import { expect, test } from 'vitest';
import { icalOf } from '../../worker/developers/ical.ts';
import { rssOf } from '../../worker/developers/rss.ts';
import { elementsOf, eventsOf } from '../webhooks/support.ts';

const text = fc.string({
  unit: fc.constantFrom('a', 'é', '\u{1F5F3}', ' ', ',', ';', '\\', '\n', '<', '&', ']', '"', ':'),
});
const at = new Date('2026-11-23T15:00:00.123Z');

test('a calendar says any text, in lines of at most 75 bytes', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (parts) => {
      const summary = `S${parts.join(' long words ')}`;
      const day = {
        id: 'a@b',
        on: '2026-12-01',
        changedAt: at,
        summary,
        description: 'd',
        url: 'https://a/',
      };
      const ics = icalOf({ name: 'N', source: 'https://a/', language: 'es', timeZone: 'UTC', days: [day] });
      const lines = ics.split('\r\n');
      expect(lines.filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([]);
      expect(ics).toContain('PRODID:-//Undersigned//Undersigned//ES\r\n');
      const unfolded = ics.replaceAll('\r\n ', '');
      const [event] = eventsOf(unfolded.replaceAll('\\\\', '\\@'));
      expect(event?.SUMMARY?.replaceAll('@', '')).toBe(summary);
      expect(event).toMatchObject({ DTSTART: '20261201', DTSTAMP: '20261123T150000Z' });
    }),
  );
});

test('a feed says any text and leaves out what XML cannot say', () => {
  fc.assert(
    fc.property(text, (said) => {
      const item = { id: 'i', at, title: `T${said}\u0000`, html: `<p>${said}</p>`, link: 'https://a/?b=1&c' };
      const xml = rssOf({
        title: 't',
        description: 'd',
        link: 'l',
        self: 'https://a/?"',
        language: 'en',
        updatedAt: at,
        items: [item],
      });
      expect(elementsOf(xml, 'title')[1]?.replaceAll('&quot;', '"')).toBe(`T${said}`);
      expect(elementsOf(xml, 'description')[1]?.replaceAll('&quot;', '"')).toBe(`<p>${said}</p>`);
      expect(xml).toContain('href="https://a/?&quot;"');
    }),
  );
});
