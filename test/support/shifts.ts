import { findContext } from '../../worker/actions/context.ts';
import { withEvent } from '../../worker/events/cache.ts';
import { kitWithTraining } from '../training/support.ts';
import type { TestApp } from './app.ts';
import { eventKit } from './event-kit.ts';
import { opened } from './events.ts';

const both = (text: string) => ({ en: text, es: `${text} (es)` });

type ShiftOptions = { capacity?: number; event?: Record<string, unknown>; norms?: object[] };

/** Shifts of two roles: one asks for the norms and two lessons, the other for nothing. */
export function shiftKit({ capacity = 3, event, norms }: ShiftOptions = {}) {
  const kit = eventKit({
    event: {
      kind: 'shift',
      roles: [
        { slug: 'desk', name: both('Welcome desk'), norms: true, lessons: ['one', 'two'] },
        { slug: 'kitchen', name: both('Kitchen') },
      ],
      times: [
        { slug: 'desk', role: 'desk', starts: '2027-01-14T18:00', ends: '2027-01-14T20:00', capacity },
        { slug: 'late-desk', role: 'desk', starts: '2027-01-14T20:00', ends: '2027-01-14T22:00', capacity },
        { slug: 'kitchen', role: 'kitchen', starts: '2027-01-14T18:00', ends: '2027-01-14T20:00', capacity },
      ],
      ...event,
    },
  });
  const { training, lessons } = kitWithTraining();
  return {
    ...kit,
    campaign: { ...kit.campaign, norms: norms ?? [both('Nobody is asked what happened to them.')] },
    training,
    lessons,
  };
}

export async function openShifts(app: TestApp, options: ShiftOptions = {}) {
  const kit = shiftKit(options);
  await opened(app, kit);
  const context = await findContext(app.deps.db, kit.events[0]?.slug ?? '');
  const found = context && (await withEvent(app.deps, context, app.now()));
  if (!found) throw new Error('the event was not opened');
  return { ...found, kit };
}
