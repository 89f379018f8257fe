type Properties = Record<string, string>;
type Line = { name: string; parameters: string; value: string };

/** Reads an iCalendar file by RFC 5545 alone: lines are unfolded, parameters and escapes are read. */
export function readCalendar(file: string): { calendar: Properties; events: Properties[] } {
  const [calendar = {}, ...events] = componentsOf(linesOf(file));
  return { calendar, events };
}

function linesOf(file: string): Line[] {
  const raw = file.split('\r\n');
  if (raw.pop() !== '') throw new Error('the last line has no end');
  const octets = (line: string) => new TextEncoder().encode(line).length;
  if (raw.some((line) => octets(line) > 75)) throw new Error('a line is longer than 75 octets');
  return raw.join('\r\n').replaceAll('\r\n ', '').split('\r\n').map(lineOf);
}

function lineOf(line: string): Line {
  const parts = /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/.exec(line);
  if (!parts) throw new Error(`no content line: ${line}`);
  const [, name = '', parameters = '', value = ''] = parts;
  return { name, parameters, value };
}

/** The calendar first, then what is in it. */
function componentsOf(lines: Line[]): Properties[] {
  const found: Properties[] = [];
  const open: { component: string; properties: Properties }[] = [];
  for (const line of lines) {
    if (line.name === 'BEGIN') {
      const properties: Properties = {};
      found.push(properties);
      open.push({ component: line.value, properties });
    } else if (line.name === 'END') {
      if (open.pop()?.component !== line.value) throw new Error(`END:${line.value} ends nothing`);
    } else {
      add(open.at(-1)?.properties, line);
    }
  }
  if (open.length > 0) throw new Error('a component does not end');
  return found;
}

function add(to: Properties | undefined, { name, value }: Line): void {
  if (!to || name in to) throw new Error(`${name} stands twice, or nowhere`);
  to[name] = value.replace(/\\(.)/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter));
}
