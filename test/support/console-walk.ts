import type { Read } from './counting-db.ts';

/** A page that was asked for: its statements, and the bytes that it sent. */
export type Visit = { path: string; status: number; bytes: number; reads: Read[] };

type Console = { get(path: string): Promise<Response> | Response };

/** Of pages that differ only in ids, keys and values, so many are asked for. */
const mostOfAKind = 1;
/** Of those that differ only in the value of one filter: states, or kinds. */
const mostOfAFilter = 8;

/**
 * Goes through the console from its first page: every link inside the campaign, every choice of every filter, and from
 * each list on to its next pages. `heard` gives what was read since it was last asked.
 */
export async function walkConsole(
  client: Console,
  { campaign, heard, more }: { campaign: string; heard: () => Read[]; more: readonly string[] },
): Promise<Visit[]> {
  const home = `/organize/campaigns/${campaign}`;
  const waiting = ['/organize', home, ...more.map((path) => `${home}${path}`)];
  const known = new Set(waiting);
  const seen = new Map<string, number>();
  const visits: Visit[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    heard();
    const answer = await client.get(path);
    const text = await answer.text();
    visits.push({ path, status: answer.status, bytes: text.length, reads: heard() });
    if (!answer.headers.get('content-type')?.includes('html')) continue;
    // A page that is asked for with a source hands it on to every link.
    if (/[?&]source=/.test(path)) continue;
    for (const next of [...linksIn(text), ...filtersIn(text, path)]) {
      const kind = kindOf(next);
      const most = /\?(state|look)$/.test(kind) ? mostOfAFilter : mostOfAKind;
      const count = seen.get(kind) ?? 0;
      if (known.has(next) || !next.startsWith(home) || count >= most) continue;
      known.add(next);
      seen.set(kind, count + 1);
      waiting.push(next);
    }
  }
  return visits;
}

/** The same for pages that differ only in what they are about, in where they begin and in what they choose. */
export function kindOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://localhost');
  const place = pathname.replace(/\/(?:[0-9A-Z]{26}|\d+|[\w-]{22})(?=\/|$)/g, '/:id');
  const names = [...searchParams].filter(([, value]) => value !== '').map(([name]) => name);
  return names.length === 0 ? place : `${place}?${names.toSorted().join('&')}`;
}

const plain = (text: string) => text.replaceAll('&amp;', '&');

function linksIn(html: string): string[] {
  return [...html.matchAll(/<a [^>]*href="(?<href>\/organize[^"#]*)/g)]
    .map(({ groups }) => plain(groups?.href ?? ''))
    .filter((href) => !href.includes('lang='));
}

/** Each choice of each filter by itself. */
function filtersIn(html: string, path: string): string[] {
  return [...html.matchAll(/<form (?<head>[^>]*)>(?<body>[\s\S]*?)<\/form>/g)]
    .filter(({ groups }) => !/method="post"/i.test(groups?.head ?? ''))
    .flatMap(({ groups }) => {
      const { pathname } = new URL(path, 'http://localhost');
      const action = /action="(?<to>[^"]*)"/.exec(groups?.head ?? '')?.groups?.to ?? pathname;
      return choicesIn(groups?.body ?? '').map((query) => `${plain(action)}?${query}`);
    });
}

function choicesIn(form: string): string[] {
  const selects = [
    ...form.matchAll(/<select [^>]*name="(?<name>[^"]+)"[^>]*>(?<options>[\s\S]*?)<\/select>/g),
  ];
  const radios = [...form.matchAll(/<input [^>]*type="radio"[^>]*>/g)].map(([input]) => {
    const of = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '';
    return [of('name'), of('value')];
  });
  const chosen = selects.flatMap(({ groups }) =>
    [...(groups?.options ?? '').matchAll(/<option [^>]*value="(?<value>[^"]*)"/g)].map((option) => {
      return [groups?.name ?? '', option.groups?.value ?? ''];
    }),
  );
  const dates = [...form.matchAll(/<input [^>]*name="(?<name>day)"/g)].map(({ groups }) => [
    groups?.name ?? '',
    '2026-11-20',
  ]);
  return [...chosen, ...radios, ...dates]
    .filter(([, value]) => value !== '')
    .map(([name = '', value = '']) => String(new URLSearchParams({ [name]: plain(value) })));
}

/** The statements of the frame, which every page has: those of a page that has no list. */
export function frameOf(visits: readonly Visit[]): ReadonlySet<string> {
  const bare = visits.find(({ path }) => path.endsWith('/switches'));
  return new Set(bare?.reads.map(({ sql }) => sql));
}

/** What a visit read, without the statements of the frame. */
export function rowsOf({ reads }: Visit, frame: ReadonlySet<string> = new Set()): number {
  return reads.filter(({ sql }) => !frame.has(sql)).reduce((sum, { rows }) => sum + rows, 0);
}
