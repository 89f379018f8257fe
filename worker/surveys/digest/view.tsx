import { formatNumber, message } from '../../../web/language.ts';
import { pathOf } from '../../actions/rules.ts';
import { countsNowLine } from '../../digests/now-words.ts';
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

function nowLine(survey: SurveyNow, { shell, city, asOf }: PageSurroundings & { asOf: Date }): string {
  const { language } = shell;
  const words = surveyCopy[language].now;
  const { sends } = survey;
  const sent = sends && {
    opened: formatNumber(sends.opened, language),
    reported: formatNumber(sends.reported, language),
  };
  return [
    countsNowLine(survey, words, { language, timeZone: city.timeZone, asOf }),
    ...(sent ? [message(words.city, sent, language)] : []),
    words.weekly,
  ].join(' ');
}
