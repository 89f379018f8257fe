import { asLanguage, type Language } from '../../web/language.ts';
import type { FieldError, Form } from '../platform/http/forms.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { isPlain, isVisible, lengthOf, tidyLine, tidyText } from '../platform/text/text-rules.ts';
import {
  type Agreed,
  monthsOffered,
  mostAnswer,
  mostName,
  namings,
  type StoryTexts,
  topics,
  type Use,
  uses,
} from './rules.ts';

/** A yes to one of these stops the form, and nothing is stored. */
export const blocking = ['case', 'program', 'minor', 'details'] as const;
export type Blocking = (typeof blocking)[number];

/** Which of the questions was answered with yes, or what is missing. */
export function parseSafety({ values }: Form): Result<Blocking | null, FieldError[]> {
  const yes = blocking.find((one) => values[one] === 'yes');
  if (yes) return ok(yes);
  const missing = blocking.filter((one) => values[one] !== 'no');
  return missing.length > 0 ? err(missing.map((field) => ({ field, code: 'choose' }))) : ok(null);
}

/** An address, a link, a telephone number or a ZIP code. */
const recognizable = /@|\bhttps?:|\bwww\.|\d[\d\s().-]{5,}\d|\b\d{5}\b/iu;

export type ToldForm = { told: StoryTexts; language: Language };

/** What was told, or what is wrong with it. */
export function parseTold({ values }: Form): Result<ToldForm, FieldError[]> {
  const answers = {
    police: tidyText(values.police ?? ''),
    training: tidyText(values.training ?? ''),
    city: tidyText(values.city ?? ''),
  };
  const name = tidyLine(values.name ?? '');
  const language = asLanguage(values.language);
  const isEmpty = topics.every((topic) => answers[topic] === '');
  const errors: FieldError[] = [
    ...(isEmpty ? [{ field: 'police', code: 'missing' }] : []),
    ...topics.flatMap((topic) => problemOf(topic, answers[topic], mostAnswer)),
    ...problemOf('name', name, mostName),
    ...(language ? [] : [{ field: 'language', code: 'choose' }]),
  ];
  return errors.length === 0 && language ? ok({ told: { answers, name }, language }) : err(errors);
}

function problemOf(field: string, text: string, most: number): FieldError[] {
  if (text === '') return [];
  if (!isPlain(text) || !isVisible(text)) return [{ field, code: 'bad-characters' }];
  if (lengthOf(text) > most) return [{ field, code: 'too-long' }];
  return recognizable.test(text.normalize('NFKC')) ? [{ field, code: 'recognizable' }] : [];
}

/** The uses that were chosen, each with its terms. `hasName`: the teller has chosen a name. */
export function parseUses(
  { values }: Form,
  { hasName }: { hasName: boolean },
): Result<Agreed[], FieldError[]> {
  const errors: FieldError[] = [];
  const chosen = uses.flatMap((use): Agreed[] => {
    if (values[`use.${use}`] !== 'yes') return [];
    const named = namings.find((one) => one === values[`named.${use}`]);
    const months = monthsOffered.find((one) => String(one) === values[`months.${use}`]);
    if (!named || (named !== 'none' && !hasName)) errors.push({ field: `named.${use}`, code: 'no-name' });
    if (!months) errors.push({ field: `months.${use}`, code: 'choose' });
    const mayTranslate = values[`translate.${use}`] === 'yes';
    return named && months ? [{ use, named, months, mayTranslate }] : [];
  });
  return errors.length === 0 ? ok(chosen) : err(errors);
}

/** The same choices as fields, to send them along with the yes. */
export function fieldsOfUses(agreed: readonly Agreed[]): Record<string, string> {
  return Object.fromEntries(
    agreed.flatMap(({ use, named, months, mayTranslate }) => [
      [`use.${use}`, 'yes'],
      [`named.${use}`, named],
      [`months.${use}`, String(months)],
      ...(mayTranslate ? [[`translate.${use}`, 'yes']] : []),
    ]),
  );
}

/** An amount in dollars, such as "150" or "149.50", in cents. */
export function parseCents(typed: string): number | null {
  const found = /^\$?(\d{1,6})(?:\.(\d{2}))?$/.exec(typed.trim().replaceAll(',', ''));
  return found ? Number(found[1]) * 100 + Number(found[2] ?? 0) : null;
}

export function asUse(given: string | undefined): Use | null {
  return uses.find((one) => one === given) ?? null;
}
