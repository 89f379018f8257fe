import type { FieldError } from '../../web/components/field-errors.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { asciiDomain, canonicalEmail } from '../platform/text/identity.ts';
import { instantAt } from '../platform/time/clock.ts';

/** What the signatures have in common. At least one is given, and all given must hold. Keys are fingerprints in hex. */
export type Conditions = {
  source?: string;
  place?: string;
  /** Received from the first instant on and before the second. */
  from?: number;
  until?: number;
  connection?: string;
  domain?: string;
  name?: string;
};

/** The domain and name as typed, for those who decide. */
export type Typed = { domain?: string; name?: string };

/** The fields of the form as sent. */
export const conditionFields = [
  'source',
  'district',
  'from',
  'until',
  'connection',
  'domain',
  'name',
] as const;
export type ConditionField = (typeof conditionFields)[number];
export type ConditionValues = Partial<Record<ConditionField, string>>;

/** Conditions before the domain and the name become fingerprints. A domain may be given by its code. */
export type ParsedConditions = { conditions: Omit<Conditions, 'name'>; typed: Typed };

/** A condition by one of the counted values, to narrow a count. */
export const narrowing = ['source', 'place', 'domain', 'connection'] as const;
export type Narrowing = (typeof narrowing)[number];

export function asNarrowing(kind: string | undefined): Narrowing | null {
  return narrowing.find((known) => known === kind) ?? null;
}

type Known = { timeZone: string; sources: readonly string[]; places: readonly string[] };

export function parseConditions(
  values: ConditionValues,
  { timeZone, sources, places }: Known,
): Result<ParsedConditions, FieldError[]> {
  const given = (field: ConditionField) => (values[field] ?? '').trim();
  const [source, place, name] = [given('source'), given('district'), given('name')];
  const [from, until] = [instantOf(given('from'), timeZone), instantOf(given('until'), timeZone)];
  const connection = given('connection').toLowerCase();
  const code = given('domain').toLowerCase();
  const byCode = isKey(code);
  const domain = byCode ? '' : domainOf(given('domain'));
  const checks: [isWrong: boolean, field: ConditionField, code: string][] = [
    [source !== '' && !sources.includes(source), 'source', 'unknown'],
    [place !== '' && !places.includes(place), 'district', 'unknown'],
    [from === 'wrong', 'from', 'time'],
    [until === 'wrong', 'until', 'time'],
    [isInstant(from) && isInstant(until) && from >= until, 'until', 'before-from'],
    [connection !== '' && !isKey(connection), 'connection', 'code'],
    [domain === null, 'domain', 'domain'],
    [name.length > longestName, 'name', 'long'],
  ];
  const errors = checks.flatMap(([isWrong, field, code]) => (isWrong ? { field, code } : []));
  if (errors.length > 0) return err(errors);

  const conditions = whatIsGiven({ source, place, from, until, connection, domain: byCode ? code : '' });
  const typed = whatIsGiven({ domain, name });
  const isEmpty = Object.keys(conditions).length + Object.keys(typed).length === 0;
  return isEmpty ? err([{ field: 'source', code: 'empty' }]) : ok({ conditions, typed });
}

const longestName = 200;

function isInstant(at: number | null | 'wrong'): at is number {
  return typeof at === 'number';
}

function whatIsGiven(fields: Record<string, string | number | null>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) =>
      value === '' || value === null ? [] : [[field, value]],
    ),
  );
}

function isKey(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}

function instantOf(text: string, timeZone: string): number | null | 'wrong' {
  if (text === '') return null;
  return instantAt(text, timeZone)?.getTime() ?? 'wrong';
}

/** The domain as it is compared: `@GoogleMail.com` is `gmail.com`. Empty for none, null if it is not a domain. */
function domainOf(text: string): string | null {
  if (text === '') return '';
  const domain = asciiDomain(text.slice(text.lastIndexOf('@') + 1));
  if (domain === null) return null;
  const canonical = canonicalEmail(`somebody@${domain}`);
  return canonical.slice(canonical.lastIndexOf('@') + 1);
}

/** The facts for an act. Acts are never deleted, so there is no typed text and no fingerprint in them. */
export function conditionFacts(conditions: Conditions): Record<string, string> {
  const { source, place, from, until, ...keys } = conditions;
  return {
    ...(source === undefined ? {} : { source }),
    ...(place === undefined ? {} : { district: place }),
    ...(from === undefined ? {} : { from: new Date(from).toISOString() }),
    ...(until === undefined ? {} : { until: new Date(until).toISOString() }),
    ...(Object.keys(keys).length > 0 ? { same: Object.keys(keys).join(' ') } : {}),
  };
}
