import { type Context, Hono } from 'hono';
import { shellOf, withForm, withLanguage } from '../campaigns/shell.ts';
import type { CommitRefusal } from '../platform/commit/writes.ts';
import { type FieldError, type Form, languageStepOf } from '../platform/http/forms.ts';
import { refuse, refuseBody } from '../platform/http/refuse.tsx';
import { privatePage } from '../platform/http/security.ts';
import { assertNever } from '../platform/result.ts';
import { retryPaused } from '../platform/switches.ts';
import { canCorrect } from '../signatures/rules.ts';
import { linkProblem, type SupporterLinkEnv, supporterLink } from '../signatures/supporter-link.tsx';
import { isToConfirm, toConfirm } from '../signatures/to-confirm.ts';
import { cachedSeats } from './cache.ts';
import { type ChangeRefusal, changeSignUp } from './change-sign-up.ts';
import { meetConditions } from './conditions/meet.ts';
import { missingErrors, type Needed } from './conditions/rules.ts';
import { askedFor } from './conditions/shown.ts';
import { eventKindNamed } from './kind-rules.ts';
import { type HeldSignUp, heldSignUp } from './own.ts';
import { ChangePage, type ChangePageProps, changeFormId } from './pages/change-page.tsx';
import { comingSlots } from './rules.ts';
import { parseChoice } from './submission-rules.ts';
import { shownSlot } from './view.tsx';

type LinkContext = Context<SupporterLinkEnv>;
type From = ChangePageProps['from'];
type Given = { values: Record<string, string>; errors: FieldError[]; notice?: 'read-only' };

/** Where people change their time: on their own page, and before they confirm. */
export function changeSignUpRoutes() {
  const routes = new Hono<SupporterLinkEnv>();

  for (const from of ['my', 'confirm'] as const) {
    const path = `/${from}/:token/sign-up`;
    routes.use(path, privatePage, supporterLink(from));
    if (from === 'confirm') routes.use(path, async (c, next) => (isToConfirm(c) ? next() : toConfirm(c)));
    routes.get(path, async (c) => {
      const held = await heldSignUp(c, c.var.link);
      return held ? show(c, held, { from, given: asHeld(held) }) : gone(c);
    });
    routes.post(path, async (c) => {
      const { form } = c.var;
      if (!form.ok) return refuseBody(c, form.error);
      const held = await heldSignUp(c, c.var.link);
      return held ? save(c, held, { from, form: form.value }) : gone(c);
    });
  }

  return routes;
}

function gone(c: LinkContext) {
  return c.var.link.context.action.kind === 'event' ? linkProblem(c, 'gone') : refuse(c, 'not-found');
}

function asHeld({ signUp, note }: HeldSignUp): Given {
  const values = { slot: signUp.slot, safe_note: note, neutral_title: signUp.isNeutral ? 'yes' : '' };
  return { values, errors: [] };
}

async function save(c: LinkContext, held: HeldSignUp, { from, form }: { from: From; form: Form }) {
  const { deps, link, now } = c.var;
  const { values } = form;
  const choice = parseChoice(values, { event: held.context.event, held: held.signUp.slot, now });
  const errors = choice.ok ? [] : choice.error;
  const languageStep = languageStepOf(values);
  if (languageStep) {
    const told = languageStep === 'language-check' ? errors : [];
    return show(c, held, { from, given: { values, errors: told } }, told.length > 0 ? 422 : 200);
  }
  if (c.var.switches.has('read-only')) {
    c.header('retry-after', retryPaused);
    return show(c, held, { from, given: { values, errors: [], notice: 'read-only' } }, 503);
  }
  if (!choice.ok) return show(c, held, { from, given: { values, errors } }, 422);
  if (held.context.event.cancelled !== null || held.slot.startsAt <= now) {
    return show(c, held, { from, given: null }, 409);
  }
  const { shown, mayWait, ...chosen } = choice.value;
  const needed = neededFor(held, shown.slot, link.signature.state);
  const met = await meetConditions(deps, held.context, shown, { held: held.signUp.held, needed });
  if (!met.ok) return show(c, held, { from, given: { values, errors: met.error } }, 422);
  const changed = { ...chosen.choice, mayWait, met: met.value };
  const saved = await changeSignUp(deps, { id: link.signature.id, context: held.context }, changed, now);
  if (saved.ok) {
    return from === 'confirm'
      ? toConfirm(c)
      : c.redirect(withLanguage(c, `/my/${link.token}?done=corrected`), 303);
  }
  return refuseChange(c, held, { from, values, error: saved.error });
}

/** Nothing more for the time that somebody has; all for another one, unless nothing counts yet. */
function neededFor({ signUp }: HeldSignUp, slot: string, state: string): Needed {
  if (slot === signUp.slot) return 'nothing';
  return state === 'confirmed' ? 'all' : 'norms';
}

type Refused = { from: From; values: Given['values']; error: ChangeRefusal | CommitRefusal };

/** The form with the reason, or the page that says why it cannot come back. */
function refuseChange(c: LinkContext, held: HeldSignUp, { from, values, error }: Refused) {
  switch (error.reason) {
    case 'overloaded':
      return refuse(c, 'overloaded');
    case 'full':
      return show(c, held, { from, given: { values, errors: [{ field: 'slot', code: 'full' }] } }, 422);
    case 'unmet': {
      const unmet = missingErrors(error.missing, 'all');
      return show(c, held, { from, given: { values, errors: unmet } }, 422);
    }
    case 'settled':
      return show(c, held, { from, given: null }, 409);
    case 'unknown':
    case 'erased':
      return linkProblem(c, 'gone');
    default:
      return assertNever(error);
  }
}

async function show(
  c: LinkContext,
  { context, slot, signUp }: HeldSignUp,
  { from, given }: { from: From; given: Given | null },
  status: 200 | 409 | 422 | 503 = 200,
) {
  const { deps, link, language, now } = c.var;
  const { action, campaign, event } = context;
  const path = `/${from}/${link.token}/sign-up`;
  const seats = await cachedSeats(deps, action.id, now);
  const isChangeable = canCorrect(link.signature.state) && comingSlots(event, now).includes(slot);
  const form = isChangeable ? given : null;
  const shell = shellOf(c, campaign, path);
  const typed = { form: changeFormId, action: path, enter: 'save' };
  return c.html(
    <ChangePage
      shell={form ? withForm(shell, { ...typed, isChecked: form.errors.length > 0 }) : shell}
      event={{ title: action.title[language] }}
      token={link.token}
      from={from}
      form={
        form && {
          values: form.values,
          errors: form.errors,
          slots: comingSlots(event, now).map((one) => ({
            ...shownSlot(context, one, { seats, now, language }),
            mine: one === slot && signUp.seat !== 'none' ? signUp.seat : null,
          })),
          neutralTitle: eventKindNamed(event.kind).neutralTitle[language],
          asked: askedFor(context, { slots: comingSlots(event, now), held: [signUp.held], language }),
        }
      }
      notice={form?.notice ?? null}
      noDetails={campaign.care.noDetails?.[language] ?? null}
    />,
    status,
  );
}
