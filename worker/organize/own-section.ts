import { endBegunStatement, reopenAccessStatement } from './access-undo-store.ts';
import type { ConsoleSection } from './console-section.ts';
import { logRoutes } from './log-routes.tsx';
import { earlierOf } from './people.ts';
import { peopleRoutes } from './people-routes.tsx';
import { changeRoleStatement } from './people-store.ts';
import { asRole } from './role-rules.ts';
import { ownRoutes } from './routes.tsx';

/** What waits, claims, people, the log, and the undoing of acts of every section. */
export const ownSection: ConsoleSection = {
  verbs: {
    look: { role: 'viewer' },
    claim: { role: 'moderator' },
    'read-log': { role: 'moderator' },
    'manage-people': { role: 'owner', stepUp: true },
  },
  routes(console) {
    ownRoutes(console);
    peopleRoutes(console);
    logRoutes(console);
  },
  menu: [
    { path: '', order: 0, label: { en: 'What waits', es: 'Pendientes' }, verb: 'look' },
    {
      path: '/people',
      order: 120,
      next: { en: 'Invite somebody', es: 'Invitar a alguien' },
      label: { en: 'People', es: 'Personas' },
      verb: 'manage-people',
    },
    { path: '/log', order: 130, label: { en: 'Log', es: 'Registro' }, verb: 'read-log' },
  ],
  acts: {
    undo: {
      words: {
        en: 'Undone: {count, plural, one {# change} other {# changes}}',
        es: 'Se deshizo {count, plural, one {# cambio} other {# cambios}}',
      },
      verb: 'look',
    },
    invite: {
      words: { en: 'Somebody was invited', es: 'Se invitó a alguien' },
      verb: 'manage-people',
      isAboutOrganizer: true,
      async undo({ db }, { subject, at, before }, { campaign, now }) {
        const invited = { campaignId: campaign.id, organizerId: subject, since: at };
        const statement = endBegunStatement(db, { ...invited, earlier: earlierOf(before), now });
        return { steps: [{ statement, changes: 1 }], count: 1, left: 0 };
      },
    },
    'change-role': {
      words: { en: 'A role was changed', es: 'Se cambió una función' },
      verb: 'manage-people',
      isAboutOrganizer: true,
      async undo({ db }, { subject, before, after }, { campaign }) {
        const [from, to] = [asRole(String(after.role)), asRole(String(before.role))];
        if (!from || !to) return null;
        const change = { campaignId: campaign.id, organizerId: subject, from, to };
        return { steps: [{ statement: changeRoleStatement(db, change), changes: 1 }], count: 1, left: 0 };
      },
    },
    'end-access': {
      words: { en: 'An access was ended', es: 'Se terminó un acceso' },
      verb: 'manage-people',
      isAboutOrganizer: true,
      async undo({ db }, { subject, at }, { campaign, now }) {
        const ended = { campaignId: campaign.id, organizerId: subject, endedAt: at };
        const statement = reopenAccessStatement(db, { ...ended, now });
        return { steps: [{ statement, changes: 1 }], count: 1, left: 0 };
      },
    },
    'add-passkey': {
      words: { en: 'A passkey was added', es: 'Se añadió una llave de acceso' },
      verb: 'manage-people',
      isAboutOrganizer: true,
    },
    'remove-passkey': {
      words: { en: 'A passkey was removed', es: 'Se quitó una llave de acceso' },
      verb: 'manage-people',
      isAboutOrganizer: true,
    },
    recover: {
      words: {
        en: 'Somebody may begin again with a new passkey',
        es: 'Alguien puede empezar de nuevo con otra llave de acceso',
      },
      verb: 'manage-people',
      isAboutOrganizer: true,
    },
  },
};
