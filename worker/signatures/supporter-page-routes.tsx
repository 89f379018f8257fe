import { type Context, Hono } from 'hono';
import { pathOf } from '../actions/rules.ts';
import { withLanguage } from '../campaigns/shell.ts';
import type { CommitRefusal } from '../platform/commit/writes.ts';
import type { FieldError } from '../platform/http/forms.ts';
import { refuse, refuseBody } from '../platform/http/refuse.tsx';
import { privatePage } from '../platform/http/security.ts';
import { listMailsAbout } from '../platform/mail/outbox.ts';
import { assertNever } from '../platform/result.ts';
import { retryPaused } from '../platform/switches.ts';
import { confirm } from './confirm.ts';
import { type CorrectRefusal, correct } from './correct.ts';
import { sentTwice } from './guard.ts';
import type { MyNotice } from './pages/my-page.tsx';
import { personalData } from './personal-data.ts';
import type { ConfirmRefusal } from './rules.ts';
import { parseCorrections } from './submission-rules.ts';
import { type AlsoHeld, linkProblem, type Own, type OwnEnv, ownLink } from './supporter-page.tsx';
import { erase, withdraw } from './take-back.ts';
import { confirmPage, myPage } from './view.tsx';

/** What a supporter reaches by the links that were mailed to them. */
export function supporterPageRoutes(alsoHeld: AlsoHeld) {
  const routes = new Hono<OwnEnv>();

  routes.use('/confirm/:token', privatePage, ownLink('confirm'));
  routes.get('/confirm/:token', async (c) => {
    if (!c.var.own.person) return linkProblem(c, 'gone');
    return c.html(await confirmPage(c, { district: '', errors: [] }));
  });
  routes.post('/confirm/:token', pressConfirm);

  routes.use('/my/:token/*', privatePage, ownLink('my'));
  routes.use('/my/:token/*', async (c, next) => {
    c.set('alsoHeld', alsoHeld);
    await next();
  });
  routes.get('/my/:token', async (c) => c.html(await myPage(c, { notice: noticeOf(c), returned: null })));
  routes.get('/my/:token/data.json', async (c) => {
    c.header('content-disposition', 'attachment; filename="undersigned.json"');
    const mails = await listMailsAbout(c.var.deps.db, c.var.own.signature.id);
    return c.json({ ...personalData(c.var.own, mails), ...(await alsoHeld.data(c)) });
  });
  routes.post('/my/:token/correct', sendCorrections);
  routes.post('/my/:token/withdraw', async (c) => {
    const withdrawn = await withdraw(c.var.deps, c.var.own, c.var.now);
    if (withdrawn.ok) return backToMine(c, withdrawn.value);
    return withdrawn.error.reason === 'erased' ? backToMine(c, 'erased') : refuse(c, 'overloaded');
  });
  routes.post('/my/:token/erase', async (c) => {
    const erased = await erase(c.var.deps, c.var.own, c.var.now);
    return erased.ok ? backToMine(c, 'erased') : refuse(c, 'overloaded');
  });

  return routes;
}

async function pressConfirm(c: Context<OwnEnv>) {
  const { deps, own, form, now } = c.var;
  // The button is all that counts: a body that cannot be read is as good as one without a district.
  const district = form.ok ? (form.value.values.district ?? '') : '';
  const confirmed = await confirm(deps, { ...whose(own), first: own.withRivals }, { district, now });
  if (!confirmed.ok) return refuseToConfirm(c, confirmed.error);
  const isCounted = confirmed.value.state === 'confirmed' || confirmed.value.reason === 'same-person';
  const thanks = `${pathOf(own.context.action)}/thank-you`;
  return c.redirect(withLanguage(c, isCounted ? thanks : c.req.path), 303);
}

async function refuseToConfirm(c: Context<OwnEnv>, refusal: ConfirmRefusal | CommitRefusal) {
  switch (refusal.reason) {
    case 'overloaded':
      return refuse(c, 'overloaded');
    case 'unknown':
    case 'erased':
      return linkProblem(c, 'gone');
    case 'not-one-of':
      return c.html(
        await confirmPage(c, { district: '', errors: [{ field: 'district', code: 'not-one-of' }] }),
        422,
      );
    case 'petition-closed':
    case 'withdrawn':
    case 'invalidated':
      return c.html(await confirmPage(c, { district: '', errors: [] }), 409);
    default:
      return assertNever(refusal);
  }
}

async function sendCorrections(c: Context<OwnEnv>) {
  const { deps, own, form, now } = c.var;
  if (!form.ok) return refuseBody(c, form.error);
  const { values, repeated } = form.value;
  const giveBack = async (errors: FieldError[], status: 422 | 503 = 422) =>
    c.html(await myPage(c, { notice: null, returned: { values, errors } }), status);
  if (c.var.switches.has('read-only')) {
    c.header('retry-after', retryPaused);
    return giveBack([{ field: 'correct', code: 'read-only' }], 503);
  }
  const twice = sentTwice(repeated);
  if (twice.length > 0) return giveBack(twice);
  const corrections = parseCorrections(values);
  if (!corrections.ok) return giveBack(corrections.error);
  const corrected = await correct(deps, whose(own), corrections.value, now);
  if (corrected.ok) return backToMine(c, 'corrected');
  if (corrected.error.reason === 'overloaded') return refuse(c, 'overloaded');
  const errors = errorsOf(corrected.error);
  return errors ? giveBack(errors) : c.html(await myPage(c, { notice: null, returned: null }), 409);
}

/** Null where it is not a field that stands in the way: the page then shows why there is no form any more. */
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

function whose({ signature, context }: Own) {
  return { id: signature.id, context };
}

const notices: MyNotice[] = ['corrected', 'withdrawn', 'already-withdrawn', 'unchanged', 'erased'];

function noticeOf(c: Context<OwnEnv>): MyNotice | null {
  return notices.find((known) => known === c.req.query('done')) ?? null;
}

function backToMine(c: Context<OwnEnv>, done: MyNotice) {
  return c.redirect(withLanguage(c, `/my/${c.req.param('token')}?done=${done}`), 303);
}
