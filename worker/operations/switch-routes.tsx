import { formatInstant } from '../../web/language.ts';
import type { ConsoleContext, ConsoleRouter } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { isPause, listSwitches, type SwitchName, switchNames } from '../platform/switches.ts';
import { SwitchesPage, type SwitchRow } from './pages/switches-page.tsx';
import { eventMinutes, switchNamed, turnOff, turnOn } from './turn-switch.ts';

export function switchRoutes(console: ConsoleRouter): void {
  console.get('/switches', 'turn-switches', (c) => switchesPage(c));
  console.post('/switches', 'turn-switches', turn);
}

async function switchesPage(c: ConsoleContext, problem: 'changed' | 'minutes' | null = null) {
  const { deps, campaign, language, now, form } = c.var;
  const [frame, on] = await Promise.all([consoleFrame(c), listSwitches(deps.db, now)]);
  const told = (at: Date) => formatInstant(at, campaign.timeZone, language);
  const rows = switchNames.map((name): SwitchRow => {
    const found = on.find((one) => one.name === name);
    return {
      name,
      isOn: found !== undefined,
      since: found ? told(found.since) : null,
      until: found?.until ? told(found.until) : null,
      seen: String(found?.since.getTime() ?? 'off'),
      hasMinutes: !isPause(name),
    };
  });
  const minutes = form.values.minutes ?? String(eventMinutes.usual);
  const page = <SwitchesPage frame={frame} rows={rows} minutes={minutes} problem={problem} />;
  return c.html(page, problem === null ? 200 : problem === 'changed' ? 409 : 422);
}

async function turn(c: ConsoleContext) {
  const { deps, campaign, organizer, form, now, switches } = c.var;
  const name = switchNamed(form.values.name ?? '');
  if (!name) return refuse(c, 'bad-request');
  // In read-only mode, only this switch can still be turned off.
  const isRelease = name === 'read-only' && form.values.decision === 'off';
  if (switches.has('read-only') && !isRelease) return refuse(c, 'read-only');
  const by = { campaign, actor: organizer.id, now };
  if (form.values.decision === 'on') {
    const minutes = minutesOf(name, form.values.minutes);
    if (minutes === null) return switchesPage(c, 'minutes');
    return answer(c, name, await turnOn(deps, { ...by, name, minutes }));
  }
  const found = (await listSwitches(deps.db, now)).find((one) => one.name === name);
  if (!found || String(found.since.getTime()) !== form.values.seen) return switchesPage(c, 'changed');
  return answer(c, name, await turnOff(deps, { ...by, found }));
}

function answer(c: ConsoleContext, name: SwitchName, done: Awaited<ReturnType<typeof turnOn>>) {
  if (!done.ok) return switchesPage(c, 'changed');
  const path = consolePath(c.var.campaign, '/switches');
  // An undo would be a write, which this switch prevents. The page has the button that turns it off.
  const isStopped = name === 'read-only' && c.var.form.values.decision === 'on';
  return c.redirect(isStopped ? path : withDone(path, done.value.id), 303);
}

function minutesOf(name: SwitchName, typed: string | undefined): number | null {
  if (isPause(name)) return 0;
  const minutes = Number((typed ?? '').trim());
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= eventMinutes.longest ? minutes : null;
}
