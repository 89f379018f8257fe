import { Notice } from '../../../../web/components/notice.tsx';
import { Table } from '../../../../web/components/table.tsx';
import { formatInstant, formatNumber, type Language, message } from '../../../../web/language.ts';
import { linkFrom, type Shell } from '../../../../web/shell.ts';
import { PetitionNumbers } from '../../../digests/pages/petition-numbers.tsx';
import { placeLabel, signed, summaryOf } from '../../../digests/pages/sentences.ts';
import { WeekByWeek, type WeekLine } from '../../../digests/pages/week-by-week.tsx';
import { surveyCopy } from './survey-copy.ts';
import { QuestionAnswers } from './survey-question.tsx';
import { average, findingsOf } from './survey-sentences.ts';
import type { SendKind, SurveyNow, SurveyTally } from './survey-tally.ts';

type City = { name: string; timeZone: string };

export type SurveySectionProps = {
  shell: Shell;
  token: string;
  city: City;
  tally: SurveyTally;
  /** The end of the week, in words. */
  asOf: string;
  /** The week that is shown. */
  week: string;
  weeks: WeekLine[];
  /** The numbers of now; null while an earlier week is shown. */
  now: { asOf: Date; standing: SurveyNow } | null;
};

/** A survey as it stood at the end of a week. */
export function SurveySection(props: SurveySectionProps) {
  const { shell, tally, city, now } = props;
  const { language } = shell;
  const words = surveyCopy[language];
  return (
    <section class="flow">
      <SurveyHead shell={shell} survey={tally} />
      <ThreeNumbers {...props} />
      <p>{summaryOf(tally, city.name, language, words.tally)}</p>
      <p>{words.overlap}</p>
      {tally.change < 0 && <p>{words.tally.fall}</p>}
      {now && <SurveyNowLine shell={shell} city={city} {...now} />}
      <Findings tally={tally} language={language} />
      {tally.questions.map((question) => (
        <QuestionAnswers question={question} earlier={tally.earlier} city={city.name} language={language} />
      ))}
      {tally.score && (
        <p>
          {message(words.score, { n: tally.score.n, mean: average(tally.score.mean, language) }, language)}
        </p>
      )}
      <Suggestions tally={tally} language={language} />
      <OwnWords tally={tally} city={city} language={language} />
      <Earlier tally={tally} language={language} />
      <PetitionNumbers standing={tally} tally={tally} city={city} language={language} words={words.tally} />
      <WeekByWeek
        shell={shell}
        token={props.token}
        slug={tally.slug}
        weeks={props.weeks}
        shown={props.week}
        counted={{
          ...words.trend,
          table: message(words.trend.table, { title: tally.title[language] }, language),
        }}
      />
    </section>
  );
}

export function SurveyHead({ shell, survey }: { shell: Shell; survey: SurveyTally | SurveyNow }) {
  const { language } = shell;
  return (
    <>
      <h2>
        <a href={linkFrom(shell, `/surveys/${survey.slug}`)}>{survey.title[language]}</a>
      </h2>
      <p class="small">{surveyCopy[language].tally.state[survey.state]}</p>
    </>
  );
}

function ThreeNumbers({ shell: { language }, tally, asOf }: SurveySectionProps) {
  const words = surveyCopy[language];
  const sent = (kind: SendKind) => ({ ...tally.sends[kind], label: words[kind] });
  const numbers = [
    { n: tally.confirmed, change: tally.change, label: words.here },
    sent('opened'),
    sent('reported'),
  ];
  return (
    <div class="figure">
      <ul class="plain three">
        {numbers.map(({ n, change, label }) => (
          <li>
            <b class="number">{formatNumber(n, language)}</b> <span>{message(label, { n }, language)}</span>{' '}
            <b>{signed(change, language)}</b>
          </li>
        ))}
      </ul>
      <p class="small">{asOf}</p>
    </div>
  );
}

export type SurveyNowProps = { shell: Shell; city: City; standing: SurveyNow; asOf: Date };

export function SurveyNowLine({ shell, city, standing, asOf }: SurveyNowProps) {
  const { language } = shell;
  const words = surveyCopy[language].now;
  const { change, confirmed, sends } = standing;
  const values = {
    n: confirmed,
    instant: formatInstant(asOf, city.timeZone, language),
    change: signed(change ?? 0, language),
    opened: formatNumber(sends.opened, language),
    reported: formatNumber(sends.reported, language),
  };
  return (
    <Notice>
      <p>
        {message(change === null ? words.none : words.since, values, language)} {words.weekly}
      </p>
    </Notice>
  );
}

type PartProps = { tally: SurveyTally; language: Language };

function Findings({ tally, language }: PartProps) {
  const findings = findingsOf(tally, language);
  if (findings.length === 0) return null;
  return (
    <>
      <h3>{surveyCopy[language].findings.heading}</h3>
      <ul>
        {findings.map((finding) => (
          <li>{finding}</li>
        ))}
      </ul>
    </>
  );
}

function Suggestions({ tally, language }: PartProps) {
  const { suggestions: words, heads } = surveyCopy[language];
  const suggested = tally.questions.flatMap(({ title, suggestion }) =>
    suggestion ? [{ title, ...suggestion }] : [],
  );
  if (suggested.length === 0) return null;
  return (
    <>
      <h3>{words.heading}</h3>
      <p>{words.intro}</p>
      <Table
        caption={message(words.caption, { title: tally.title[language] }, language)}
        wide
        columns={[heads.question, words.kept, words.changed, words.removed].map((label, i) => {
          return { label, numeric: i > 0 };
        })}
        rows={suggested.map(({ title, kept, changed, removed }) => [
          title[language],
          ...[kept, changed, removed].map((n) => formatNumber(n, language)),
        ])}
      />
    </>
  );
}

function OwnWords({ tally, city, language }: PartProps & { city: City }) {
  const words = surveyCopy[language].words;
  if (tally.words.length === 0) return null;
  return (
    <>
      <h3>{words.heading}</h3>
      <p>{words.intro}</p>
      {tally.words.map(({ text, place, name }) => (
        <blockquote>
          <p>{text}</p>
          {place && <p class="small">{placeLabel({ place, name }, city.name, language)}</p>}
        </blockquote>
      ))}
    </>
  );
}

function Earlier({ tally, language }: PartProps) {
  const { earlier: words, heads } = surveyCopy[language];
  if (tally.earlier.length === 0) return null;
  return (
    <>
      <h3>{words.heading}</h3>
      <p>{words.intro}</p>
      <Table
        caption={message(words.caption, { title: tally.title[language] }, language)}
        wide
        columns={[
          { label: heads.question },
          { label: heads.answer },
          { label: heads.people, numeric: true },
          { label: heads.mean, numeric: true },
        ]}
        rows={tally.earlier.map((one) => [
          one.title?.[language] ?? one.question,
          one.part === null ? words.wrote : (one.label?.[language] ?? one.part),
          formatNumber(one.people, language),
          average(one.mean, language),
        ])}
      />
    </>
  );
}
