import type { ConsoleSection } from '../organize/console-section.ts';
import { undoMail } from './decide-mail.ts';
import { mailRoutes, mailWaits } from './mail-routes.tsx';
import { switchRoutes } from './switch-routes.tsx';
import { turnKind, undoTurn } from './turn-switch.ts';

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
