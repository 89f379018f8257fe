import type { ConsoleSection, Waiting } from '../organize/console-section.ts';
import { joinQueries, mapQuery, waitingAtMost } from '../platform/query.ts';
import { storiesConsoleRoutes } from './console-routes.tsx';
import {
  type Found,
  numbersQuery,
  toLookQuery,
  toPayQuery,
  toRenewQuery,
  toReturnQuery,
} from './console-store.ts';
import { undoPay, undoReturn, undoStop } from './guide.ts';
import { consoleCopy } from './pages/console-copy.ts';
import { pays, renewalAsked, sheetUses, stopReasons } from './rules.ts';

const { en, es } = consoleCopy;

/** What waits for a guide, and how stories are stopped, paid and taken along. The text opens by an act alone. */
export const storiesSection: ConsoleSection = {
  verbs: {
    'see-stories': { role: 'moderator' },
    'open-stories': { role: 'moderator' },
    'guide-stories': { role: 'moderator' },
    'pay-stories': { role: 'editor' },
    'take-story-sheets': { role: 'editor', stepUp: true },
  },
  menu: [
    {
      path: '/stories',
      order: 18,
      inKit: 'stories',
      label: { en: en.title, es: es.title },
      verb: 'see-stories',
      counts: ['stories-to-look', 'stories-to-pay', 'stories-to-renew', 'story-sheets'],
    },
  ],
  waits(db, { id: campaignId }, now) {
    const asked = { campaignId, now, most: waitingAtMost + 1 };
    const found = joinQueries({
      look: toLookQuery(db, asked),
      owed: toPayQuery(db, asked),
      renew: toRenewQuery(db, asked, new Date(now.getTime() + renewalAsked)),
      back: toReturnQuery(db, asked),
    });
    return mapQuery(found, ({ look, owed, renew, back }) => [
      ...waiting('stories-to-look', look, { en: en.waits.look, es: es.waits.look }),
      ...waiting('stories-to-pay', owed, { en: en.waits.pay, es: es.waits.pay }),
      ...waiting('stories-to-renew', renew, { en: en.waits.renew, es: es.waits.renew }, now),
      ...waiting('story-sheets', back, { en: en.waits.back, es: es.waits.back }),
    ]);
  },
  routes: storiesConsoleRoutes,
  subjects: (db, { id: campaignId }, ids) =>
    mapQuery(
      numbersQuery(db, { campaignId, ids }),
      (numbers) =>
        new Map(
          [...numbers].map(([id, number]) => [
            id,
            {
              words: { en: `Story ${number}`, es: `Historia ${number}` },
              page: { path: `/stories/${id}`, verb: 'see-stories' },
            },
          ]),
        ),
    ),
  acts: {
    'open-story': { words: { en: en.acts.open, es: es.acts.open }, verb: 'open-stories' },
    'stop-story': { words: { en: en.acts.stop, es: es.acts.stop }, verb: 'guide-stories', undo: undoStop },
    'restart-story': { words: { en: en.acts.restart, es: es.acts.restart }, verb: 'guide-stories' },
    'set-story-pay': { words: { en: en.acts.pay, es: es.acts.pay }, verb: 'pay-stories', undo: undoPay },
    'take-story-sheet': { words: { en: en.acts.take, es: es.acts.take }, verb: 'take-story-sheets' },
    'return-story-sheet': {
      words: { en: en.acts.back, es: es.acts.back },
      verb: 'guide-stories',
      undo: undoReturn,
    },
  },
  facts: {
    keys: {
      story: { en: 'story', es: 'historia' },
      use: { en: 'use', es: 'uso' },
      version: { en: 'version', es: 'versión' },
      pay: { en: 'pay', es: 'pago' },
      cents: { en: 'in cents', es: 'en centavos' },
      sheet: { en: 'sheet', es: 'hoja' },
    },
    codes: {
      going: { en: 'going on', es: 'en curso' },
      stopped: { en: 'stopped', es: 'detenida' },
      ...wordsOf(sheetUses, (code) => [en.uses[code], es.uses[code]]),
      ...wordsOf(pays, (code) => [en.pay.states[code], es.pay.states[code]]),
      ...wordsOf(stopReasons, (code) => [en.reasons[code], es.reasons[code]]),
    },
  },
};

function wordsOf<Code extends string>(codes: readonly Code[], said: (code: Code) => [string, string]) {
  return Object.fromEntries(
    codes.map((code) => {
      const [english, spanish] = said(code);
      return [code, { en: english, es: spanish }];
    }),
  );
}

/** `at`: since when it waits, where that is not when it was found. */
function waiting(
  kind: string,
  found: readonly Found[],
  words: Waiting['words'],
  at: Date | null = null,
): Waiting[] {
  const [first] = found;
  if (!first) return [];
  return [
    {
      ...{ kind, words, count: Math.min(found.length, waitingAtMost), more: found.length > waitingAtMost },
      ...{ oldestAt: at ?? first.at, path: '/stories', verb: 'guide-stories' },
    },
  ];
}
