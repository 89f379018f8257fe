import type { ConsoleContext } from '../organize/console-section.ts';
import { consoleFrame, consolePath } from '../organize/frame.ts';
import { dateIn } from '../platform/time/clock.ts';
import type { StrategyProps } from './pages/frame.tsx';
import type { By } from './write.ts';

/** The day in the campaign's city. */
export function todayOf({ var: { campaign, now } }: ConsoleContext): string {
  return dateIn(campaign.timeZone, now);
}

export function byOf(c: ConsoleContext): By {
  const { campaign, organizer, now } = c.var;
  return { campaign, actor: organizer.id, now, today: todayOf(c) };
}

export async function propsOf(c: ConsoleContext): Promise<StrategyProps> {
  const frame = await consoleFrame(c);
  return { frame, path: (rest) => consolePath(c.var.campaign, rest), today: todayOf(c) };
}
