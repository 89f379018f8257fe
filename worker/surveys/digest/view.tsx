import { changeLabel } from '../../../web/components/change-label.ts';
import { formatInstant, formatNumber, message } from '../../../web/language.ts';
import { pathOf } from '../../actions/rules.ts';
import type { PageSurroundings, WeekOnPage } from '../../digests/section.ts';
import { countWords, linesOfWeek, tallyWords } from '../../digests/tally-words.ts';
import { districtsIn } from '../../places/rules.ts';
import { surveyCopy } from './pages/survey-copy.ts';
import { SurveyOfNow, SurveyWeek } from './pages/survey-section.tsx';
import type { ReadableSurvey, SurveyNow } from './survey-tally-rules.ts';

/** A survey at the end of a week. */
export function weekOnPage(
  tally: ReadableSurvey,
  { shell, city, asOf, now, weekByWeek }: WeekOnPage<SurveyNow>,
) {
  const { language } = shell;
  const copy = surveyCopy[language];
  const words = tallyWords(tally, { wording: copy.tally, city, language });
  const table = message(copy.trend.table, { title: words.title }, language);
  return (
    <SurveyWeek
      shell={shell}
      href={pathOf({ kind: 'survey', slug: tally.slug })}
      title={words.title}
      state={words.state}
      city={city.name}
      districts={districtsIn(city).districts}
      tally={tally}
      asOf={asOf}
      summary={words.summary}
      news={words.news.map(({ line }) => line)}
      fall={words.fall}
      now={now && nowLine(now.of, { shell, city, asOf: now.asOf })}
      counts={{ ...words.counts, ofWeek: linesOfWeek(words) }}
      weekByWeek={weekByWeek({ ...copy.trend, table })}
    />
  );
}

/** A survey at this moment, before its first digest. */
export function nowOnPage(survey: SurveyNow, props: PageSurroundings & { asOf: Date }) {
  const { shell, city } = props;
  const { language } = shell;
  const { tally } = surveyCopy[language];
  return (
    <SurveyOfNow
      shell={shell}
      href={pathOf({ kind: 'survey', slug: survey.slug })}
      title={survey.title[language]}
      state={tally.state[survey.state]}
      now={nowLine(survey, props)}
      counts={{ ...countWords(survey, { wording: tally, city, language }), ofWeek: [] }}
    />
  );
}

function nowLine(
  { change, confirmed, sends }: SurveyNow,
  { shell: { language }, city: { timeZone }, asOf }: PageSurroundings & { asOf: Date },
): string {
  const words = surveyCopy[language].now;
  const values = {
    n: confirmed,
    instant: formatInstant(asOf, timeZone, language),
    change: changeLabel(change ?? 0, language),
  };
  const city = sends && {
    opened: formatNumber(sends.opened, language),
    reported: formatNumber(sends.reported, language),
  };
  return [
    message(change === null ? words.none : words.since, values, language),
    ...(city ? [message(words.city, city, language)] : []),
    words.weekly,
  ].join(' ');
}
