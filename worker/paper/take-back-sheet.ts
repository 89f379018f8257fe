import type { Act } from '../organize/act-rules.ts';
import type { Step } from '../organize/commit-with-act.ts';
import type { ConsoleCampaign, Inverse } from '../organize/console-section.ts';
import type { Deps } from '../platform/deps.ts';
import { cancelStatement } from '../platform/mail/outbox.ts';
import { type CityTime, cityTimeOf } from '../signatures/city-time.ts';
import type { ErasedHook } from '../signatures/erased-hook.ts';
import { takeBackStatement } from '../signatures/take-back-store.ts';
import { judgeStatement, listLines, listStatesOf, uncountLinesStatement } from './line-store.ts';
import { dropSecondsStatements } from './second-store.ts';
import { findSheet, moveSheetStatement } from './sheet-store.ts';

/** Ends pending signatures that an organizer entered, and their waiting mails. */
export function takeBackSteps(
  db: D1Database,
  ids: readonly string[],
  { cityTime, whenErased }: { cityTime: CityTime; whenErased: ErasedHook },
): Step[] {
  if (ids.length === 0) return [];
  return [
    takeBackStatement(db, ids, cityTime),
    cancelStatement(db, [...ids]),
    ...whenErased(db, { ids: [...ids] }),
  ];
}

/**
 * Undoes the entry of a sheet: its lines stop counting and can be corrected, lines that were duplicates only because of
 * them count again, and unconfirmed invitations end. What an owner has confirmed stays.
 */
export const undoSheet =
  (whenErased: ErasedHook) =>
  async (
    { db }: Deps,
    { subject }: Act,
    { campaign, now }: { campaign: ConsoleCampaign; now: Date },
  ): Promise<Inverse | null> => {
    const sheet = await findSheet(db, { id: subject, campaignId: campaign.id });
    if (sheet?.state !== 'done') return null;
    const lines = await listLines(db, sheet.id);
    const states = await listStatesOf(
      db,
      lines.flatMap(({ signatureId }) => signatureId ?? []),
    );
    const pending = [...states].filter(([, state]) => state === 'unconfirmed').map(([id]) => id);
    const confirmed = [...states.values()].filter((state) => state === 'confirmed').length;
    const cityTime = cityTimeOf(campaign.timeZone, now);
    const { week } = cityTime;
    const keys = lines.flatMap(({ nameZipKey }) => nameZipKey ?? []);
    const move = { id: sheet.id, version: sheet.version, from: 'done', to: 'entering', at: now } as const;
    return {
      steps: [
        { statement: moveSheetStatement(db, move), changes: 1 },
        uncountLinesStatement(db, sheet.id, week),
        ...takeBackSteps(db, pending, { cityTime, whenErased }),
        ...dropSecondsStatements(db, sheet.id, week),
        judgeStatement(db, { actionId: sheet.actionId, sheetId: sheet.id, keys, week }),
      ],
      count: lines.filter(({ countsAs }) => countsAs !== null).length - confirmed,
      left: confirmed,
    };
  };
