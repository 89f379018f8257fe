import { type Context, Hono } from 'hono';
import { isShown } from '../../actions/rules.ts';
import { shellOf, withLanguage } from '../../campaigns/shell.ts';
import { makeFormToken } from '../../platform/crypto/form-token.ts';
import type { Deps } from '../../platform/deps.ts';
import type { AppEnv, PageContext } from '../../platform/http/app-env.ts';
import { type Form, longFormLimit, readForm } from '../../platform/http/forms.ts';
import { retryAfter } from '../../platform/http/limits.ts';
import { refuse, refuseBody } from '../../platform/http/refuse.tsx';
import { formsMayLeadTo, privatePage } from '../../platform/http/security.ts';
import { logFailure } from '../../platform/log.ts';
import { checkPace, connectionOf } from '../../signatures/guard.ts';
import { linkProblem, type SupporterLinkEnv, supporterLink } from '../../signatures/supporter-link.tsx';
import { parseAnswers, rawOfAnswers } from '../answer-rules.ts';
import { type SurveyContext, surveyFor, withSurvey } from '../cache.ts';
import { showBeginning, showSent } from '../draft-routes.tsx';
import { type Draft, findDraft } from '../drafts.ts';
import { enteredSoFar, isFromOwnPage, keepEntered } from '../entered.ts';
import type { RawAnswers } from '../kinds/fields.ts';
import { SendThanksPage } from '../pages/send-thanks-page.tsx';
import { prefillOf } from '../prefill-rules.ts';
import { districtsOf } from '../question-view.ts';
import { type Answers, questionsOf, suggestedAnswers } from '../rules.ts';
import { openAnswers } from '../sealing.ts';
import { filledOver, rawOf } from '../section-rules.ts';
import { stepAddress } from '../step-address.ts';
import { countStep, responseByLink, type Sender, senderByForm, senderByLink } from './send.ts';
import { findResponseToSend, isCounted, type ResponseToSend, readSends } from './store.ts';
import { builtWays, type Sending, sendPage, takesSends } from './view.tsx';

/** The way to the city's own survey. It stores only that somebody opened or sent it. */
export function sendRoutes() {
  const routes = new Hono<AppEnv>();

  for (const path of ['send', 'send/:draft', 'opened', 'reported', 'sent', 'thank-you/:token/send'])
    routes.use(`/surveys/:survey/${path}`, privatePage);

  routes.get('/surveys/:survey/send', async (c) => {
    const context = await findSendable(c);
    return context ? showSuggested(c, context) : refuse(c, 'not-found');
  });
  routes.post('/surveys/:survey/send', async (c) => {
    const form = await readForm(c, longFormLimit);
    if (!form.ok) return refuseBody(c, form.error);
    const context = await findSendable(c);
    return context ? showEntered(c, context, form.value) : refuse(c, 'not-found');
  });
  routes.get('/surveys/:survey/send/:draft', async (c) => {
    const context = await findSendable(c);
    return context ? showKept(c, context, c.req.param('draft')) : refuse(c, 'not-found');
  });
  routes.get('/surveys/:survey/thank-you/:token/send', async (c) => {
    const context = await findSendable(c);
    return context ? showThanked(c, context, c.req.param('token')) : refuse(c, 'not-found');
  });
  routes.route('/', supporterSendRoutes());

  routes.post('/surveys/:survey/opened', async (c) => {
    const form = await readForm(c, longFormLimit);
    if (!form.ok) return refuseBody(c, form.error);
    const context = await findSendable(c);
    return context ? openTheirs(c, context, form.value) : refuse(c, 'not-found');
  });
  routes.post('/surveys/:survey/reported', async (c) => {
    const form = await readForm(c);
    if (!form.ok) return refuseBody(c, form.error);
    const context = await findSendable(c);
    return context ? report(c, context, form.value) : refuse(c, 'not-found');
  });
  // "Reload" after a POST asks for this address.
  for (const step of ['opened', 'reported'])
    routes.get(`/surveys/:survey/${step}`, (c) =>
      c.redirect(withLanguage(c, `/surveys/${encodeURIComponent(c.req.param('survey') ?? '')}/send`), 303),
    );
  routes.get('/surveys/:survey/sent', async (c) => {
    const context = await findSendable(c);
    return context ? thank(c, context) : refuse(c, 'not-found');
  });

  return routes;
}

/** The page behind the mailed link. */
function supporterSendRoutes() {
  return new Hono<SupporterLinkEnv>()
    .use('/my/:token/send', privatePage, supporterLink('my'))
    .get('/my/:token/send', showHeld);
}

async function findSendable(c: Context<AppEnv>): Promise<SurveyContext | null> {
  const context = await surveyFor(c, c.req.param('survey') ?? '');
  const isThere = context && isShown(context.action.state);
  return isThere && context.survey.carry.length > 0 ? context : null;
}

/** The campaign's answers, replaced by those in the address. */
async function showSuggested(c: Context<AppEnv>, context: SurveyContext) {
  const { survey } = context;
  const { raw: linked, dropped } = prefillOf(survey, new URL(c.req.url).searchParams);
  const raw = filledOver(survey, rawOfAnswers(survey, suggestedAnswers(survey)), linked);
  const from = Object.keys(linked).length > 0 ? 'linked' : 'suggested';
  const token = await freshToken(c, context);
  return show(c, context, { ...ofForm(context, raw, token), from, dropped });
}

/** Redirects the browser to a page to which "Back" and "Reload" return with the answers. */
async function showEntered(c: Context<AppEnv>, context: SurveyContext, form: Form) {
  const entered = await enteredSoFar(c, context, form);
  const { draft } = entered;
  const id = form.values.step === undefined ? null : await keepEntered(c, context, entered);
  return id === null
    ? show(c, context, ofDraft(context, draft))
    : c.redirect(stepAddress(c, context, { id, draft, shown: { page: 'send' } }), 303);
}

async function showKept(c: Context<AppEnv>, context: SurveyContext, id: string) {
  const { deps, now } = c.var;
  if (!isFromOwnPage(c)) return showBeginning(c, context, 'elsewhere');
  const draft = await findDraft(deps, context, { id, now });
  if (draft === null) return showBeginning(c, context, 'lapsed');
  if (draft === 'sent') return showSent(c, context);
  const back = stepAddress(c, context, { id, draft, shown: { page: 'review', isChecked: false } });
  return show(c, context, { ...ofDraft(context, draft), back });
}

/** Uses the form token with which the answers are sent too, so that a person who does both is counted once. */
function ofDraft(context: SurveyContext, { raw, formToken }: Draft): Sending {
  return { ...ofForm(context, raw, formToken), from: 'yours', dropped: [] };
}

/** From the thank-you page, without the mail. */
async function showThanked(c: Context<AppEnv>, context: SurveyContext, token: string) {
  const { deps, now } = c.var;
  const path = `/surveys/${context.action.slug}/thank-you`;
  const response = await responseByLink(deps, context, { token, now });
  const answers = response && (await answersOf(deps, context, response));
  if (!answers) return c.redirect(withLanguage(c, path), 303);
  const sender = { name: 'own' as const, value: token };
  const { isReported } = response;
  return show(c, context, {
    answers,
    from: 'thanked',
    dropped: [],
    sender,
    isReported,
    back: `${path}/${token}`,
  });
}

async function showHeld(c: Context<SupporterLinkEnv>) {
  const { deps, link, now } = c.var;
  const context = await withSurvey(deps, link.context, now);
  if (!context || context.survey.carry.length === 0) return refuse(c, 'not-found');
  const response = await findResponseToSend(deps.db, link.signature.id);
  const answers = response && (await answersOf(deps, context, response));
  if (!answers) return linkProblem(c, 'gone');
  const sender = { name: 'own' as const, value: link.token };
  const { isReported } = response;
  return show(c, context, {
    answers,
    from: 'yours',
    dropped: [],
    sender,
    isReported,
    back: `/my/${link.token}`,
  });
}

function ofForm(context: SurveyContext, sent: RawAnswers, token: string) {
  const sender = { name: 'form_token' as const, value: token };
  return {
    answers: answersIn(context, sent),
    sender,
    isReported: false,
    back: `/surveys/${context.action.slug}`,
  };
}

function freshToken({ var: { deps, now } }: Context<AppEnv>, { action }: SurveyContext): Promise<string> {
  return makeFormToken(deps.keyring, action.slug, now);
}

/** Chromium applies the page's form-action policy to redirects too, in any tab. */
function show(c: PageContext, context: SurveyContext, sending: Sending) {
  const ways = builtWays(context, sending.answers, c.var.language);
  const origins = ways.flatMap(({ url, embedUrl }) => (embedUrl ? [url, embedUrl] : [url]));
  formsMayLeadTo(
    c,
    origins.map((url) => new URL(url).origin),
  );
  return c.html(sendPage(c, context, sending));
}

/** Counting must never stop a person from going on. */
async function openTheirs(c: Context<AppEnv>, context: SurveyContext, { all, values }: Form) {
  const { deps, now, switches, language } = c.var;
  if (!takesSends(context, now)) return backToSending(c, context);
  const answers = values.own ? await answersByLink(c, context, values.own) : answersIn(context, all);
  const way = builtWays(context, answers ?? {}, language)[Number(values.way ?? 0)];
  if (!way) return refuse(c, 'bad-request');
  try {
    const sender = switches.has('read-only') ? null : await senderOf(c, context, values);
    if (sender && (await paceOf(c)) === 'fine')
      await countStep(deps, context, { step: 'opened', sender }, now);
  } catch (error) {
    logFailure('opened-uncounted', error);
  }
  return c.redirect((values.view === 'plain' ? way.embedUrl : null) ?? way.url, 303);
}

async function report(c: Context<AppEnv>, context: SurveyContext, { values }: Form) {
  const { deps, now } = c.var;
  if (!takesSends(context, now)) return backToSending(c, context);
  const sender = await senderOf(c, context, values);
  // The page was open for too long; a fresh copy has the button too.
  if (!sender) return backToSending(c, context);
  const pace = await paceOf(c);
  if (pace === 'limit' || pace === 'limit-today') {
    c.header('retry-after', String(retryAfter(pace, now)));
    return refuse(c, 'limit');
  }
  await countStep(deps, context, { step: 'reported', sender }, now);
  const counts = (await isCounted(deps.db, sender.sendKey)) ? 'yes' : 'later';
  return c.redirect(withLanguage(c, `/surveys/${context.action.slug}/sent?counts=${counts}`), 303);
}

function senderOf(
  { var: { deps, now } }: Context<AppEnv>,
  context: SurveyContext,
  { own, form_token: formToken = '' }: Form['values'],
): Promise<Sender | null> {
  return own ? senderByLink(deps, context, { token: own, now }) : senderByForm(deps, context, formToken, now);
}

function paceOf(c: Context<AppEnv>) {
  const { deps, now } = c.var;
  return checkPace(deps, { turnstileToken: '', connection: connectionOf(c), now });
}

function answersIn(context: SurveyContext, sent: RawAnswers): Answers {
  const raw = rawOf(questionsOf(context.survey), sent);
  return parseAnswers(context.survey, raw, districtsOf(context)).answers;
}

async function answersByLink(
  { var: { deps, now } }: Context<AppEnv>,
  context: SurveyContext,
  token: string,
): Promise<Answers | null> {
  const response = await responseByLink(deps, context, { token, now });
  return response && answersOf(deps, context, response);
}

/** The answers that still fit today's questions; null once erased. */
async function answersOf(
  { keyring }: Pick<Deps, 'keyring'>,
  context: SurveyContext,
  response: ResponseToSend,
): Promise<Answers | null> {
  const held = await openAnswers(keyring, response);
  return held && answersIn(context, rawOfAnswers(context.survey, held.answers));
}

function backToSending(c: Context<AppEnv>, { action }: SurveyContext) {
  return c.redirect(withLanguage(c, `/surveys/${action.slug}/send`), 303);
}

async function thank(c: Context<AppEnv>, context: SurveyContext) {
  const { action, campaign } = context;
  const { reported } = await readSends(c.var.deps.db, action.id);
  const counts = (['yes', 'later'] as const).find((one) => one === c.req.query('counts')) ?? 'unknown';
  return c.html(
    <SendThanksPage
      shell={shellOf(c, campaign)}
      survey={{ slug: action.slug, title: action.title[c.var.language] }}
      reported={reported}
      counts={counts}
    />,
  );
}
