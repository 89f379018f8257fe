import { type Language, message } from '../../web/language.ts';
import type { ActionKindDefinition, NextAction } from '../actions/kind.ts';
import { pathOf } from '../actions/rules.ts';
import { readThanksToken } from '../signatures/thanks-link.ts';
import { withEvent } from './cache.ts';
import { isMissing } from './conditions/rules.ts';
import { eventWords } from './kind-copy.ts';
import { comingSlots, type Event, publicPlace, slotNamed } from './rules.ts';
import { findEvent, findMissing, listSeats } from './store.ts';
import { formatSpan } from './time-rules.ts';

export const eventKind: ActionKindDefinition = {
  name: 'event',
  words: eventWords,
  supporterWords: async () => (await import('./supporter-copy.ts')).supporterWords,
  isForPaper: false,
  isListedApart: true,
  goesOnWithTheirs: async () => true,
  /** The address only where everybody may know it. */
  async whenAndWhere(deps, { id, timeZone }, { now, language }) {
    const event = await findEvent(deps.db, id);
    return event ? whenAndWhereOf(event, { timeZone, now, language }) : [];
  },
  /** Whether they have a place now, and the file for a calendar that everybody may have. */
  async nextActions(deps, context, { now, language, thanked }): Promise<NextAction[]> {
    const token = thanked?.split('/').at(-1) ?? '';
    const id = await readThanksToken(deps.keyring, token, now);
    if (id === null) return [];
    const [found, seats] = await Promise.all([withEvent(deps, context, now), listSeats(deps.db, [id])]);
    const seat = seats.get(id);
    const slot = found && seat ? slotNamed(found.event, seat.slot) : null;
    if (!seat || !slot) return [];
    const { next } = (await import('./pages/own-copy.ts')).ownCopy[language];
    const when = formatSpan(slot, context.city.timeZone, language);
    const path = pathOf(context.action);
    if (seat.seat === 'none') {
      const missing = await findMissing(deps.db, { id, slot: seat.slot });
      if (!isMissing(missing)) return [];
      const { ownConditionsCopy } = await import('./conditions/pages/own-copy.ts');
      const words = ownConditionsCopy[language];
      return [{ title: words.next, description: message(words.nextText, { when }, language), href: path }];
    }
    return seat.seat === 'has'
      ? [
          {
            title: next.has,
            description: message(next.hasText, { when }, language),
            href: `${path}/calendar.ics`,
          },
        ]
      : [{ title: next.waits, description: message(next.waitsText, { when }, language), href: path }];
  },
};

/** So many times stand on a poster. The others are on the page. */
const mostTimes = 3;

function whenAndWhereOf(
  event: Event,
  { timeZone, now, language }: { timeZone: string; now: Date; language: Language },
): string[] {
  const coming = comingSlots(event, now);
  const { name, address } = publicPlace(event);
  const more = coming.length - mostTimes;
  return [
    ...coming.slice(0, mostTimes).map((slot) => formatSpan(slot, timeZone, language)),
    ...(more > 0 ? [message(moreTimes[language], { n: more }, language)] : []),
    [name[language], address].filter(Boolean).join(', '),
  ];
}

const moreTimes: Record<Language, string> = {
  en: '{n, plural, one {And one more time} other {And # more times}}',
  es: '{n, plural, one {Y un horario más} other {Y # horarios más}}',
};
