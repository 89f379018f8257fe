import type { Language } from '../../web/language.ts';
import type { ActSubject, ConsoleSection } from '../organize/console-section.ts';
import { knownQuery } from '../platform/query.ts';
import { switchNames } from '../platform/switches.ts';
import { undoMail } from './decide-mail.ts';
import { mailRoutes, mailWaits } from './mail-routes.tsx';
import { switchesCopy } from './pages/switches-copy.ts';
import { switchRoutes } from './switch-routes.tsx';
import { turnKind, undoTurn } from './turn-switch.ts';

const oneMail: ActSubject = {
  words: { en: 'A mail that was not sent', es: 'Un correo que no salió' },
  page: { path: '/mail', verb: 'look-at-mail' },
};

export const operationsSection: ConsoleSection = {
  verbs: {
    'turn-switches': { role: 'owner', stepUp: true },
    'look-at-mail': { role: 'moderator' },
    'send-mail-again': { role: 'owner' },
  },
  menu: [
    {
      path: '/mail',
      order: 100,
      label: { en: 'Mail', es: 'Correo' },
      verb: 'look-at-mail',
      counts: 'unsent-mail',
    },
    { path: '/switches', order: 110, label: { en: 'Switches', es: 'Interruptores' }, verb: 'turn-switches' },
  ],
  waits: mailWaits,
  routes(console) {
    switchRoutes(console);
    mailRoutes(console);
  },
  subjects: (_db, _campaign, subjects) => knownQuery(new Map(subjects.flatMap(subjectOf))),
  acts: {
    [turnKind]: {
      words: { en: 'The switch {subject} was turned', es: 'Se cambió el interruptor {subject}' },
      verb: 'turn-switches',
      undo: undoTurn,
    },
    'send-mail-again': {
      words: { en: 'A mail is sent again', es: 'Un correo se envía otra vez' },
      verb: 'send-mail-again',
      undo: undoMail,
    },
    'leave-mail': {
      words: { en: 'A mail was left unsent', es: 'Se dejó un correo sin enviar' },
      verb: 'send-mail-again',
      undo: undoMail,
    },
  },
};

/** Switches by their names; all else is a mail. */
function subjectOf(subject: string): [string, ActSubject][] {
  if (/^[0-9A-Z]{26}$/.test(subject)) return [[subject, oneMail]];
  const name = switchNames.find((one) => one === subject);
  if (!name) return [];
  const words = (language: Language) => switchesCopy[language].switches[name].title;
  const page = { path: '/switches', verb: 'turn-switches' };
  return [[subject, { words: { en: words('en'), es: words('es') }, page }]];
}
