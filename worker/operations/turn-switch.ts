import { type ActFacts, type Actor, byCommand } from '../organize/act-rules.ts';
import { commitWithAct } from '../organize/commit-with-act.ts';
import type { ActKind, ConsoleCampaign } from '../organize/console-section.ts';
import type { Deps } from '../platform/deps.ts';
import {
  listSwitches,
  type Switch,
  type SwitchName,
  switchNames,
  turnOffStatement,
  turnOnStatement,
  turnSwitchStatement,
} from '../platform/switches.ts';
import { minute } from '../platform/time/clock.ts';

/** How long an event's higher limit may last: one hour to one day. */
export const eventMinutes = { usual: 60, longest: 24 * 60 };

export const turnKind = 'turn-switch';

export function switchNamed(name: string): SwitchName | null {
  return switchNames.find((one) => one === name) ?? null;
}

/** The act's facts about a switch; null if it is off. */
function factsOf(found: Pick<Switch, 'since' | 'until'> | null): ActFacts {
  return found
    ? { on: true, since: found.since.getTime(), until: found.until?.getTime() ?? null }
    : { on: false };
}

type By = { campaign: ConsoleCampaign; actor: Actor; now: Date };

/** An event's higher limit ends by itself. The other switches stay on until somebody turns them off. */
export async function turnOn(
  deps: Deps,
  { name, minutes, campaign, actor, now }: By & { name: SwitchName; minutes: number },
) {
  const until = name === 'event-open' ? new Date(now.getTime() + minutes * minute) : null;
  const on = { name, since: now, until };
  return commitWithAct(deps, {
    act: { campaign, actor, kind: turnKind, subject: name, before: factsOf(null), after: factsOf(on) },
    steps: [{ statement: turnOnStatement(deps.db, on, now), changes: 1 }],
    now,
  });
}

/** `found` is what the organizer saw. Changes nothing if the switch was turned off and on again since. */
export async function turnOff(deps: Deps, { found, campaign, actor, now }: By & { found: Switch }) {
  return commitWithAct(deps, {
    act: {
      campaign,
      actor,
      kind: turnKind,
      subject: found.name,
      before: factsOf(found),
      after: factsOf(null),
    },
    steps: [{ statement: turnOffStatement(deps.db, found), changes: 1 }],
    now,
  });
}

/** For scripts: sets the switch, whatever its state. An act of the whole site. */
export async function turnByCommand(
  db: D1Database,
  turn: { name: SwitchName; isOn: boolean; until: Date | null },
  now: Date,
): Promise<void> {
  const found = (await listSwitches(db, now)).find(({ name }) => name === turn.name) ?? null;
  const after = turn.isOn ? { since: found?.since ?? now, until: turn.until } : null;
  const act = {
    campaign: null,
    actor: byCommand,
    kind: turnKind,
    subject: turn.name,
    before: factsOf(found),
    after: factsOf(after),
  };
  await commitWithAct({ db }, { act, steps: [turnSwitchStatement(db, turn, now)], now });
}

/** Null if its time has passed. */
export const undoTurn: NonNullable<ActKind['undo']> = async ({ db }, { subject, before, after }, { now }) => {
  const name = switchNamed(subject);
  const was = after.on ? after : before;
  if (!name || !was.on) return null;
  const since = new Date(Number(was.since));
  if (after.on)
    return { steps: [{ statement: turnOffStatement(db, { name, since }), changes: 1 }], count: 1, left: 0 };
  const until = was.until === null ? null : new Date(Number(was.until));
  if (until && until <= now) return null;
  return {
    steps: [{ statement: turnOnStatement(db, { name, since, until }, now), changes: 1 }],
    count: 1,
    left: 0,
  };
};
