import { shellOf } from '../campaigns/shell.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import { canCorrect } from '../signatures/rules.ts';
import type { Signature } from '../signatures/store.ts';
import type { SupporterSection } from '../signatures/supporter-section.ts';
import { ownConditions } from './conditions/own-conditions.tsx';
import { isMissing, missingOf } from './conditions/rules.ts';
import { ownCode } from './door/own-code.tsx';
import { findDoorCode } from './door/store.ts';
import { eventKindNamed } from './kind-rules.ts';
import { type HeldSignUp, heldSignUp } from './own.ts';
import { OwnPart, type OwnPartProps, type SeatState } from './pages/own-part.tsx';
import { holdsBack, placeFor, roleOf, slotTitle } from './rules.ts';
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
        <>
          <OwnPart
            {...partOf(c, held, form.signature)}
            changeHref={changeHref}
            calendarHref={null}
            isListed={isListed}
          />
          {ownConditions(c, held, { path: form.isAgain ? null : form.path, isListed })}
        </>
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
        {ownConditions(c, held, { path: mayChange ? `/my/${link.token}` : null })}
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
      ...(signUp.held.norms !== null && {
        norms_version: signUp.held.norms,
        norms_agreed_at: signUp.held.normsAt?.toISOString(),
      }),
      ...(signUp.held.lessonsAt && {
        lessons: signUp.held.lessons,
        lessons_shown_at: signUp.held.lessonsAt.toISOString(),
      }),
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
    slot: {
      name: slotTitle(event, slot)?.[language] ?? null,
      when: formatSpan(slot, city.timeZone, language),
    },
    standing: standingOf(signUp, signature, {
      isUnmet: isMissing(missingOf(roleOf(event, slot), context.norms, [signUp.held])),
    }),
    isCancelled: event.cancelled !== null,
    place: shownPlace(placeFor(event, signUp.seat), holdsBack(event) && signUp.seat !== 'has', language),
    note,
    neutralTitle: signUp.isNeutral ? eventKindNamed(event.kind).neutralTitle[language] : null,
  };
}

export function standingOf(
  { seat, ahead }: SignUp,
  { state }: Pick<Signature, 'state'>,
  { isUnmet }: { isUnmet: boolean },
): SeatState {
  if (state === 'unconfirmed') return { seat: isUnmet ? 'unmet' : 'unconfirmed' };
  if (seat === 'waits') return { seat, ahead, isMore: ahead === mostCounted };
  if (seat === 'none' && state === 'confirmed') return { seat: isUnmet ? 'unmet' : 'late' };
  return { seat };
}
