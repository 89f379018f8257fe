import { type Language, message } from '../../web/language.ts';
import type { DigestCity, DigestSection, MailNews, MailPart } from '../digests/section.ts';
import type { Deps } from '../platform/deps.ts';
import { MailHeading, MailLink, MailParagraph } from '../platform/mail/mail-html.tsx';
import { linesText } from '../platform/mail/text-tables.ts';
import { dateIn } from '../platform/time/clock.ts';
import { digestCopy } from './digest-copy.ts';
import { answerUrl } from './links.ts';
import { StaffAsks } from './pages/staff-asks.tsx';
import { askJson } from './petition-part.tsx';
import { type Ask, commitmentOf } from './rules.ts';
import { linksOfToldQuery, type OfficeLink, type PetitionAsking, putToCommitteeQuery } from './store.ts';
import { askedWords, type Calendar, daysWaited, isWaiting, waitingWords } from './words.ts';

/** What one petition asks of the committee, as it stood on that day. In frozen content instants are ISO texts. */
type AsksTally = PetitionAsking & { committeeId: number; on: string };
type ReadableAsks = AsksTally & { answerUrl: string | null };

const key = 'responses';

/** What petitions ask of a committee, in its digest and on its staff page. */
export const responsesDigest: DigestSection<
  { committeeId: number; petitions: PetitionAsking[] },
  AsksTally,
  ReadableAsks,
  AsksTally
> = {
  key,
  words: { en: digestCopy.en.section, es: digestCopy.es.section },
  snapshot: (db, committeeId) => {
    const { statements, read } = putToCommitteeQuery(db, committeeId);
    return { statements, read: (rows) => ({ committeeId, petitions: read(rows) }) };
  },
  make: ({ committeeId, petitions }, { dueOn, until }) => {
    const tallies = petitions.flatMap((petition) => {
      const asks = petition.asks.filter(({ asked }) =>
        asked.some(({ askedAt, answer }) => answer !== null || (askedAt !== null && askedAt < until)),
      );
      return asks.length > 0 ? [{ ...petition, asks, committeeId, on: dueOn }] : [];
    });
    return { tallies, problems: [] };
  },
  line: ({ slug, state, asks }) => {
    const answered = asks.flatMap(({ asked }) => asked).filter(({ answer }) => answer !== null).length;
    return { slug, state, confirmed: answered, change: 0, corrected: 0 };
  },
  now: ({ committeeId, petitions }, at, { city }) =>
    petitions.map((petition) => ({ ...petition, committeeId, on: dateIn(city.timeZone, at) })),
  readable: {
    stored: linksOfToldQuery,
    weeks: (deps, weeks, stored) =>
      Promise.all(weeks.map((tallies) => Promise.all(tallies.map((tally) => withUrl(deps, tally, stored))))),
  },
  howCounted: () => [],
  mail: (tally, { city, language }) => mailPart(tally, city, language),
  weekOnPage: (tally, { shell, city, now }) => (
    <StaffAsks {...staffProps(now?.of ?? tally, city, shell.language)} shell={shell} />
  ),
  nowOnPage: (now, { shell, city }) => <StaffAsks {...staffProps(now, city, shell.language)} shell={shell} />,
  csv: { kind: 'asks' },
  json: {
    nowKey: 'responses_now',
    week: tallyJson,
    now: tallyJson,
  },
};

async function withUrl(deps: Deps, tally: AsksTally, stored: unknown): Promise<ReadableAsks> {
  const committees = stored as OfficeLink[];
  const committee = committees.find(({ id }) => id === tally.committeeId);
  return { ...tally, answerUrl: committee ? await answerUrl(deps, committee, tally.actionId) : null };
}

/** Dates of frozen content are texts. */
function revived({ asks }: AsksTally): Ask[] {
  return asks.map((ask) => ({
    ...ask,
    asked: ask.asked.map((one) => ({ ...one, askedAt: one.askedAt && new Date(one.askedAt) })),
  }));
}

function calendarIn({ on }: AsksTally, { timeZone }: DigestCity, language: Language): Calendar {
  return { timeZone, today: on, language };
}

function staffProps(tally: AsksTally, city: DigestCity, language: Language) {
  const calendar = calendarIn(tally, city, language);
  const asks = revived(tally);
  const copy = digestCopy[language];
  return {
    heading: message(copy.heading, { title: tally.title[language] }, language),
    summary: waitingWords(asks, language),
    asks: asks.map(({ text, asked }) => ({
      text: text[language],
      asked: asked.map((one) => askedWords(one, calendar)),
    })),
    note: copy.byMail,
  };
}

function mailPart(tally: ReadableAsks, city: DigestCity, language: Language): MailPart {
  const { heading, summary, asks } = staffProps(tally, city, language);
  const copy = digestCopy[language];
  const lines = asks.flatMap(({ text, asked }) =>
    asked.map(({ status, answer }) => {
      const commitment = answer?.commitment ? ` ${answer.commitment.text}` : '';
      return `${text}: ${status ?? `${answer?.said}.${commitment}`}`;
    }),
  );
  const { answerUrl: href } = tally;
  return {
    campaign: tally.campaign,
    title: tally.title[language],
    summary,
    subject: summary,
    news: newsOf(tally, city, language),
    blocks: [
      {
        rank: 0,
        html: () => (
          <>
            <MailHeading level={2}>{heading}</MailHeading>
            {[summary, ...lines].map((line) => (
              <MailParagraph>{line}</MailParagraph>
            ))}
            {href && (
              <MailParagraph>
                {copy.answer} <MailLink href={href}>{copy.link}</MailLink>
              </MailParagraph>
            )}
          </>
        ),
        text: [linesText(heading, [summary, ...lines]), href && `${copy.answer}\n${href}`]
          .filter(Boolean)
          .join('\n\n'),
      },
    ],
  };
}

/** Only what is late: the subject of the mail is otherwise the count. */
function newsOf(tally: AsksTally, city: DigestCity, language: Language): MailNews[] {
  const calendar = calendarIn(tally, city, language);
  const asked = revived(tally).flatMap((ask) => ask.asked);
  const waited = asked
    .filter(isWaiting)
    .map((one) => ({ days: daysWaited(one, calendar) ?? 0, within: one.withinDays }))
    .filter(({ days, within }) => days >= within);
  const overdue = asked.flatMap(({ answer }) => {
    const commitment = answer && commitmentOf(answer, tally.on);
    return commitment?.state === 'overdue' ? commitment.days : [];
  });
  const copy = digestCopy[language];
  const title = tally.title[language];
  const news = (words: { subject: string; line: string }, n: number, days: number): MailNews => ({
    weight: 0.5,
    subject: message(words.subject, { title }, language),
    line: message(words.line, { title, n, days }, language),
  });
  return [
    ...(waited.length > 0
      ? [news(copy.late, waited.length, Math.max(...waited.map(({ days }) => days)))]
      : []),
    ...(overdue.length > 0 ? [news(copy.overdue, overdue.length, Math.max(...overdue))] : []),
  ];
}

function tallyJson(tally: AsksTally, city: DigestCity, language: Language) {
  const calendar = calendarIn(tally, city, language);
  return {
    petition: tally.slug,
    title: tally.title[language],
    on: tally.on,
    asks: revived(tally).map((ask) => askJson(ask, calendar)),
  };
}
