import { type Context, Hono } from 'hono';
import { type ActionKinds, kindNamed } from '../actions/kind.ts';
import { withLanguage } from '../campaigns/shell.ts';
import type { FieldError } from '../platform/http/forms.ts';
import { refuse, refuseBody } from '../platform/http/refuse.tsx';
import { privatePage } from '../platform/http/security.ts';
import { listMailsAbout } from '../platform/mail/outbox.ts';
import { assertNever } from '../platform/result.ts';
import { retryPaused } from '../platform/switches.ts';
import { type CorrectRefusal, correct } from './correct.ts';
import { sentTwice } from './guard.ts';
import { type SupporterNotice, supporterNotices } from './pages/supporter-page.tsx';
import { personalData } from './personal-data.ts';
import { parseCorrections } from './submission-rules.ts';
import { type SupporterLinkEnv, supporterLink } from './supporter-link.tsx';
import type { SupporterSection } from './supporter-section.ts';
import { erase, withdraw } from './take-back.ts';
import { type SupporterPageState, supporterPage } from './view.tsx';

type LinkContext = Context<SupporterLinkEnv>;
type ShowPage = (
  c: LinkContext,
  state: SupporterPageState,
  status?: 200 | 409 | 422 | 503,
) => Promise<Response>;

/** What supporters can see, correct, withdraw and erase by the link that was mailed to them. */
export function supporterPageRoutes(kinds: ActionKinds, sections: readonly SupporterSection[]) {
  const routes = new Hono<SupporterLinkEnv>();

  const show: ShowPage = async (c, state, status = 200) => {
    const { person, context } = c.var.link;
    const words = kindNamed(kinds, context.action.kind).supporterWords[c.var.language];
    const shown = person ? await Promise.all(sections.map((section) => section.shown?.(c) ?? null)) : [];
    const parts = { words, sections: shown.filter((part) => part !== null) };
    return c.html(supporterPage(c, parts, state), status);
  };

  routes.use('/my/:token/*', privatePage, supporterLink('my'));
  routes.get('/my/:token', (c) => show(c, { notice: noticeOf(c), returned: null }));
  routes.get('/my/:token/data.json', async (c) => {
    c.header('content-disposition', 'attachment; filename="undersigned.json"');
    const mails = await listMailsAbout(c.var.deps.db, c.var.link.signature.id);
    const more = await Promise.all(sections.map((section) => section.data?.(c) ?? {}));
    return c.json(Object.assign(personalData(c.var.link, mails), ...more));
  });
  routes.post('/my/:token/correct', (c) => sendCorrections(c, show));
  routes.post('/my/:token/withdraw', async (c) => {
    const withdrawn = await withdraw(c.var.deps, c.var.link, c.var.now);
    if (withdrawn.ok) return backToPage(c, withdrawn.value);
    return withdrawn.error.reason === 'erased' ? backToPage(c, 'erased') : refuse(c, 'overloaded');
  });
  routes.post('/my/:token/erase', async (c) => {
    const erased = await erase(c.var.deps, c.var.link, c.var.now);
    return erased.ok ? backToPage(c, 'erased') : refuse(c, 'overloaded');
  });

  return routes;
}

async function sendCorrections(c: LinkContext, show: ShowPage) {
  const { deps, link, form, now } = c.var;
  if (!form.ok) return refuseBody(c, form.error);
  const { values, repeated } = form.value;
  const giveBack = (errors: FieldError[], status: 422 | 503 = 422) =>
    show(c, { notice: null, returned: { values, errors } }, status);
  if (c.var.switches.has('read-only')) {
    c.header('retry-after', retryPaused);
    return giveBack([{ field: 'correct', code: 'read-only' }], 503);
  }
  const twice = sentTwice(repeated);
  if (twice.length > 0) return giveBack(twice);
  const corrections = parseCorrections(values);
  if (!corrections.ok) return giveBack(corrections.error);
  const signature = { id: link.signature.id, context: link.context };
  const corrected = await correct(deps, signature, corrections.value, now);
  if (corrected.ok) return backToPage(c, 'corrected');
  if (corrected.error.reason === 'overloaded') return refuse(c, 'overloaded');
  const errors = errorsOf(corrected.error);
  return errors ? giveBack(errors) : show(c, { notice: null, returned: null }, 409);
}

/** Null where no field is wrong: the page then shows why there is no form any more. */
function errorsOf(refusal: CorrectRefusal): FieldError[] | null {
  switch (refusal.reason) {
    case 'wrong-fields':
      return refusal.errors;
    case 'would-be-duplicate':
      return [{ field: refusal.as === 'same-person' ? 'given_name' : 'zip', code: refusal.as }];
    case 'unknown':
    case 'erased':
    case 'settled':
      return null;
    default:
      return assertNever(refusal);
  }
}

function noticeOf(c: LinkContext): SupporterNotice | null {
  return supporterNotices.find((known) => known === c.req.query('done')) ?? null;
}

function backToPage(c: LinkContext, done: SupporterNotice) {
  return c.redirect(withLanguage(c, `/my/${c.var.link.token}?done=${done}`), 303);
}
