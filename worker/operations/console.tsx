import type { ConsoleSection } from '../organize/console-section.ts';
import { switchRoutes } from './switch-routes.tsx';
import { turnKind, undoTurn } from './turn-switch.ts';

export const operationsSection: ConsoleSection = {
  verbs: {
    'turn-switches': { role: 'owner', stepUp: true },
  },
  menu: [{ path: '/switches', label: { en: 'Switches', es: 'Interruptores' }, verb: 'turn-switches' }],
  routes(console) {
    switchRoutes(console);
  },
  acts: {
    [turnKind]: {
      words: { en: 'The switch {subject} was turned', es: 'Se cambió el interruptor {subject}' },
      verb: 'turn-switches',
      undo: undoTurn,
    },
  },
};
