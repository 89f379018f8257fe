import { shellOf } from '../campaigns/shell.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import { canCorrect } from '../signatures/rules.ts';
import type { Signature } from '../signatures/store.ts';
import type { SupporterSection } from '../signatures/supporter-section.ts';
import { ownCode } from './door/own-code.tsx';
import { findDoorCode } from './door/store.ts';
import { eventKindNamed } from './kind-rules.ts';
import { type HeldSignUp, heldSignUp } from './own.ts';
import { OwnPart, type OwnPartProps, type Standing } from './pages/own-part.tsx';
import { holdsBack, placeFor } from './rules.ts';
import { mostCounted, type SignUp } from './store.ts';
import { formatSpan } from './time-rules.ts';
import { shownPlace } from './view.tsx';
import { ownHours } from './volunteer/own-hours.tsx';
import { findQuarters } from './volunteer/store.ts';

/** Time, place and waiting list, on the page that confirms and on their own. */
export const supporterSignUp: SupporterSection = {
  async toConfirm(c, form, { isListed }) {
    const held = await heldSignUp(c, form);
    const changeHref = form.isAgain ? null : `${form.path}/sign-up`;
    return (
      held && (
        <OwnPart
          {...partOf(c, held, form.signature)}
          changeHref={changeHref}
          calendarHref={null}
          isListed={isListed}
        />
      )
    );
  },
  async shown(c) {
    const { link, now } = c.var;
    const held = await heldSignUp(c, link);
    if (!held) return null;
    const isComing = held.slot.startsAt > now && held.context.event.cancelled === null;
    const mayChange = isComing && canCorrect(link.signature.state);
    return (
      <>
        <OwnPart
          {...partOf(c, held, link.signature)}
          changeHref={mayChange ? `/my/${link.token}/sign-up` : null}
          calendarHref={held.signUp.seat === 'has' ? `/my/${link.token}/event.ics` : null}
        />
        {await ownCode(c, held)}
        {await ownHours(c, held, link.token)}
      </>
    );
  },
  async data(c) {
    const held = await heldSignUp(c, c.var.link);
    if (!held) return {};
    const { signUp, note } = held;
    const { db } = c.var.deps;
    const [door, quarters] = await Promise.all([findDoorCode(db, signUp.id), findQuarters(db, signUp.id)]);
    return {
      time: signUp.slot,
      place: signUp.seat,
      safe_note: note,
      neutral_title: signUp.isNeutral,
      ...(door && { code: door.code, checked_in: door.isIn }),
      ...(quarters !== null && { hours: quarters / 4 }),
    };
  },
};

function partOf(
  c: PageContext,
  { context, signUp, slot, note }: HeldSignUp,
  signature: Signature,
): Omit<OwnPartProps, 'changeHref' | 'calendarHref'> {
  const { language } = c.var;
  const { event, campaign, city } = context;
  return {
    shell: shellOf(c, campaign),
    slot: { name: slot.name?.[language] ?? null, when: formatSpan(slot, city.timeZone, language) },
    standing: standingOf(signUp, signature),
    isCancelled: event.cancelled !== null,
    place: shownPlace(placeFor(event, signUp.seat), holdsBack(event) && signUp.seat !== 'has', language),
    note,
    neutralTitle: signUp.isNeutral ? eventKindNamed(event.kind).neutralTitle[language] : null,
  };
}

export function standingOf({ seat, ahead }: SignUp, { state }: Pick<Signature, 'state'>): Standing {
  if (state === 'unconfirmed') return { seat: 'unconfirmed' };
  if (seat === 'waits') return { seat, ahead, isMore: ahead === mostCounted };
  return { seat: seat === 'none' && state === 'confirmed' ? 'late' : seat };
}
