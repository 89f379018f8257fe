import { stateCopy } from '../../web/components/state-copy.ts';
import { formatDay, formatInstant, formatNumber, type Language, message } from '../../web/language.ts';
import { type Account, accountOf } from '../actions/account-rules.ts';
import type { ActionContext } from '../actions/context.ts';
import type { StateCounts } from '../actions/store.ts';
import { placeLabel } from '../places/labels.ts';
import { districtsIn, hasDistricts } from '../places/rules.ts';
import { dateIn, hour } from '../platform/time/clock.ts';
import { codeOf } from '../signatures/decision-rules.ts';
import type { Conditions, Narrowing, Typed } from './condition-rules.ts';
import type { Evidence, Line } from './evidence-store.ts';
import { copy } from './pages/copy.ts';
import type { EvidenceRow } from './pages/evidence-parts.tsx';
import type { OnePageProps } from './pages/one-page.tsx';
import { mostHours } from './rules.ts';
import type { Invalidation } from './store.ts';

/** What the texts of a page need to know of the action. */
export type Around = Pick<ActionContext, 'city' | 'sources'> & { timeZone: string; language: Language };

export function sourceLabel({ sources, language }: Around, slug: string): string {
  return sources.find((source) => source.slug === slug)?.name[language] ?? slug;
}

export function districtLabel({ city, language }: Around, place: string): string {
  return placeLabel(city, place, language) ?? copy[language].conditions.noPlace;
}

function longInstant({ timeZone, language }: Around, at: Date): string {
  return formatInstant(at, timeZone, language);
}

/** "Nov 25, 10:05 AM". */
export function shortInstant({ timeZone, language }: Around, at: Date): string {
  const options = { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZone } as const;
  return new Intl.DateTimeFormat(locales[language], options).format(at);
}

/** The conditions in words, one a line. */
export function conditionLines(
  around: Around,
  conditions: Conditions,
  typed: Typed,
  told = longInstant,
): string[] {
  const { language } = around;
  const words = copy[language].conditions;
  const instant = (at: number) => told(around, new Date(at));
  const lines: Record<keyof Conditions, string | undefined> = {
    source: conditions.source && sourceLabel(around, conditions.source),
    place: conditions.place && districtLabel(around, conditions.place),
    from: conditions.from === undefined ? undefined : instant(conditions.from),
    until: conditions.until === undefined ? undefined : instant(conditions.until),
    connection: conditions.connection,
    domain:
      conditions.domain &&
      (typed.domain ?? message(words.code, { code: codeOf(conditions.domain) }, language)),
    name: conditions.name && (typed.name ?? words.forgotten),
  };
  const districts = districtsIn({ hasDistricts: hasDistricts(around.city.districts) });
  return Object.entries(lines).flatMap(([name, value]) =>
    value === undefined ? [] : [message(words[name as keyof Conditions], { value, ...districts }, language)],
  );
}

type Shown = OnePageProps['evidence'];

/** The evidence in words. `domains` are the names of domains that are known by their code. Nothing is narrowed twice. */
export function evidenceView(
  around: Around,
  evidence: Evidence,
  { conditions, domains }: { conditions: Conditions; domains: ReadonlyMap<string, string> },
): Shown {
  const { language } = around;
  const words = copy[language];
  const all = evidence.found.found;
  const rowOf =
    (kind: Narrowing) =>
    ({ key, n }: Line): EvidenceRow => ({
      label: labelOf(kind, key),
      n,
      share: percent(n, all, language),
      narrow: key === '' || n === all || conditions[kind] !== undefined ? null : { kind, key },
    });
  const labelOf = (kind: string, key: string) => {
    if (key === '') return words.conditions.rare;
    if (kind === 'source') return sourceLabel(around, key);
    if (kind === 'place') return districtLabel(around, key);
    return kind === 'domain' ? (domains.get(key) ?? codeOf(key)) : key;
  };
  return {
    times: timesOf(around, evidence),
    lists: (['connection', 'domain', 'source', 'place'] as const).map((kind) => {
      const isCoded = kind === 'domain' && evidence.domain.some(({ key }) => key !== '' && !domains.has(key));
      return { kind, rows: evidence[kind].map(rowOf(kind)), isCoded };
    }),
    examples: evidence.examples.map(({ id, state, receivedAt, place, source }) => {
      const day = formatDay(dateIn(around.timeZone, new Date(receivedAt)), language);
      const facts = [
        stateLabel(language, state),
        day,
        districtLabel(around, place),
        sourceLabel(around, source),
      ];
      return { id, code: codeOf(id), facts: facts.join(' · ') };
    }),
  };
}

function stateLabel(language: Language, state: string): string {
  const words: Record<string, string> = stateCopy[language].one;
  return words[state] ?? state;
}

function percent(part: number, all: number, language: Language): string {
  const share = all === 0 ? 0 : Math.round((100 * part) / all);
  const text = share === 0 && part > 0 ? '<1' : formatNumber(share, language);
  return language === 'es' ? `${text} %` : `${text}%`;
}

function timesOf(around: Around, { hours, busiest }: Evidence): Shown['times'] {
  if (hours.length === 0)
    return { kind: 'busiest', rows: inOrder(busiest).map((line) => hourRow(around, line)) };
  if (hours.length <= mostHours)
    return { kind: 'hours', rows: inOrder(hours).map((line) => hourRow(around, line)) };
  const { timeZone, language } = around;
  const days = Map.groupBy(hours, ({ key }) => dateIn(timeZone, new Date(Number(key) * hour)));
  return {
    kind: 'days',
    rows: [...days].toSorted().map(([day, lines]) => ({
      label: formatDay(day, language),
      value: lines.reduce((sum, { n }) => sum + n, 0),
    })),
  };
}

function inOrder(lines: readonly Line[]): Line[] {
  return lines.toSorted((a, b) => Number(a.key) - Number(b.key));
}

const locales: Record<Language, string> = { en: 'en-US', es: 'es-US' };

/** "Nov 25, 10 AM". */
function hourRow({ timeZone, language }: Around, { key, n }: Line) {
  const at = new Date(Number(key) * hour);
  const options = { month: 'short', day: 'numeric', hour: 'numeric', hour12: true, timeZone } as const;
  return { label: new Intl.DateTimeFormat(locales[language], options).format(at), value: n };
}

/** The account now, and what striking off all that was found would make of it. */
export function accountAfter(counts: StateCounts, states: readonly Line[]): OnePageProps['account'] {
  const now = accountOf(counts.state);
  const after: Account = { ...now };
  for (const { key, n } of states) {
    if (!(key in after)) continue;
    after[key as keyof Account] = Math.max(0, after[key as keyof Account] - n);
    after.invalidated += n;
  }
  return { now, other: { kind: 'after', numbers: after } };
}

/** The account now beside what counted before. */
export function accountSince(
  counts: StateCounts,
  { confirmedBefore }: Invalidation,
): OnePageProps['account'] {
  const now = accountOf(counts.state);
  const numbers = confirmedBefore === null ? null : { confirmed: confirmedBefore };
  return { now, other: numbers && { kind: 'before', numbers } };
}
