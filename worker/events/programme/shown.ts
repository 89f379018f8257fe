import { formatDate, formatTime, type Language, message } from '../../../web/language.ts';
import { dateIn } from '../../platform/time/clock.ts';
import { languageNames } from '../language-names.ts';
import { programmeCopy } from './pages/copy.ts';
import { roundsOf, type Session } from './rules.ts';

/** A session in one language. `notes` are what else there is to know, a line each. */
export type ShownSession = { title: string; notes: string[] };

/** A day of the program. What begins and ends together is one round. */
export type ShownDay = { day: string; rounds: { time: string; sessions: ShownSession[] }[] };

type At = { timeZone: string; language: Language };

export function shownProgramme(sessions: readonly Session[], { timeZone, language }: At): ShownDay[] {
  const rounds = roundsOf(sessions).map((together) => ({ first: together[0]!, together }));
  const days = Map.groupBy(rounds, ({ first }) => dateIn(timeZone, first.startsAt));
  return [...days].map(([day, ofDay]) => ({
    day: formatDate(day, language),
    rounds: ofDay.map(({ first, together }) => ({
      time: timeOf(first, { timeZone, language }),
      sessions: together.map((session) => shownSession(session, language)),
    })),
  }));
}

/** Such as "10:00 am to 11:00 am". */
function timeOf({ startsAt, endsAt }: Session, { timeZone, language }: At): string {
  const values = {
    from: formatTime(startsAt, timeZone, language),
    until: formatTime(endsAt, timeZone, language),
  };
  return message(programmeCopy[language].time, values, language);
}

function shownSession(session: Session, language: Language): ShownSession {
  const words = programmeCopy[language];
  const said = (template: string, text: string | number | null | undefined) =>
    text === null || text === undefined || text === '' ? [] : [message(template, { text }, language)];
  return {
    title: session.title[language],
    notes: [
      ...said(words.room, session.room?.[language]),
      ...said(words.speakers, session.speakers.map((one) => one[language]).join('; ')),
      ...said(words.languages, languageNames(session.languages, language)),
      ...said('{text}', session.interpretation?.[language]),
      ...said(words.seats, session.seats),
      ...said('{text}', session.accessibility?.[language]),
    ],
  };
}

/** A line for each session, for calendars and other programs: when, what, where and who. */
export function programmeLines(sessions: readonly Session[], at: At): string[] {
  return roundsOf(sessions).flatMap((together) =>
    together.map((session) => {
      const { language } = at;
      const where = session.room ? ` (${session.room[language]})` : '';
      const who = session.speakers.map((one) => one[language]).join('; ');
      return `${timeOf(session, at)}: ${session.title[language]}${where}${who && `. ${who}`}`;
    }),
  );
}
