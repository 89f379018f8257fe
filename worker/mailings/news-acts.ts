import type { ActKind, ActSubject, ConsoleSection } from '../organize/console-section.ts';
import type { Deps } from '../platform/deps.ts';
import { held } from '../platform/mail/mailing-mails.ts';
import { mapQuery } from '../platform/query.ts';
import { holdStatement } from './list-store.ts';
import type { Mailing } from './rules.ts';
import { findMailing, moveStatement, resumeStatement, subjectsQuery } from './store.ts';

type Undo = NonNullable<ActKind['undo']>;

/** What acts about a mail name. */
export function subjectOf({ id }: Pick<Mailing, 'id'>): string {
  return `news-${id}`;
}

function idIn(subject: string): number | null {
  const digits = /^news-(\d{1,12})$/.exec(subject)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Mails by their subjects, in the words of the log. */
export const newsSubjects: NonNullable<ConsoleSection['subjects']> = (db, { id }, subjects) =>
  mapQuery(
    subjectsQuery(
      db,
      id,
      subjects.flatMap((one) => idIn(one) ?? []),
    ),
    (found) => {
      const named = found.map(({ id: mail, subject: { en, es } }): [string, ActSubject] => {
        const words = { en: `“${en || es}”`, es: `«${es || en}»` };
        return [subjectOf({ id: mail }), { words, page: { path: `/news/${mail}`, verb: 'look-at-news' } }];
      });
      return new Map(named);
    },
  );

/** The mailing that an act is about, if it is still as the act left it. */
async function stillIn({ db }: Deps, subject: string, state: Mailing['state']): Promise<Mailing | null> {
  const mailing = await findMailing(db, idIn(subject) ?? 0);
  return mailing?.state === state ? mailing : null;
}

function undoMove(from: Mailing['state'], to: Mailing['state']): Undo {
  return async (deps, { subject }, { now }) => {
    const mailing = await stillIn(deps, subject, from);
    // A time that was set is taken back first.
    if (!mailing || mailing.sendsAt) return null;
    const statement = moveStatement(deps.db, mailing, { to, now });
    return { steps: [{ statement, changes: 1 }], count: 1, left: 0 };
  };
}

const undoPause: Undo = async (deps, { subject }, { now }) => {
  const mailing = await stillIn(deps, subject, 'paused');
  if (!mailing || mailing.pausedBy) return null;
  const steps = [
    { statement: resumeStatement(deps.db, mailing, now), changes: 1 },
    holdStatement(deps.db, mailing.id, now),
  ];
  return { steps, count: 1, left: 0 };
};

const undoResume: Undo = async (deps, { subject }, { now }) => {
  const mailing = await stillIn(deps, subject, 'sending');
  if (!mailing) return null;
  const steps = [
    { statement: moveStatement(deps.db, mailing, { to: 'paused', now }), changes: 1 },
    holdStatement(deps.db, mailing.id, held),
  ];
  return { steps, count: 1, left: 0 };
};

/** Its list is kept for a day. Whoever takes it up again decides when it goes on. */
const undoStop: Undo = async (deps, { subject, before }, { now }) => {
  const mailing = await stillIn(deps, subject, 'stopped');
  if (!mailing?.hasList) return null;
  const to = before.state === 'ready' ? 'ready' : 'paused';
  const statement = moveStatement(deps.db, mailing, {
    to,
    now,
    ...(to === 'ready' ? { sendsAt: null } : {}),
  });
  return { steps: [{ statement, changes: 1 }], count: 1, left: 0 };
};

const undoSchedule: Undo = async (deps, { subject }, { now }) => {
  const mailing = await stillIn(deps, subject, 'ready');
  if (!mailing?.sendsAt) return null;
  const statement = moveStatement(deps.db, mailing, { to: 'ready', now, sendsAt: null });
  return { steps: [{ statement, changes: 1 }], count: 1, left: 0 };
};

/** Mail that was sent cannot be taken back; what has not gone can be held. */
export const newsActs: Record<string, ActKind> = {
  'write-news': {
    words: {
      en: 'A mail to supporters was saved',
      es: 'Se guardó un correo a quienes firmaron',
    },
    verb: 'write-news',
  },
  'drop-news': {
    words: {
      en: 'The draft of a mail to supporters was thrown away',
      es: 'Se descartó el borrador de un correo a quienes firmaron',
    },
    verb: 'write-news',
    undo: undoMove('dropped', 'draft'),
  },
  'test-news': {
    words: {
      en: 'A test of a mail to supporters was sent to its writer',
      es: 'Se envió una prueba de un correo a quien lo escribió',
    },
    verb: 'write-news',
  },
  'count-news': {
    words: {
      en: 'The count of who gets a mail was begun',
      es: 'Se empezó a contar quién recibe un correo',
    },
    verb: 'write-news',
    undo: undoMove('ready', 'draft'),
  },
  'edit-news': {
    words: {
      en: 'A mail to supporters was taken back to be written again',
      es: 'Se retomó un correo a quienes firmaron para escribirlo de nuevo',
    },
    verb: 'write-news',
  },
  'send-news': {
    words: {
      en: 'A mail to {count, plural, one {one supporter} other {# supporters}} was sent off',
      es: 'Empezó el envío de un correo a {count, plural, one {una persona} other {# personas}}',
    },
    verb: 'send-news',
  },
  'schedule-news': {
    words: {
      en: 'A mail to {count, plural, one {one supporter} other {# supporters}} was scheduled',
      es: 'Se programó un correo a {count, plural, one {una persona} other {# personas}}',
    },
    verb: 'stop-news',
    undo: undoSchedule,
  },
  'unschedule-news': {
    words: {
      en: 'A mail to supporters does not go by itself any more',
      es: 'Un correo a quienes firmaron ya no sale por sí solo',
    },
    verb: 'stop-news',
  },
  'pause-news': {
    words: { en: 'A mail to supporters was paused', es: 'Se puso en pausa un correo a quienes firmaron' },
    verb: 'stop-news',
    undoVerb: () => 'send-news',
    undo: undoPause,
  },
  'resume-news': {
    words: { en: 'A mail to supporters goes on', es: 'Sigue el envío de un correo a quienes firmaron' },
    verb: 'stop-news',
    undo: undoResume,
  },
  'stop-news': {
    words: { en: 'A mail to supporters was stopped', es: 'Se detuvo un correo a quienes firmaron' },
    verb: 'stop-news',
    undo: undoStop,
  },
};
