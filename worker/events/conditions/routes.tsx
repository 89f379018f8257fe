import { type Context, Hono } from 'hono';
import { shellOf, withForm, withLanguage } from '../../campaigns/shell.ts';
import { type FieldError, type Form, languageStepOf } from '../../platform/http/forms.ts';
import { refuse, refuseBody } from '../../platform/http/refuse.tsx';
import { privatePage } from '../../platform/http/security.ts';
import { retryPaused } from '../../platform/switches.ts';
import { canCorrect } from '../../signatures/rules.ts';
import { linkProblem, type SupporterLinkEnv, supporterLink } from '../../signatures/supporter-link.tsx';
import { isToConfirm, toConfirm } from '../../signatures/to-confirm.ts';
import { changeSignUp } from '../change-sign-up.ts';
import { type HeldSignUp, heldSignUp } from '../own.ts';
import { roleOf, slotTitle } from '../rules.ts';
import { formatSpan } from '../time-rules.ts';
import { meetConditions } from './meet.ts';
import { ConditionsPage, conditionsFormId } from './pages/conditions-page.tsx';
import { isMissing, missingErrors, missingOf } from './rules.ts';
import { askedFor } from './shown.ts';

type LinkContext = Context<SupporterLinkEnv>;
type From = 'my' | 'confirm';
type Given = { values: Record<string, string>; errors: FieldError[]; isReadOnly?: boolean };

/** Where people show what their shift asks for: on their own page, and before they confirm. */
export function conditionRoutes() {
  const routes = new Hono<SupporterLinkEnv>();
  for (const from of ['my', 'confirm'] as const) {
    const path = `/${from}/:token/conditions`;
    routes.use(path, privatePage, supporterLink(from));
    if (from === 'confirm') routes.use(path, async (c, next) => (isToConfirm(c) ? next() : toConfirm(c)));
    routes.get(path, async (c) => {
      const held = await heldToMeet(c);
      return held ? show(c, held, { from, given: { values: {}, errors: [] } }) : gone(c);
    });
    routes.post(path, async (c) => {
      const { form } = c.var;
      if (!form.ok) return refuseBody(c, form.error);
      const held = await heldToMeet(c);
      return held ? save(c, held, { from, form: form.value }) : gone(c);
    });
  }
  return routes;
}

function gone(c: LinkContext) {
  return c.var.link.context.action.kind === 'event' ? linkProblem(c, 'gone') : refuse(c, 'not-found');
}

/** Null once the shift has begun, and for a sign-up that counts no more. */
async function heldToMeet(c: LinkContext): Promise<HeldSignUp | null> {
  const held = await heldSignUp(c, c.var.link);
  if (!held || !canCorrect(c.var.link.signature.state)) return null;
  const { context, slot } = held;
  return context.event.cancelled === null && slot.startsAt > c.var.now ? held : null;
}

function missingNow({ context: { event, norms }, signUp, slot }: HeldSignUp) {
  return missingOf(roleOf(event, slot), norms, [signUp.held]);
}

async function save(c: LinkContext, held: HeldSignUp, { from, form }: { from: From; form: Form }) {
  const { deps, link, now } = c.var;
  const { context, signUp } = held;
  const file = form.files?.file;
  const values: Record<string, string> = {
    ...form.values,
    ...(file && file.length > 0 && { certificate: new TextDecoder().decode(file).trim() }),
  };
  if (languageStepOf(values)) return show(c, held, { from, given: { values, errors: [] } });
  if (c.var.switches.has('read-only')) {
    c.header('retry-after', retryPaused);
    return show(c, held, { from, given: { values, errors: [], isReadOnly: true } }, 503);
  }
  const { slot } = signUp;
  const { norms = '', certificate = '' } = values;
  const met = await meetConditions(
    deps,
    context,
    { slot, norms, certificate },
    { held: signUp.held, needed: 'nothing' },
  );
  if (!met.ok) return show(c, held, { from, given: { values, errors: met.error } }, 422);
  if (met.value.norms === null && met.value.lessons.length === 0) {
    const errors = missingErrors(missingNow(held), 'all');
    return show(c, held, { from, given: { values, errors } }, errors.length > 0 ? 422 : 200);
  }
  const saved = await changeSignUp(deps, { id: signUp.id, context }, { met: met.value }, now);
  if (!saved.ok) {
    return saved.error.reason === 'overloaded' ? refuse(c, 'overloaded') : linkProblem(c, 'gone');
  }
  return from === 'confirm'
    ? toConfirm(c)
    : c.redirect(withLanguage(c, `/my/${link.token}?done=corrected`), 303);
}

function leadOf(seat: HeldSignUp['signUp']['seat'], from: From) {
  if (seat === 'has') return 'leadHas';
  if (seat === 'waits') return 'leadWaits';
  return from === 'confirm' ? 'leadUnconfirmed' : 'lead';
}

async function show(
  c: LinkContext,
  held: HeldSignUp,
  { from, given }: { from: From; given: Given },
  status: 200 | 422 | 503 = 200,
) {
  const { link, language } = c.var;
  const { context, signUp, slot } = held;
  const { action, campaign, city, event } = context;
  const [back, path] = [`/${from}/${link.token}`, `/${from}/${link.token}/conditions`];
  const { values, errors, isReadOnly = false } = given;
  const asked = askedFor(context, { slots: [slot], held: [signUp.held], language });
  const form = isMissing(missingNow(held)) ? { asked, values, errors, isReadOnly } : null;
  const shell = shellOf(c, campaign, path);
  const isChecked = errors.length > 0;
  return c.html(
    <ConditionsPage
      shell={
        form ? withForm(shell, { form: conditionsFormId, action: path, enter: 'show', isChecked }) : shell
      }
      event={action.title[language]}
      shift={[slotTitle(event, slot)?.[language], formatSpan(slot, city.timeZone, language)]
        .filter(Boolean)
        .join(': ')}
      path={back}
      lead={leadOf(signUp.seat, from)}
      form={form}
    />,
    status,
  );
}
