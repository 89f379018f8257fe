import type { ActKind } from '../organize/console-section.ts';
import type { Deps } from '../platform/deps.ts';
import { held } from '../platform/mail/mailing-mails.ts';
import { holdStatement } from './list-store.ts';
import type { Mailing } from './rules.ts';
import { findMailing, moveStatement, resumeStatement } from './store.ts';

type Undo = NonNullable<ActKind['undo']>;

/** The mailing that an act is about, if it is still as the act left it. */
async function stillIn({ db }: Deps, subject: string, state: Mailing['state']): Promise<Mailing | null> {
  const mailing = await findMailing(db, Number(subject));
  return mailing?.state === state ? mailing : null;
}

function undoMove(from: Mailing['state'], to: Mailing['state']): Undo {
  return async (deps, { subject }, { now }) => {
    const mailing = await stillIn(deps, subject, from);
    if (!mailing) return null;
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
  'begin-news': {
    words: {
      en: 'Mail {subject} to supporters begun',
      es: 'Se empezó el correo {subject} a quienes firmaron',
    },
    verb: 'write-news',
    undo: undoMove('draft', 'dropped'),
  },
  'write-news': {
    words: {
      en: 'Mail {subject} to supporters written',
      es: 'Se escribió el correo {subject} a quienes firmaron',
    },
    verb: 'write-news',
  },
  'drop-news': {
    words: {
      en: 'Draft of mail {subject} to supporters thrown away',
      es: 'Se descartó el borrador del correo {subject} a quienes firmaron',
    },
    verb: 'write-news',
    undo: undoMove('dropped', 'draft'),
  },
  'test-news': {
    words: {
      en: 'A test of mail {subject} sent to who wrote it',
      es: 'Se envió una prueba del correo {subject} a quien lo escribió',
    },
    verb: 'write-news',
  },
  'count-news': {
    words: {
      en: 'Count of who gets mail {subject} begun',
      es: 'Se empezó a contar quién recibe el correo {subject}',
    },
    verb: 'write-news',
    undo: undoMove('ready', 'draft'),
  },
  'edit-news': {
    words: {
      en: 'Mail {subject} taken back to be written again',
      es: 'Se retomó el correo {subject} para escribirlo de nuevo',
    },
    verb: 'write-news',
  },
  'send-news': {
    words: {
      en: 'Mail {subject} to {count, plural, one {one supporter} other {# supporters}} begun',
      es: 'Empezó el envío del correo {subject} a {count, plural, one {una persona} other {# personas}}',
    },
    verb: 'send-news',
  },
  'schedule-news': {
    words: {
      en: 'Mail {subject} to {count, plural, one {one supporter} other {# supporters}} scheduled',
      es: 'Se programó el correo {subject} a {count, plural, one {una persona} other {# personas}}',
    },
    verb: 'stop-news',
    undo: undoSchedule,
  },
  'unschedule-news': {
    words: {
      en: 'Mail {subject} does not go by itself any more',
      es: 'El correo {subject} ya no sale por sí solo',
    },
    verb: 'stop-news',
  },
  'pause-news': {
    words: { en: 'Mail {subject} to supporters paused', es: 'Se puso en pausa el correo {subject}' },
    verb: 'stop-news',
    undoVerb: () => 'send-news',
    undo: undoPause,
  },
  'resume-news': {
    words: { en: 'Mail {subject} to supporters goes on', es: 'Sigue el envío del correo {subject}' },
    verb: 'stop-news',
    undo: undoResume,
  },
  'stop-news': {
    words: { en: 'Mail {subject} to supporters stopped', es: 'Se detuvo el correo {subject}' },
    verb: 'stop-news',
    undo: undoStop,
  },
};
