import { changeLabel } from '../../web/components/change-label.ts';
import { message, type Values } from '../../web/language.ts';
import { dateIn } from '../platform/time/clock.ts';
import { writtenDay } from './dates.ts';
import type { MailNews } from './section.ts';
import type { Writing } from './tally-copy.ts';
import type { ActionTally } from './tally-rules.ts';

/** What happened since the last digest, most important first, and the subject if nothing did. */
export function newsWords(tally: ActionTally, { wording, city, language }: Writing) {
  const { confirmed, change, state, stateBefore = null } = tally;
  const say = (template: string, values: Values = {}) =>
    message(
      template,
      {
        title: tally.title[language],
        confirmed,
        fewer: -change,
        change: changeLabel(change, language),
        ...values,
      },
      language,
    );
  const { news: words } = wording;
  const since = tally.sinceLastMail?.weekEndsOn ?? tally.changeSince?.weekEndsOn ?? '';
  const reached = tally.thresholds.reached
    .map((goal) => ({ ...goal, on: dateIn(city.timeZone, new Date(goal.reachedAt)) }))
    .filter(({ on }) => on > since)
    .toReversed()
    .map(({ signatures, name, on }) => ({
      weight: newsWeights.reached,
      subject: say(words.reached, { signatures }),
      line: say(words.reachedLine, { signatures, name: name[language], date: writtenDay(on, language) }),
    }));
  const isClosed = state === 'closed' && stateBefore === 'open';
  const news: MailNews[] = [
    ...reached,
    ...(isClosed
      ? [{ weight: newsWeights.closed, subject: say(words.closed), line: `${say(words.closed)}.` }]
      : []),
    ...(change < 0
      ? [{ weight: newsWeights.fell, subject: say(words.fell), line: say(words.fellLine) }]
      : []),
  ];
  return { subject: say(words.has), news };
}

const newsWeights = { reached: 3, closed: 2, fell: 1 };
