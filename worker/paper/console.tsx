import type { ActionKinds } from '../actions/kind.ts';
import type { ConsoleCampaign, ConsoleSection, Waiting } from '../organize/console-section.ts';
import { joinQueries, mapQuery, type Query, waitingAtMost } from '../platform/query.ts';
import type { ErasedHook } from '../signatures/erased-hook.ts';
import { paperSubjects } from './act-subjects.ts';
import { checkRoutes } from './check-routes.tsx';
import { importRoutes } from './import-routes.tsx';
import { undoImport } from './import-signatures.ts';
import { lineRoutes } from './line-routes.tsx';
import { checkFacts } from './pages/check-facts.ts';
import { undoCheck } from './save-check.ts';
import { countOpenSecondsQuery } from './second-store.ts';
import { sheetRoutes } from './sheet-routes.tsx';
import { enteringQuery } from './sheet-store.ts';
import { undoSheet } from './take-back-sheet.ts';
import { undoCorrection, undoDecision, undoSecondEntry } from './undo-lines.ts';

/** Sheets of paper: what was signed on them, entered by organizers. */
export const paperSection = ({
  actionKinds,
  hooks,
}: {
  actionKinds: ActionKinds;
  hooks: { whenErased: ErasedHook };
}): ConsoleSection => ({
  verbs: {
    'look-at-paper': { role: 'viewer' },
    'enter-paper': { role: 'moderator' },
    'enter-check': { role: 'editor' },
    'import-signatures': { role: 'editor', stepUp: true },
  },
  menu: [
    {
      path: '/paper',
      order: 45,
      next: { en: 'Print or enter sheets of paper', es: 'Imprimir hojas de papel o copiarlas' },
      label: { en: 'Paper', es: 'Papel' },
      verb: 'look-at-paper',
      counts: 'paper-sheets',
    },
  ],
  subjects: paperSubjects,
  waits: paperWaits,
  routes(console) {
    sheetRoutes(console, actionKinds);
    lineRoutes(console, hooks.whenErased);
    importRoutes(console, actionKinds);
    checkRoutes(console, actionKinds);
  },
  acts: {
    'start-sheet': {
      words: { en: 'A sheet of paper was begun', es: 'Se empezó a copiar una hoja' },
      verb: 'enter-paper',
    },
    'enter-sheet': {
      words: {
        en: 'A sheet is counted: {count, plural, one {# line} other {# lines}}',
        es: 'Se contó una hoja: {count, plural, one {# línea} other {# líneas}}',
      },
      verb: 'enter-paper',
      undo: undoSheet(hooks.whenErased),
    },
    'correct-line': {
      words: { en: 'A line of paper was corrected', es: 'Se corrigió una línea en papel' },
      verb: 'enter-paper',
      undo: undoCorrection(hooks.whenErased),
    },
    'enter-again': {
      words: {
        en: '{count, plural, one {# line} other {# lines}} entered again',
        es: '{count, plural, one {# línea copiada} other {# líneas copiadas}} otra vez',
      },
      verb: 'enter-paper',
      undo: undoSecondEntry,
    },
    'open-difference': {
      words: {
        en: 'Both entries of a line of paper were looked at',
        es: 'Se miraron las dos copias de una línea en papel',
      },
      verb: 'enter-paper',
    },
    'decide-difference': {
      words: {
        en: 'A difference on paper was decided',
        es: 'Se decidió una diferencia en papel',
      },
      verb: 'enter-paper',
      undo: undoDecision(hooks.whenErased),
    },
    'import-signatures': {
      words: {
        en: '{count, plural, one {# signature} other {# signatures}} of another platform to be invited',
        es: '{count, plural, one {# firma} other {# firmas}} de otra plataforma por invitar',
      },
      verb: 'import-signatures',
      undo: undoImport(hooks.whenErased),
    },
    'enter-check': {
      words: {
        en: 'A check of paper lines was entered',
        es: 'Se anotó una revisión de líneas de papel',
      },
      verb: 'enter-check',
      undo: undoCheck,
    },
    'remove-check': {
      words: {
        en: 'A check of paper lines was taken away',
        es: 'Se quitó una revisión de líneas de papel',
      },
      verb: 'enter-check',
      undo: undoCheck,
    },
    'discard-sheet': {
      words: { en: 'What was entered of a sheet was deleted', es: 'Se borró lo copiado de una hoja' },
      verb: 'enter-paper',
    },
  },
  facts: checkFacts,
});

function paperWaits(db: D1Database, campaign: ConsoleCampaign): Query<Waiting[]> {
  const queries = {
    entering: enteringQuery(db, campaign.id),
    seconds: countOpenSecondsQuery(db, campaign.id),
  };
  return mapQuery(joinQueries(queries), ({ entering, seconds }) => [
    waiting('paper-sheets', entering, {
      en: '{n, plural, one {# sheet is not counted yet} other {# sheets are not counted yet}}',
      es: '{n, plural, one {# hoja sin contar todavía} other {# hojas sin contar todavía}}',
    }),
    waiting('paper-seconds', seconds, {
      en: '{n, plural, one {# line of paper to enter again} other {# lines of paper to enter again}}',
      es: '{n, plural, one {# línea en papel por copiar otra vez} other {# líneas en papel por copiar otra vez}}',
    }),
  ]);
}

function waiting(
  kind: string,
  { n, oldest }: { n: number; oldest: number | null },
  words: Waiting['words'],
): Waiting {
  return {
    kind,
    words,
    count: Math.min(n, waitingAtMost),
    more: n > waitingAtMost,
    oldestAt: new Date(oldest ?? 0),
    path: '/paper',
    verb: 'enter-paper',
  };
}
