import type { PageContext } from '../platform/http/app-env.ts';
import type { SupporterLink } from '../signatures/supporter-link.tsx';
import { type EventContext, withEvent } from './cache.ts';
import { type Slot, slotNamed } from './rules.ts';
import { openNote } from './sealing.ts';
import { findSignUp, type SignUp } from './store.ts';

export type HeldSignUp = { context: EventContext; signUp: SignUp; slot: Slot; note: string };

/** The sign-up behind a supporter's link; null for another kind of action. */
export async function heldSignUp(
  c: PageContext,
  { signature, context }: Pick<SupporterLink, 'signature' | 'context'>,
): Promise<HeldSignUp | null> {
  const { deps, now } = c.var;
  if (context.action.kind !== 'event') return null;
  const [found, signUp] = await Promise.all([
    withEvent(deps, context, now),
    findSignUp(deps.db, signature.id),
  ]);
  const slot = found && signUp && slotNamed(found.event, signUp.slot);
  return found && signUp && slot
    ? { context: found, signUp, slot, note: await openNote(deps.keyring, signUp) }
    : null;
}
