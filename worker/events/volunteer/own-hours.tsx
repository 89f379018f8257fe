import { shellOf } from '../../campaigns/shell.ts';
import type { PageContext } from '../../platform/http/app-env.ts';
import type { HeldSignUp } from '../own.ts';
import { hoursText } from './hours-rules.ts';
import { HoursLink } from './pages/hours-page.tsx';
import { takesHours } from './rules.ts';
import { findQuarters } from './store.ts';

/** The way to report hours, on the own page after a shift. */
export async function ownHours(c: PageContext, { context, signUp, slot }: HeldSignUp, token: string) {
  const { deps, now, language } = c.var;
  if (!takesHours(context.event, { slot, seat: signUp.seat, now })) return null;
  const quarters = await findQuarters(deps.db, signUp.id);
  const reported = quarters === null ? null : hoursText(quarters, language);
  return <HoursLink shell={shellOf(c, context.campaign)} token={token} reported={reported} />;
}
