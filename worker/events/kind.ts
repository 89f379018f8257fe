import { message } from '../../web/language.ts';
import type { ActionKindDefinition, NextAction } from '../actions/kind.ts';
import { pathOf } from '../actions/rules.ts';
import { readThanksToken } from '../signatures/thanks-link.ts';
import { withEvent } from './cache.ts';
import { isMissing } from './conditions/rules.ts';
import { eventWords } from './kind-copy.ts';
import { slotNamed } from './rules.ts';
import { findMissing, listSeats } from './store.ts';
import { formatSpan } from './time-rules.ts';

export const eventKind: ActionKindDefinition = {
  name: 'event',
  words: eventWords,
  supporterWords: async () => (await import('./supporter-copy.ts')).supporterWords,
  isForPaper: false,
  isListedApart: true,
  goesOnWithTheirs: async () => true,
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
