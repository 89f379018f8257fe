import { type Language, message } from '../../../web/language.ts';
import { dateIn } from '../../platform/time/clock.ts';
import { trainingPath } from '../../training/links.ts';
import type { EventContext } from '../cache.ts';
import { type Role, roleOf, type Slot } from '../rules.ts';
import type { AskedFor } from './pages/condition-fields.tsx';
import { conditionsCopy } from './pages/copy.ts';
import { type Met, missingOf } from './rules.ts';

/** What a form with these times asks for that was not shown before. */
export function askedFor(
  context: EventContext,
  { slots, held, language }: { slots: readonly Slot[]; held: Met[]; language: Language },
): AskedFor {
  const { campaign, city, event, norms } = context;
  const roles = event.roles.filter((role) => slots.some((slot) => roleOf(event, slot) === role));
  const namesOf = (which: 'norms' | 'lessons') =>
    roles.filter((role) => missingOf(role, norms, held)[which]).map(({ name }) => name[language]);
  const [ofNorms, ofTraining] = [namesOf('norms'), namesOf('lessons')];
  return {
    norms:
      norms && ofNorms.length > 0
        ? {
            version: norms.version,
            since: dateIn(city.timeZone, norms.since),
            texts: norms.texts.map((text) => text[language]),
            roles: ofNorms.join(', '),
          }
        : null,
    training:
      ofTraining.length > 0
        ? { href: `${trainingPath(campaign.slug)}?lang=${language}`, roles: ofTraining.join(', ') }
        : null,
  };
}

/** "Before you have a place: agree to the norms and finish the training." Null where nothing is asked for. */
export function asksText(role: Role | null, language: Language): string | null {
  const words = conditionsCopy[language];
  const parts = [
    ...(role?.asksNorms ? [words.norms] : []),
    ...((role?.lessons.length ?? 0) > 0 ? [words.training] : []),
  ];
  const [one, other] = parts;
  if (one === undefined) return null;
  const what = other === undefined ? one : message(words.and, { one, other }, language);
  return message(words.asks, { what }, language);
}
