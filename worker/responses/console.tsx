import type { ConsoleSection, Waiting } from '../organize/console-section.ts';
import { subjectText } from '../organize/subject-words.ts';
import { mapQuery } from '../platform/query.ts';
import { dateIn } from '../platform/time/clock.ts';
import { listUndoable, setOutcomeStatement, undoAnswersStatement } from './answer-store.ts';
import { type Late, lateQuery } from './ask-store.ts';
import { responsesRoutes } from './console-routes.tsx';
import { mailingActs, mailingRoutes } from './mailing-routes.tsx';
import { petitionSubjectsQuery } from './subject-store.ts';

const waitsWords = {
  'late-answers': {
    en: '{n, plural, one {# ask has waited too long for an answer} other {# asks have waited too long for an answer}}',
    es: '{n, plural, one {# punto lleva demasiado tiempo sin respuesta} other {# puntos llevan demasiado tiempo sin respuesta}}',
  },
  'overdue-commitments': {
    en: '{n, plural, one {# commitment of a committee is overdue} other {# commitments of committees are overdue}}',
    es: '{n, plural, one {Un compromiso de un comité está vencido} other {# compromisos de comités están vencidos}}',
  },
  'untold-answers': {
    en: '{n, plural, one {# answer came in, and supporters were not told} other {# answers came in, and supporters were not told}}',
    es: '{n, plural, one {Llegó # respuesta y todavía no se contó a quienes firmaron} other {Llegaron # respuestas y todavía no se contaron a quienes firmaron}}',
  },
};

function waitingOf(kind: keyof typeof waitsWords, { n, oldestAt }: Late, verb: string): Waiting[] {
  if (n === 0) return [];
  return [{ kind, words: waitsWords[kind], count: n, oldestAt, path: '/responses', verb }];
}

/** What committees are asked and answer. */
export const responsesSection: ConsoleSection = {
  verbs: {
    'look-at-answers': { role: 'viewer' },
    'record-answers': { role: 'editor' },
    'mail-answers': { role: 'editor' },
  },
  menu: [
    {
      path: '/responses',
      order: 45,
      label: { en: 'Official answers', es: 'Respuestas oficiales' },
      verb: 'look-at-answers',
      counts: Object.keys(waitsWords),
    },
  ],
  waits: (db, campaign, now) =>
    mapQuery(
      lateQuery(db, campaign.id, { now, today: dateIn(campaign.timeZone, now) }),
      ({ unanswered, overdue, untold }) => [
        ...waitingOf('late-answers', unanswered, 'record-answers'),
        ...waitingOf('overdue-commitments', overdue, 'record-answers'),
        ...waitingOf('untold-answers', untold, 'mail-answers'),
      ],
    ),
  routes(console) {
    responsesRoutes(console);
    mailingRoutes(console);
  },
  subjects: (db, { id }, subjects) =>
    mapQuery(petitionSubjectsQuery(db, id, subjects), (found) => {
      const page = { path: '/responses', verb: 'look-at-answers' };
      const words = { en: '“{title}”', es: '«{title}»' };
      return new Map(
        found.map(({ slug, titles }) => [slug, { words: subjectText(words, { titles }), page }]),
      );
    }),
  acts: {
    'record-answers': {
      words: {
        en: '{count, plural, one {An answer} other {# answers}} to {subject} entered',
        es: '{count, plural, one {Se anotó una respuesta} other {Se anotaron # respuestas}} a {subject}',
      },
      verb: 'record-answers',
      async undo({ db }, { after, count }, { now }) {
        const recorded = {
          actionId: Number(after.action),
          committeeId: Number(after.office),
          at: new Date(Number(after.at)),
        };
        const ids = await listUndoable(db, recorded);
        if (ids.length === 0) return null;
        return {
          steps: [{ statement: undoAnswersStatement(db, ids, now), changes: ids.length }],
          count: ids.length,
          left: count - ids.length,
        };
      },
    },
    'mark-commitment': {
      words: {
        en: 'A commitment about {subject} was marked',
        es: 'Se marcó un compromiso sobre {subject}',
      },
      verb: 'record-answers',
      async undo({ db }, { before, after }) {
        const statement = setOutcomeStatement(
          db,
          { id: Number(after.answer), was: String(after.commitment) },
          null,
        );
        return { steps: [{ statement, changes: 1 }], count: 1, left: 0, before: after, after: before };
      },
    },
    'ask-again': {
      words: { en: 'A committee was asked again: {subject}', es: 'Se volvió a pedir respuesta: {subject}' },
      verb: 'record-answers',
    },
    'show-answer-link': {
      words: {
        en: 'The link to answer {subject} was looked at',
        es: 'Se miró el enlace para responder a {subject}',
      },
      verb: 'record-answers',
    },
    ...mailingActs,
  },
  facts: {
    keys: {
      committee: { en: 'committee', es: 'comité' },
      how: { en: 'how it was given', es: 'cómo se dio' },
      commitment: { en: 'commitment', es: 'compromiso' },
      answer: { en: 'answer', es: 'respuesta' },
      answers: { en: 'answers', es: 'respuestas' },
      version: { en: 'version before', es: 'versión anterior' },
      action: { en: 'petition, by its number', es: 'petición, por su número' },
      office: { en: 'committee, by its number', es: 'comité, por su número' },
      at: { en: 'instant', es: 'instante' },
      people: { en: 'people', es: 'personas' },
      mailing: { en: 'mail, by its number', es: 'correo, por su número' },
    },
    codes: {
      letter: { en: 'on paper', es: 'por escrito' },
      meeting: { en: 'in a meeting', es: 'en una reunión' },
      open: { en: 'open', es: 'abierto' },
      kept: { en: 'kept', es: 'cumplido' },
      missed: { en: 'missed', es: 'no cumplido' },
    },
  },
};
