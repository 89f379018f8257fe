/** The texts of all elements with this name in an XML document, with entities and CDATA decoded. */
export function elementsOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([\\s\\S]*?)</${name}>`, 'g'))].map(
    ([, text = '']) =>
      text
        .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&'),
  );
}

export type CalendarEvent = Record<string, string>;

/** The events of an iCalendar text, with folded lines joined and escapes decoded (RFC 5545). */
export function eventsOf(ics: string): CalendarEvent[] {
  const lines = ics.replaceAll('\r\n ', '').split('\r\n');
  const events: CalendarEvent[] = [];
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^:;]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    if (line === 'BEGIN:VEVENT') events.push({});
    else if (events.length > 0 && name !== '' && name !== 'END') {
      events.at(-1)![name] = value.replaceAll('\\n', '\n').replace(/\\([,;\\])/g, '$1');
    }
  }
  return events;
}
