import type { Child } from 'hono/jsx';
import { changeLabel } from '../../../../web/components/change-label.ts';
import { CountTables, type CountTablesProps } from '../../../../web/components/count-tables.tsx';
import { Happened } from '../../../../web/components/happened.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import { placeLabel } from '../../../../web/components/place-label.ts';
import { Table } from '../../../../web/components/table.tsx';
import { TallyHead, type TallyHeadProps } from '../../../../web/components/tally-head.tsx';
import { formatNumber, type Language, message } from '../../../../web/language.ts';
import { average } from '../../kinds/pages/figures.ts';
import type { SendKind } from '../rules.ts';
import type { ReadableSurvey } from '../survey-tally-rules.ts';
import { surveyCopy } from './survey-copy.ts';
import { QuestionAnswers } from './survey-question.tsx';
import { findingsOf, limitsOf } from './survey-sentences.ts';

export type SurveyWeekProps = TallyHeadProps & {
  city: string;
  /** Whether the city has districts. */
  districts: 'yes' | 'no';
  tally: ReadableSurvey;
  /** The end of the week, in words. */
  asOf: string;
  summary: string;
  /** What happened, in sentences. */
  news: string[];
  /** Why the number fell; null if it did not. */
  fall: string | null;
  /** The numbers of now, in words. */
  now: string | null;
  counts: CountTablesProps;
  weekByWeek: Child;
};

/** A survey at the end of a week. */
export function SurveyWeek(props: SurveyWeekProps) {
  const { shell, tally, city } = props;
  const { language } = shell;
  const words = surveyCopy[language];
  if (tally.confirmed === 0) return <Unanswered {...props} />;
  return (
    <section class="flow">
      <TallyHead {...props} />
      <Happened lines={props.news} />
      <ThreeNumbers {...props} />
      <p>{props.summary}</p>
      {tally.sends && <p>{words.overlap}</p>}
      {props.fall && <p>{props.fall}</p>}
      {props.now && <NowLine text={props.now} />}
      <Findings tally={tally} language={language} />
      {limitsOf(tally, language).map((limit) => (
        <p>{limit}</p>
      ))}
      {tally.questions.some(({ byArea }) => byArea.length > 0) && (
        <p class="small on-paper">
          {message(words.areas.onPaper, { city, districts: props.districts }, language)}
        </p>
      )}
      {tally.questions
        .filter(({ isTooFew }) => !isTooFew)
        .map((question) => (
          <QuestionAnswers question={question} earlier={tally.earlier} city={city} language={language} />
        ))}
      {tally.score && (
        <p>
          {message(words.score, { n: tally.score.n, mean: average(tally.score.mean, language) }, language)}
        </p>
      )}
      <Suggestions tally={tally} language={language} />
      <OwnWords tally={tally} city={city} language={language} />
      <Earlier tally={tally} language={language} />
      <CountTables {...props.counts} />
      {props.weekByWeek}
    </section>
  );
}

/** One line, and the numbers of other weeks. */
function Unanswered(props: SurveyWeekProps) {
  return (
    <section class="flow">
      <TallyHead {...props} />
      <Happened lines={props.news} />
      <p>{props.summary}</p>
      {props.now && <NowLine text={props.now} />}
      {props.weekByWeek}
    </section>
  );
}

export type SurveyOfNowProps = TallyHeadProps & { now: string; counts: CountTablesProps };

export function SurveyOfNow(props: SurveyOfNowProps) {
  return (
    <section class="flow">
      <TallyHead {...props} />
      <NowLine text={props.now} />
      <CountTables {...props.counts} />
    </section>
  );
}

function NowLine({ text }: { text: string }) {
  return (
    <Notice>
      <p>{text}</p>
    </Notice>
  );
}

const sentKinds: SendKind[] = ['opened', 'reported'];

function ThreeNumbers({ shell: { language }, tally, asOf }: SurveyWeekProps) {
  const words = surveyCopy[language];
  const { sends } = tally;
  const numbers = [
    { n: tally.confirmed, change: tally.change, label: words.here },
    ...(sends ? sentKinds.map((kind) => ({ ...sends[kind], label: words[kind] })) : []),
  ];
  return (
    <div class="figure">
      <ul class="plain three">
        {numbers.map(({ n, change, label }) => (
          <li>
            <b class="number">{formatNumber(n, language)}</b> <span>{message(label, { n }, language)}</span>{' '}
            <b>{changeLabel(change, language)}</b>
          </li>
        ))}
      </ul>
      <p class="small">{asOf}</p>
    </div>
  );
}

type PartProps = { tally: ReadableSurvey; language: Language };

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

function OwnWords({ tally, city, language }: PartProps & { city: string }) {
  const words = surveyCopy[language].words;
  if (tally.words.length === 0 && !tally.unread) return null;
  return (
    <>
      <h3>{words.heading}</h3>
      {tally.words.length > 0 && <p>{words.intro}</p>}
      {tally.words.map(({ text, place, name }) => (
        <blockquote>
          <p>{text}</p>
          {place && <p class="small">{placeLabel({ place, name }, city, language)}</p>}
        </blockquote>
      ))}
      {tally.unread ? <p>{message(words.unread, { n: tally.unread }, language)}</p> : null}
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
