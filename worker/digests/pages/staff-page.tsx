import { Notice } from '../../../web/components/notice.tsx';
import { formatDate, formatInstant, formatNumber, message, type Text } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { surveyCopy } from '../../surveys/digest/pages/survey-copy.ts';
import { SurveyHead, SurveyNowLine, SurveySection } from '../../surveys/digest/pages/survey-section.tsx';
import type { SurveyNow } from '../../surveys/digest/pages/survey-tally.ts';
import { copy } from './copy.ts';
import { pageCopy } from './page-copy.ts';
import { PetitionNumbers } from './petition-numbers.tsx';
import { signed, summaryOf } from './sentences.ts';
import { Downloads, HowCounted, ThisLink } from './staff-foot.tsx';
import type { PetitionNow, PetitionTally, WeekTally } from './tally.ts';
import { WeekByWeek, type WeekLine } from './week-by-week.tsx';

export type StaffPageProps = {
  shell: Shell;
  token: string;
  /** /digests/:token of the committee. */
  deliveryHref: string;
  committee: string;
  council: string;
  city: { name: string; timeZone: string };
  /** The week to show, frozen; null before the first. */
  shown: WeekTally | null;
  /** The numbers of now; null while an earlier week is shown. */
  now: { asOf: Date; petitions: PetitionNow[]; surveys: SurveyNow[] } | null;
  /** Every week that was told, the oldest first. */
  weeks: WeekLine[];
  nextDigestAt: Date;
  /** The surveys for this committee, told or about to be. */
  surveys: { slug: string; title: Text }[];
};

export function StaffPage(props: StaffPageProps) {
  const { shell, committee, council, shown, now } = props;
  const { language } = shell;
  const words = props.surveys.length > 0 ? pageCopy[language].withSurveys : pageCopy[language];
  const title = message(words.title, { committee }, language);
  return (
    <Layout shell={shell} title={title} noindex forStaff>
      <div class="tally flow">
        <p class="small">
          {council} · {props.city.name}
        </p>
        <h1>{title}</h1>
        <p class="lead">{message(words.intro, { committee, council }, language)}</p>
        {shown ? <Week {...props} shown={shown} /> : <BeforeTheFirst {...props} />}
        <HowCounted {...props} petitions={(shown ?? now)?.petitions.length ?? 0} />
        <Downloads {...props} />
        {now && <ThisLink {...props} />}
      </div>
    </Layout>
  );
}

function Week(props: StaffPageProps & { shown: WeekTally }) {
  const { shell, token, shown, now, city } = props;
  const { language } = shell;
  const words = pageCopy[language];
  const date = formatDate(shown.weekEndsOn, language);
  return (
    <>
      <p>
        <b>{message(words.weekEnding, { date }, language)}</b>
      </p>
      {!now && (
        <Notice>
          <p>{words.earlier}</p>
          <p>
            <a href={linkFrom(shell, `/tallies/${token}`)}>{words.latest}</a>
          </p>
        </Notice>
      )}
      {shown.petitions.map((tally) => (
        <Petition
          {...props}
          tally={tally}
          asOf={message(words.asOfWeek, { date, ...zone(city) }, language)}
        />
      ))}
      {shown.surveys.map((tally) => (
        <SurveySection
          {...props}
          tally={tally}
          asOf={message(words.asOfWeek, { date, ...zone(city) }, language)}
          week={shown.week}
          now={surveyNow(now, tally.slug)}
        />
      ))}
    </>
  );
}

function surveyNow(now: StaffPageProps['now'], slug: string) {
  const standing = now?.surveys.find((one) => one.slug === slug);
  return now && standing ? { asOf: now.asOf, standing } : null;
}

function zone({ timeZone }: { timeZone: string }) {
  return { timeZone: timeZone.replaceAll('_', ' ') };
}

type PetitionProps = StaffPageProps & { tally: PetitionTally; asOf: string };

function Petition(props: PetitionProps) {
  const { shell, tally, asOf, city, weeks, token, now } = props;
  const { language } = shell;
  const words = copy[language];
  const standing = now?.petitions.find(({ slug }) => slug === tally.slug);
  return (
    <section class="flow">
      <PetitionHead shell={shell} petition={tally} />
      <div class="figure">
        <p>
          <b class="number">{formatNumber(tally.confirmed, language)}</b> {words.verified},{' '}
          <b>{signed(tally.change, language)}</b>
        </p>
        <p class="small">{asOf}</p>
      </div>
      <p>{summaryOf(tally, city.name, language)}</p>
      {tally.change < 0 && <p>{words.fall}</p>}
      {now && standing && <NowLine {...props} standing={standing} asOf={now.asOf} />}
      <PetitionNumbers standing={tally} tally={tally} city={city} language={language} words={words} />
      <WeekByWeek
        shell={shell}
        token={token}
        slug={tally.slug}
        weeks={weeks}
        shown={props.shown?.week ?? ''}
      />
    </section>
  );
}

function PetitionHead({ shell, petition }: { shell: Shell; petition: PetitionTally | PetitionNow }) {
  const { language } = shell;
  return (
    <>
      <h2>
        <a href={linkFrom(shell, `/petitions/${petition.slug}`)}>{petition.title[language]}</a>
      </h2>
      <p class="small">{copy[language].state[petition.state]}</p>
    </>
  );
}

type NowProps = Pick<StaffPageProps, 'shell' | 'city'> & { standing: PetitionNow; asOf: Date };

function NowLine({ shell, city, standing, asOf }: NowProps) {
  const { language } = shell;
  const words = pageCopy[language].now;
  const { change, confirmed, account } = standing;
  const values = {
    n: confirmed,
    instant: formatInstant(asOf, city.timeZone, language),
    change: signed(change ?? 0, language),
  };
  return (
    <Notice>
      <h3>{words.heading}</h3>
      <p>
        {message(change === null ? words.none : words.since, values, language)}{' '}
        {message(words.waiting, { n: account.unconfirmed }, language)}
      </p>
    </Notice>
  );
}

function BeforeTheFirst(props: StaffPageProps) {
  const { shell, now, city, nextDigestAt } = props;
  const { language } = shell;
  const words = pageCopy[language];
  if (!now || now.petitions.length + now.surveys.length === 0) return <p>{words.empty}</p>;
  const instant = formatInstant(nextDigestAt, city.timeZone, language);
  return (
    <>
      <p>{message(words.now.first, { instant }, language)}</p>
      {now.petitions.map((standing) => (
        <section class="flow">
          <PetitionHead shell={shell} petition={standing} />
          <NowLine {...props} standing={standing} asOf={now.asOf} />
          <PetitionNumbers
            standing={standing}
            tally={null}
            city={city}
            language={language}
            words={copy[language]}
          />
        </section>
      ))}
      {now.surveys.map((standing) => (
        <section class="flow">
          <SurveyHead shell={shell} survey={standing} />
          <SurveyNowLine shell={shell} city={city} standing={standing} asOf={now.asOf} />
          <PetitionNumbers
            standing={standing}
            tally={null}
            city={city}
            language={language}
            words={surveyCopy[language].tally}
          />
        </section>
      ))}
    </>
  );
}
