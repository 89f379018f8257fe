import { formatDate, type Language, message } from '../../../web/language.ts';
import { dateIn } from '../../platform/time/clock.ts';
import type { EventContext } from '../cache.ts';
import { roleOf, type Slot } from '../rules.ts';
import type { SignUp } from '../store.ts';
import { ownConditionsCopy } from './pages/own-copy.ts';
import { missingOf } from './rules.ts';

/** How the conditions of a sign-up stand, in words; null where its time asks for nothing. */
export function standingOfConditions(
  { city, event, norms }: EventContext,
  { held, slot }: { held: SignUp['held']; slot: Slot },
  language: Language,
): { norms: string | null; training: string | null } | null {
  const role = roleOf(event, slot);
  const asksTraining = (role?.lessons.length ?? 0) > 0;
  if (!role?.asksNorms && !asksTraining) return null;
  const missing = missingOf(role, norms, [held]);
  const words = ownConditionsCopy[language].own;
  const on = (at: Date | null) => (at ? formatDate(dateIn(city.timeZone, at), language) : '');
  const version = String(held.norms);
  const normsText = !missing.norms
    ? message(words.agreed, { version, date: on(held.normsAt) }, language)
    : held.norms === null
      ? words.missing
      : message(words.agreedBefore, { version }, language);
  const trainingText = missing.lessons
    ? words.missing
    : message(words.finished, { date: on(held.lessonsAt) }, language);
  return { norms: role?.asksNorms ? normsText : null, training: asksTraining ? trainingText : null };
}
