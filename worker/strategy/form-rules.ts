import type { Language, Text } from '../../web/language.ts';
import type { FieldError } from '../platform/http/forms.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { isPlain, isVisible, lengthOf, tidyLine } from '../platform/text/text-rules.ts';
import {
  type Evidence,
  evidenceKinds,
  influences,
  positions,
  type Stakeholder,
  stakeholderKinds,
  tieKinds,
} from './rules.ts';

type Values = Record<string, string>;

export type StakeholderText = Pick<Stakeholder, 'name' | 'about' | 'kind' | 'seat' | 'isTarget' | 'isAgent'>;

const mostName = 120;
const mostAbout = 300;

/** The first of these problems of each field. */
function errorsIn(found: readonly [field: string, code: string | null | undefined | false][]): FieldError[] {
  return found.flatMap(([field, code]) => (code ? [{ field, code }] : []));
}

/** What an organizer typed about an office or an organization. A text in one language stands for both. */
export function parseStakeholder(
  values: Values,
  { languages, seats }: { languages: readonly Language[]; seats: readonly string[] },
): Result<StakeholderText, FieldError[]> {
  const [name, about] = (['name', 'about'] as const).map((field) => textIn(values, field, languages));
  const kind = stakeholderKinds.find((one) => one === values.kind);
  const seat = values.seat ?? '';
  const errors = errorsIn([
    [`name.${languages[0] ?? 'en'}`, name?.en === '' && 'missing'],
    ...languages.flatMap((language): [string, string | null][] => [
      [`name.${language}`, problemOf(tidyLine(values[`name.${language}`] ?? ''), mostName)],
      [`about.${language}`, problemOf(tidyLine(values[`about.${language}`] ?? ''), mostAbout)],
    ]),
    ['kind', !kind && 'choose'],
    ['seat', seat !== '' && !seats.includes(seat) && 'choose'],
  ]);
  if (errors.length > 0 || !kind || !name || !about) return err(errors);
  return ok({
    ...{ name, about, kind, seat: seat === '' ? null : seat },
    ...{ isTarget: values.target === 'yes', isAgent: values.agent === 'yes' },
  });
}

function textIn(values: Values, field: string, languages: readonly Language[]): Text {
  const typed = languages.map((language) => tidyLine(values[`${field}.${language}`] ?? ''));
  const first = typed.find((one) => one !== '') ?? '';
  const within = (language: Language) => typed[languages.indexOf(language)] || first;
  return { en: within('en'), es: within('es') };
}

/** Of a text that may be empty. */
function problemOf(text: string, most: number): string | null {
  if (text === '') return null;
  if (!isPlain(text) || !isVisible(text)) return 'bad-characters';
  return lengthOf(text) > most ? 'too-long' : null;
}

const mostSaidBy = 120;
const mostWhat = 500;
const oldest = '2000-01-01';

/** Evidence as it was typed: it says a position, an influence or both. */
export function parseEvidence(
  values: Values,
  { today }: { today: string },
): Result<Omit<Evidence, 'id'>, FieldError[]> {
  const kind = evidenceKinds.find((one) => one === values.kind);
  const on = (values.on ?? '').trim();
  const support = positions.find((one) => one === values.support) ?? null;
  const influence = influences.find((one) => String(one) === values.influence) ?? null;
  const [saidBy, what] = [tidyLine(values.said_by ?? ''), tidyLine(values.what ?? '')];
  const typedLink = (values.link ?? '').trim();
  const link = typedLink === '' ? null : webAddress(typedLink);
  const errors = errorsIn([
    ['kind', !kind && 'choose'],
    ['on', !(isDay(on) && on <= today && on >= oldest) && 'day'],
    ['support', support === null && influence === null && 'says-nothing'],
    ['said_by', saidBy === '' ? 'missing' : problemOf(saidBy, mostSaidBy)],
    ['what', problemOf(what, mostWhat)],
    ['link', typedLink !== '' && link === null && 'not-an-address'],
  ]);
  if (errors.length > 0 || !kind) return err(errors);
  return ok({ kind, on, support, influence, saidBy, link, what });
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function webAddress(typed: string): string | null {
  const url = URL.parse(typed);
  const isWeb = url?.protocol === 'https:' && url.username === '' && url.password === '';
  return isWeb && url.href.length <= 500 ? url.href : null;
}

export function asTieKind(given: string | undefined) {
  return tieKinds.find((one) => one === given) ?? null;
}

/** What the form shows of a stakeholder. */
export function valuesOf({ name, about, kind, seat, isTarget, isAgent }: StakeholderText): Values {
  return {
    ...{
      'name.en': name.en,
      'name.es': name.es,
      'about.en': about.en,
      'about.es': about.es,
      kind,
      seat: seat ?? '',
    },
    ...{ target: isTarget ? 'yes' : '', agent: isAgent ? 'yes' : '' },
  };
}

export function isSameText(one: StakeholderText, other: StakeholderText): boolean {
  const [a, b] = [valuesOf(one), valuesOf(other)];
  return Object.keys(a).every((key) => a[key] === b[key]);
}
