import { type Context, Hono } from 'hono';
import { shellOf, withLanguage } from '../../campaigns/shell.ts';
import { languageStepOf } from '../../platform/http/forms.ts';
import { refuse, refuseBody } from '../../platform/http/refuse.tsx';
import { privatePage } from '../../platform/http/security.ts';
import { linkProblem, type SupporterLinkEnv, supporterLink } from '../../signatures/supporter-link.tsx';
import { type HeldSignUp, heldSignUp } from '../own.ts';
import { hoursText } from './hours-rules.ts';
import { HoursPage } from './pages/hours-page.tsx';
import { quartersOf, takesHours } from './rules.ts';
import { findQuarters, saveQuarters } from './store.ts';

type LinkContext = Context<SupporterLinkEnv>;

/** Where volunteers report their hours after a shift. */
export function hoursRoutes() {
  const routes = new Hono<SupporterLinkEnv>();
  const path = '/my/:token/hours';
  routes.use(path, privatePage, supporterLink('my'));
  routes.get(path, async (c) => {
    const held = await heldShift(c);
    return held ? show(c, held, null) : gone(c);
  });
  routes.post(path, async (c) => {
    const { form, deps, link, now } = c.var;
    if (!form.ok) return refuseBody(c, form.error);
    const held = await heldShift(c);
    if (!held) return gone(c);
    const { hours = '', step } = form.value.values;
    if (languageStepOf(form.value.values)) return show(c, held, { typed: hours, isWrong: false });
    const quarters = step === 'take-back' ? null : quartersOf(hours);
    if (quarters === null && step !== 'take-back') return show(c, held, { typed: hours, isWrong: true });
    const { id, actionId } = held.signUp;
    await saveQuarters(deps.db, { id, actionId, quarters, now });
    return c.redirect(withLanguage(c, `/my/${link.token}/hours`), 303);
  });
  return routes;
}

function gone(c: LinkContext) {
  return c.var.link.context.action.kind === 'event' ? linkProblem(c, 'gone') : refuse(c, 'not-found');
}

/** Null before the shift is over, and for who had no place at it. */
async function heldShift(c: LinkContext): Promise<HeldSignUp | null> {
  const held = await heldSignUp(c, c.var.link);
  if (!held) return null;
  const { context, slot, signUp } = held;
  return takesHours(context.event, { slot, seat: signUp.seat, now: c.var.now }) ? held : null;
}

async function show(
  c: LinkContext,
  { context, signUp }: HeldSignUp,
  returned: { typed: string; isWrong: boolean } | null,
) {
  const { deps, link, language } = c.var;
  const { action, campaign } = context;
  const quarters = await findQuarters(deps.db, signUp.id);
  const reported = quarters === null ? null : hoursText(quarters, language);
  return c.html(
    <HoursPage
      shell={shellOf(c, campaign, `/my/${link.token}/hours`)}
      event={action.title[language]}
      token={link.token}
      reported={reported}
      typed={returned?.typed ?? reported ?? ''}
      isWrong={returned?.isWrong ?? false}
    />,
    returned?.isWrong ? 422 : 200,
  );
}
