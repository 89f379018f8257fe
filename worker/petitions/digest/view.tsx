import { message } from '../../../web/language.ts';
import { pathOf } from '../../actions/rules.ts';
import { countsNowLine } from '../../digests/now-words.ts';
import type { PageSurroundings, WeekOnPage } from '../../digests/section.ts';
import type { ActionNow, ActionTally } from '../../digests/tally-rules.ts';
import { countWords, linesOfWeek, tallyWords } from '../../digests/tally-words.ts';
import { petitionDigestCopy } from './copy.ts';
import { PetitionNow, PetitionWeek } from './pages/petition-week.tsx';

/** A petition at the end of a week. */
export function weekOnPage(
  tally: ActionTally,
  { shell, city, asOf, now, weekByWeek }: WeekOnPage<ActionNow>,
) {
  const { language } = shell;
  const copy = petitionDigestCopy[language];
  const words = tallyWords(tally, { wording: copy.tally, city, language });
  return (
    <PetitionWeek
      shell={shell}
      href={pathOf({ kind: 'petition', slug: tally.slug })}
      title={words.title}
      state={words.state}
      confirmed={words.confirmed}
      verified={words.verified}
      change={words.change}
      asOf={asOf}
      summary={words.summary}
      news={words.news.map(({ line }) => line)}
      fall={words.fall}
      now={now && nowLine(now.of, { shell, city, asOf: now.asOf })}
      counts={{ ...words.counts, ofWeek: linesOfWeek(words) }}
      weekByWeek={weekByWeek(copy.trend)}
    />
  );
}

/** A petition at this moment, before its first digest. */
export function nowOnPage(petition: ActionNow, props: PageSurroundings & { asOf: Date }) {
  const { shell, city } = props;
  const { language } = shell;
  const { tally } = petitionDigestCopy[language];
  return (
    <PetitionNow
      shell={shell}
      href={pathOf({ kind: 'petition', slug: petition.slug })}
      title={petition.title[language]}
      state={tally.state[petition.state]}
      now={nowLine(petition, props)}
      counts={{ ...countWords(petition, { wording: tally, city, language }), ofWeek: [] }}
    />
  );
}

function nowLine(petition: ActionNow, { shell, city, asOf }: PageSurroundings & { asOf: Date }) {
  const { language } = shell;
  const words = petitionDigestCopy[language].now;
  const counts = countsNowLine(petition, words, { language, timeZone: city.timeZone, asOf });
  const waiting = message(words.waiting, { n: petition.account.unconfirmed }, language);
  return { heading: words.heading, text: `${counts} ${waiting}` };
}
