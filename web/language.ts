import { IntlMessageFormat } from 'intl-messageformat';

export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

/** The language that a query or a form names; null for anything else. */
export function asLanguage(named: string | undefined): Language | null {
  return languages.find((language) => language === named) ?? null;
}

/** A text in both languages, as the database stores it. */
export type Text = Record<Language, string>;

export type Values = Record<string, string | number>;

// US Spanish writes 4,812, where Spain writes 4812.
const locales: Record<Language, string> = { en: 'en-US', es: 'es-US' };

// Templates come only from the catalogues, a few hundred of them, never from user content. So the cache stays small.
const compiledAtMost = 1000;
const compiled = new Map<string, IntlMessageFormat>();

/** Fills an ICU template such as "{n, plural, =0 {no one} one {# person} other {# people}}". */
export function message(template: string, values: Values, language: Language): string {
  return String(compile(template, language).format(values));
}

function compile(template: string, language: Language): IntlMessageFormat {
  const key = `${language}:${template}`;
  const known = compiled.get(key);
  if (known) return known;
  if (compiled.size >= compiledAtMost) compiled.clear();
  const fresh = new IntlMessageFormat(template, locales[language], undefined, { ignoreTag: true });
  compiled.set(key, fresh);
  return fresh;
}

const numbers = { en: new Intl.NumberFormat(locales.en), es: new Intl.NumberFormat(locales.es) };

export function formatNumber(value: number, language: Language): string {
  return numbers[language].format(value);
}

const percents = new Map(
  languages.map((language) => [
    language,
    new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 1 }),
  ]),
);

/** A share from 0 to 1, such as "2.5%". */
export function formatPercent(share: number, language: Language): string {
  return percents.get(language)?.format(share) ?? '';
}

/** Whole dollars without cents: "$1,200", "$0.35"; signed: "+$1,200". */
export function formatDollars(dollars: number, language: Language, isSigned = false): string {
  const digits = Number.isInteger(dollars) ? 0 : 2;
  const key = `${language}:${digits}:${isSigned}`;
  const known = dollarFormats.get(key);
  if (known) return known.format(dollars);
  const fresh = new Intl.NumberFormat(locales[language], {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: isSigned ? 'exceptZero' : 'auto',
  });
  dollarFormats.set(key, fresh);
  return fresh.format(dollars);
}

const dollarFormats = new Map<string, Intl.NumberFormat>();

const dateOptions: Intl.DateTimeFormatOptions = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
};

/** "Monday, December 7, 2026", "lunes, 7 de diciembre de 2026". */
export function formatDate(isoDate: string, language: Language): string {
  return writtenOut(new Date(`${isoDate}T12:00:00Z`), 'UTC', language);
}

/** "Dec 7", "7 dic". */
export function formatDay(isoDate: string, language: Language): string {
  const options = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return formatOf(options, language).format(new Date(`${isoDate}T12:00:00Z`));
}

/** "Dec 2026", "dic 2026". */
export function formatMonth(isoDate: string, language: Language): string {
  const options = { month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return formatOf(options, language).format(new Date(`${isoDate}T12:00:00Z`));
}

/** "Monday, December 7, 2026, 2:05 pm Eastern Time", in this time zone. */
export function formatInstant(instant: Date, timeZone: string, language: Language): string {
  return `${writtenOut(instant, timeZone, language)}, ${clockTime(instant, timeZone, language)}`;
}

/** "Dec 7, 2026, 2:05 pm", "7 dic 2026, 2:05 p.m.", where many stand side by side. */
export function formatShortInstant(instant: Date, timeZone: string, language: Language): string {
  const date = { year: 'numeric', month: 'short', day: 'numeric', timeZone } as const;
  const { hour, minute, dayPeriod } = partsOf(instant, clockOptions(timeZone), language);
  return `${formatOf(date, language).format(instant)}, ${hour}:${minute} ${dayPeriod?.toLowerCase()}`;
}

/** "Monday, 2:05 pm", where the date is known. */
export function formatClock(instant: Date, timeZone: string, language: Language): string {
  const weekday = formatOf({ weekday: 'long', timeZone }, language).format(instant);
  const { hour, minute, dayPeriod } = partsOf(instant, clockOptions(timeZone), language);
  return `${weekday}, ${hour}:${minute} ${dayPeriod?.toLowerCase()}`;
}

/** "2:05 pm", "2:05 p.m.", where the day and the zone are known. */
export function formatTime(instant: Date, timeZone: string, language: Language): string {
  const { hour, minute, dayPeriod } = partsOf(instant, clockOptions(timeZone), language);
  return `${hour}:${minute} ${dayPeriod?.toLowerCase()}`;
}

/** A zone's name depends on the date: Detroit had no daylight-saving time in 1970. */
const recently = new Date('2026-01-01T12:00:00Z');

/** "Eastern Time", "hora oriental": the zone's name at that instant. */
export function timeZoneName(timeZone: string, language: Language, at = recently): string {
  if (timeZone === 'UTC') return timeZone;
  const options = { timeZone, timeZoneName: 'longGeneric' } as const;
  return partsOf(at, options, language).timeZoneName ?? timeZone;
}

function writtenOut(instant: Date, timeZone: string, language: Language): string {
  return formatOf({ ...dateOptions, timeZone }, language).format(instant);
}

function clockTime(instant: Date, timeZone: string, language: Language): string {
  const { hour, minute, dayPeriod } = partsOf(instant, clockOptions(timeZone), language);
  const comma = language === 'es' ? ',' : '';
  return `${hour}:${minute} ${dayPeriod?.toLowerCase()}${comma} ${timeZoneName(timeZone, language, instant)}`;
}

function clockOptions(timeZone: string) {
  return { hour: 'numeric', minute: '2-digit', hour12: true, timeZone } as const;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(options: Intl.DateTimeFormatOptions, language: Language): Intl.DateTimeFormat {
  const key = `${language}:${options.timeZone}:${Object.keys(options).join()}`;
  const known = formats.get(key);
  if (known) return known;
  if (formats.size >= 100) formats.clear();
  const fresh = new Intl.DateTimeFormat(locales[language], options);
  formats.set(key, fresh);
  return fresh;
}

function partsOf(
  instant: Date,
  options: Intl.DateTimeFormatOptions,
  language: Language,
): Record<string, string> {
  const parts = formatOf(options, language).formatToParts(instant);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}
