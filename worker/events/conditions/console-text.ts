import { formatDate, type Language, message } from '../../../web/language.ts';
import type { Norms } from '../../coalition/norms-rules.ts';
import { dateIn } from '../../platform/time/clock.ts';
import { consoleCopy } from '../pages/console-copy.ts';
import { type Event, roleOf, type Slot } from '../rules.ts';
import { type Held, missingOf } from './rules.ts';

/** What a sign-up has met of what its time asks for, and what it has not. */
export function metText(
  event: Event,
  { slot, held, norms }: { slot: Slot; held: Held; norms: Norms | null },
  { timeZone, language }: { timeZone: string; language: Language },
): string {
  const words = consoleCopy[language].met;
  const role = roleOf(event, slot);
  const missing = missingOf(role, norms, [held]);
  const dated = (template: string, at: Date | null) => {
    const date = at ? formatDate(dateIn(timeZone, at), language) : '';
    return message(template, { version: String(held.norms), date }, language);
  };
  const changed = held.norms === null ? words.missingNorms : dated(words.oldNorms, held.normsAt);
  const parts = [
    ...(role?.asksNorms ? [missing.norms ? changed : dated(words.norms, held.normsAt)] : []),
    ...((role?.lessons.length ?? 0) > 0
      ? [missing.lessons ? words.missingTraining : dated(words.training, held.lessonsAt)]
      : []),
  ];
  return parts.length === 0 ? words.nothing : parts.join('. ');
}
