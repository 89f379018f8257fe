import { consolePath } from '../../organize/frame.ts';
import type { PageContext } from '../../platform/http/app-env.ts';
import type { HeldSignUp } from '../own.ts';
import { doorPath } from './links.ts';
import { OwnCode } from './pages/own-code.tsx';
import { shownCode } from './rules.ts';
import { findDoorCode } from './store.ts';

/** The code of a sign-up that has a place, until the event is over. */
export async function ownCode(c: PageContext, { context, signUp, slot }: HeldSignUp) {
  const { deps, now, language } = c.var;
  const { action, campaign, event } = context;
  if (signUp.seat !== 'has' || event.cancelled !== null || slot.endsAt <= now) return null;
  const door = await findDoorCode(deps.db, signUp.id);
  if (!door) return null;
  const list = consolePath(campaign, doorPath(action.slug, slot.slug));
  return (
    <OwnCode
      code={shownCode(door.code)}
      qr={`${deps.settings.publicUrl}${list}#${door.code}`}
      isIn={door.isIn}
      language={language}
    />
  );
}
