import { type Language, message } from '../../web/language.ts';
import type { DigestSection, MailPart, MailSurroundings } from '../digests/section.ts';
import { datesOf } from '../digests/week-rules.ts';
import { MailHeading, MailLink, MailParagraph } from '../platform/mail/mail-html.tsx';
import { linesText } from '../platform/mail/text-tables.ts';
import { dateIn } from '../platform/time/clock.ts';
import type { StatementSample } from '../statements/rules/statement.ts';
import { digestCopy } from './digest-copy.ts';
import { StaffSample } from './pages/staff-sample.tsx';
import { toldCopy } from './pages/told-copy.ts';
import { answerRows, resultWords } from './pages/told-words.ts';
import { type Sample, toldAt } from './rules.ts';
import { newestOfCommitteeQuery, type SampledAction } from './store.ts';

type OfCommittee = { sample: Sample; action: ToldAction['action'] };
type ToldAction = { action: SampledAction & { campaign: { slug: string; contactEmail: string } } };

/** A sample as it was told in a digest. */
type SampleTally = {
  slug: string;
  title: SampledAction['title'];
  state: string;
  campaign: { slug: string; contactEmail: string };
  announcedOn: string;
  weekEndsOn: string;
  /** It was counted in the week of this digest. */
  isNew: boolean;
  told: StatementSample;
};

/** The newest sample of each petition that a committee gets, from its announcement on. */
export const samplesDigest: DigestSection<OfCommittee[], SampleTally, SampleTally, SampleTally> = {
  key: 'samples',
  words: { en: digestCopy.en.section, es: digestCopy.es.section },
  snapshot: (db, committeeId) => newestOfCommitteeQuery(db, committeeId),
  // A petition that has closed gets no more digests because of its sample alone.
  make: (found, { from, until }, { city }) => ({
    tallies: found
      .filter(({ sample, action }) => {
        const end = sample.closedAt ?? until;
        return sample.announcedAt < until && (action.state === 'open' || end >= from);
      })
      .map(({ sample, action }) => {
        const isNew = sample.closedAt !== null && sample.closedAt >= from && sample.closedAt < until;
        return tallyOf({ sample, action }, { at: until, timeZone: city.timeZone, isNew });
      }),
    problems: [],
  }),
  line: ({ slug, state, told }) => ({
    ...{ slug, state, confirmed: told.result?.answered ?? 0, change: 0, corrected: 0 },
  }),
  now: (found, at, { city }) =>
    found.map((one) =>
      tallyOf(one, { at: new Date(at.getTime() + 1), timeZone: city.timeZone, isNew: false }),
    ),
  howCounted: () => [],
  mail: mailPart,
  weekOnPage: (tally, { shell, now }) => (
    <StaffSample {...staffProps(now?.of ?? tally, shell.language)} shell={shell} />
  ),
  nowOnPage: (now, { shell }) => <StaffSample {...staffProps(now, shell.language)} shell={shell} />,
  csv: { kind: 'sample' },
  json: { nowKey: 'samples_now', week: tallyJson, now: tallyJson },
};

function tallyOf(
  { sample, action }: OfCommittee,
  { at, timeZone, isNew }: { at: Date; timeZone: string; isNew: boolean },
): SampleTally {
  const { slug, title, state, campaign } = action;
  return {
    ...{ slug, title, state, campaign, isNew },
    announcedOn: dateIn(timeZone, sample.announcedAt),
    weekEndsOn: datesOf(sample.week).endsOn,
    told: toldAt(sample, at),
  };
}

function staffProps({ slug, title, announcedOn, weekEndsOn, told }: SampleTally, language: Language) {
  const copy = digestCopy[language];
  return {
    heading: message(copy.heading, { title: title[language] }, language),
    sample: { told, announcedOn, weekEndsOn, leaves: [], everybody: null },
    link: { href: `/samples/${slug}`, label: copy.link },
  };
}

function mailPart(tally: SampleTally, { language, publicUrl }: MailSurroundings): MailPart {
  const { slug, campaign, told, isNew } = tally;
  const title = tally.title[language];
  const copy = digestCopy[language];
  const fill = (template: string) => message(template, { title }, language);
  const { result } = told;
  const lines = result
    ? [resultWords(result, language), ...sumLines(answerRows(result, language))]
    : [toldCopy[language].states[told.state]];
  const href = `${publicUrl}/samples/${slug}?lang=${language}`;
  return {
    campaign,
    title,
    summary: lines[0] ?? '',
    subject: fill(copy.heading),
    news: isNew ? [{ weight: 0.4, subject: fill(copy.news.subject), line: fill(copy.news.line) }] : [],
    blocks: [
      {
        rank: 1,
        html: () => (
          <>
            <MailHeading level={2}>{fill(copy.heading)}</MailHeading>
            {lines.map((line) => (
              <MailParagraph>{line}</MailParagraph>
            ))}
            <MailParagraph>
              {copy.page} <MailLink href={href}>{copy.link}</MailLink>
            </MailParagraph>
          </>
        ),
        text: [linesText(fill(copy.heading), lines), `${copy.page}\n${href}`].join('\n\n'),
      },
    ],
  };
}

function sumLines({ rows, total }: ReturnType<typeof answerRows>): string[] {
  return [...rows, total].map(({ label, value }) => `${label}: ${value}`);
}

function tallyJson({ slug, title, told }: SampleTally, _city: unknown, language: Language) {
  return { petition: slug, title: title[language], ...told };
}
