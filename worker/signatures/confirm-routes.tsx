import { type Context, Hono } from 'hono';
import { cachedContextById } from '../actions/cache.ts';
import { type ActionKinds, kindNamed } from '../actions/kind.ts';
import { withLanguage } from '../campaigns/shell.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { type FieldError, type Form, languageStepOf, readForm } from '../platform/http/forms.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { privatePage } from '../platform/http/security.ts';
import { assertNever } from '../platform/result.ts';
import { confirm } from './confirm.ts';
import { findConfirmForms } from './confirm-forms.ts';
import { type ConfirmGiven, confirmPage } from './confirm-view.tsx';
import { sentTwice } from './guard.ts';
import { type ConfirmSubject, readConfirmSubject } from './links.ts';
import type { ConfirmRefusal } from './rules.ts';
import { linkProblem, linkReplaced } from './supporter-link.tsx';
import type { SupporterSection } from './supporter-section.ts';
import { thanksPath } from './thanks-link.ts';

type ShowForms = (
  c: Context<AppEnv>,
  subject: ConfirmSubject,
  given?: Partial<ConfirmGiven>,
  status?: 200 | 409 | 422,
) => Promise<Response>;

/** The mailed link shows what waits for its inbox, each with a button, and the button confirms. */
export function confirmRoutes(kinds: ActionKinds, sections: readonly SupporterSection[]) {
  const routes = new Hono<AppEnv>();

  const show: ShowForms = async (c, subject, given = {}, status = 200) => {
    const page = Number(/^[1-9]\d{0,3}$/.exec(c.req.query('page') ?? '')?.[0] ?? 1) - 1;
    const forms = await findConfirmForms(c, subject, page);
    if (!forms) return linkProblem(c, 'gone');
    if (forms.isReplaced) return linkReplaced(c, c.req.path, forms.context);
    const { [c.var.language]: words } = await kindNamed(kinds, forms.context.action.kind).supporterWords();
    const all = { district: '', replaces: '', errors: [], notice: null, ...given };
    return c.html(await confirmPage(c, forms, { words, sections }, all), status);
  };

  routes.use('/confirm/:token', privatePage);
  routes.get('/confirm/:token', async (c) => {
    const subject = await c.var.deps.keyring.readToken('confirm', c.req.param('token'));
    return subject === null ? linkProblem(c, 'not-ours') : show(c, readConfirmSubject(subject));
  });
  routes.post('/confirm/:token', async (c) => {
    const form = await readForm(c);
    const read = await c.var.deps.keyring.readToken('confirm', c.req.param('token'));
    if (read === null) return linkProblem(c, 'not-ours');
    const subject = readConfirmSubject(read);
    // A body that cannot be read counts as empty: such a press does not say what its owner saw.
    const values: Form['values'] = form.ok ? form.value.values : {};
    const { district = '', shown = '', replaces = '' } = values;
    const twice = sentTwice(form.ok ? form.value.repeated : [], ['district', 'shown', 'replaces']);
    if (twice.length > 0) return showTwice(c, subject, { twice, show });
    if (languageStepOf(values)) return show(c, subject, { district, replaces });
    const refused = await press(c, subject, {
      kinds,
      district,
      shown: shown || null,
      replaces: replaces || null,
    });
    if (refused instanceof Response) return refused;
    return refuseToConfirm(c, subject, { refused, show, chosen: { district, replaces } });
  });

  return routes;
}

/** Only a program sends the other two twice. Its owner looks again at what would be counted. */
function showTwice(
  c: Context<AppEnv>,
  subject: ConfirmSubject,
  { twice, show }: { twice: FieldError[]; show: ShowForms },
) {
  return twice.some(({ field }) => field === 'district')
    ? show(c, subject, { errors: twice }, 422)
    : show(c, subject, { notice: 'changed' }, 409);
}

/** An answer, or a refusal that the page has to explain. */
async function press(
  c: Context<AppEnv>,
  { id, actionId, inboxKey, linkGeneration }: ConfirmSubject,
  {
    kinds,
    ...pressed
  }: { kinds: ActionKinds; shown: string | null; district: string; replaces: string | null },
): Promise<Response | ConfirmRefusal> {
  const { deps, now } = c.var;
  const context = await cachedContextById(deps, actionId, now);
  if (!context) return linkProblem(c, 'gone');
  const confirmed = await confirm(deps, { id, inboxKey, linkGeneration, context }, { ...pressed, now });
  if (!confirmed.ok) {
    return confirmed.error.reason === 'overloaded' ? refuse(c, 'overloaded') : confirmed.error;
  }
  const isCounted = confirmed.value.state === 'confirmed' || confirmed.value.reason === 'same-person';
  const thanks = { kind: kindNamed(kinds, context.action.kind), context, id };
  return c.redirect(withLanguage(c, isCounted ? await thanksPath(deps, thanks, now) : c.req.path), 303);
}

function refuseToConfirm(
  c: Context<AppEnv>,
  subject: ConfirmSubject,
  { refused, show, chosen }: { refused: ConfirmRefusal; show: ShowForms; chosen: Partial<ConfirmGiven> },
) {
  switch (refused.reason) {
    case 'unknown':
    case 'erased':
      return linkProblem(c, 'gone');
    case 'link-replaced':
      return show(c, subject);
    case 'not-one-of':
      return show(c, subject, { ...chosen, errors: [{ field: 'district', code: 'not-one-of' }] }, 422);
    case 'changed':
    case 'several-wait':
      return show(c, subject, { ...chosen, notice: refused.reason }, 409);
    case 'action-closed':
    case 'withdrawn':
    case 'invalidated':
      return show(c, subject, {}, 409);
    default:
      return assertNever(refused);
  }
}
