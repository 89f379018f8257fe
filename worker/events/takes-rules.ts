import { isOpen } from '../actions/rules.ts';
import type { EventContext } from './cache.ts';
import { comingSlots } from './rules.ts';

/** Whether there is a time left that somebody can sign up for. */
export function takesSignUps({ action, event }: EventContext, now: Date): boolean {
  return isOpen(action, now) && comingSlots(event, now).length > 0;
}
