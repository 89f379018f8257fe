import { formatDate, formatNumber, type Language, message } from '../../../web/language.ts';
import { copy, type TallyWords } from './copy.ts';
import { dayIn, writtenDay } from './dates.ts';
import type {
  Account,
  Correction,
  PartnerCount,
  PetitionTally,
  PlaceCount,
  SourceCount,
  Standing,
} from './tally.ts';

/** "+38", "−5"; words for no change at all. */
export function signed(change: number, language: Language): string {
  if (change === 0) return copy[language].noChange;
  return `${change > 0 ? '+' : '−'}${formatNumber(Math.abs(change), language)}`;
}

/** The first sentence of a digest: how many, how that changed, how many of the city. */
export function summaryOf(
  tally: PetitionTally,
  city: string,
  language: Language,
  words: TallyWords = copy[language],
): string {
  const n = inCity(tally);
  const said = tally.confirmed === 0 ? '' : message(words.inCity, { n, city }, language);
  return message(
    words.summary,
    { confirmed: tally.confirmed, change: changeOf(tally, language), city: said },
    language,
  );
}

export function changeOf({ change, changeSince }: PetitionTally, language: Language): string {
  const words = copy[language].changes;
  if (!changeSince) return words.first;
  const template = change > 0 ? words.more : change < 0 ? words.fewer : words.none;
  return message(
    template,
    { n: formatNumber(Math.abs(change), language), date: writtenDay(changeSince.weekEndsOn, language) },
    language,
  );
}

export function sinceMailOf({ sinceLastMail }: PetitionTally, language: Language): string | null {
  if (!sinceLastMail) return null;
  const { weekEndsOn, change } = sinceLastMail;
  return message(
    copy[language].sinceMail,
    { date: writtenDay(weekEndsOn, language), change: signed(change, language) },
    language,
  );
}

export function inCity({ byPlace }: Standing): number {
  return byPlace.filter(isDistrict).reduce((sum, { confirmed }) => sum + confirmed, 0);
}

export function isDistrict({ place }: PlaceCount): boolean {
  return place !== 'outside' && place !== 'unknown';
}

export function placeLabel(
  { place, name }: Pick<PlaceCount, 'place' | 'name'>,
  city: string,
  language: Language,
): string {
  const words = copy[language].places;
  if (name) return name[language];
  if (place === 'outside') return message(words.outside, { city }, language);
  return place === 'unknown' ? words.unknown : message(words.district, { code: place }, language);
}

export function sourceLabel({ source, name }: SourceCount, language: Language): string {
  if (name) return name[language];
  const words = copy[language].sources;
  return source === 'direct' ? words.direct : source === 'other' ? words.other : source;
}

export function partnerLabel({ partner }: PartnerCount, language: Language): string {
  return partner?.name[language] ?? copy[language].partners.own;
}

const accountOrder = [
  'confirmed',
  'unconfirmed',
  'duplicate',
  'flagged',
  'withdrawn',
  'invalidated',
] as const;

/** The states, which sum up to what was received. */
export function accountRows(account: Account, words: TallyWords): { label: string; value: number }[] {
  return accountOrder.map((state) => ({ label: words.account[state], value: account[state] }));
}

export function correctionLine(
  { what, weekEndsOn, count }: Correction,
  language: Language,
  words: TallyWords = copy[language],
): string {
  const values = { n: count, date: writtenDay(weekEndsOn, language) };
  return message(words.corrections[what], values, language);
}

/** Thresholds behind and ahead, and the next dated moment that decides. */
export function nextLines(tally: PetitionTally, timeZone: string, language: Language): string[] {
  const words = copy[language].next;
  const { reached, next } = tally.thresholds;
  const number = (n: number) => formatNumber(n, language);
  const lines = reached.map(({ signatures, name, reachedAt }) => {
    const date = writtenDay(dayIn(timeZone, new Date(reachedAt)), language);
    return message(words.reached, { goal: number(signatures), name: name[language], date }, language);
  });
  if (next && tally.state === 'open') {
    const left = next.signatures - tally.confirmed;
    lines.push(
      message(words.toGoal, { left, goal: number(next.signatures), name: next.name[language] }, language),
    );
  }
  if (tally.nextJuncture) {
    const { name, on } = tally.nextJuncture;
    lines.push(message(words.juncture, { name: name[language], date: formatDate(on, language) }, language));
  }
  return lines;
}

export function possibleLine(n: number, language: Language, words: TallyWords = copy[language]): string {
  return message(words.possible.text, { n }, language);
}

export function howCounted(
  city: { name: string; timeZone: string },
  language: Language,
  words: TallyWords = copy[language],
): string[] {
  const { once, confirmed, place, week } = words.how;
  const timeZone = city.timeZone.replaceAll('_', ' ');
  return [once, confirmed, place, message(week, { city: city.name, timeZone }, language)];
}
