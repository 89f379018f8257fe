import type { Context } from 'hono';
import { checkFormToken, makeFormToken } from '../platform/crypto/form-token.ts';
import type { AppEnv, PageContext } from '../platform/http/app-env.ts';
import type { Form } from '../platform/http/forms.ts';
import { connectionOf } from '../signatures/guard.ts';
import type { SurveyContext } from './cache.ts';
import { type Draft, draftIdOf, findDraft, keepDraft, newDraftId } from './drafts.ts';
import { questionsOf } from './rules.ts';
import { enteredOverEarlier, rawOf } from './section-rules.ts';

const personFields = [
  'given_name',
  'family_name',
  'email',
  'street',
  'zip',
  'district',
  'keep_informed',
  'partner_contact',
  'share_words',
  'source',
];

/** The content of the survey's form. Its token is not checked. */
export function sentDraft({ survey }: SurveyContext, { values, all }: Form): Draft {
  const typed = personFields.filter((field) => values[field]);
  return {
    version: values.survey_version || survey.version,
    raw: rawOf(questionsOf(survey), all),
    person: Object.fromEntries(typed.map((field) => [field, values[field] ?? ''])),
    said: [],
    formToken: values.form_token ?? '',
  };
}

/**
 * What has been entered so far, with the content of this form, and the id of the draft that it belongs to. A page that
 * the browser shows again may not contain what was entered later, so for other pages the draft wins over the form.
 */
export async function enteredSoFar(
  c: Context<AppEnv>,
  context: SurveyContext,
  form: Form,
): Promise<{ draft: Draft; id: string | null }> {
  const { deps, now } = c.var;
  const sent = sentDraft(context, form);
  const id = await draftNamed(c, context, form);
  const earlier = id === null ? null : await findDraft(deps, context, { id, now });
  if (earlier === null || earlier === 'sent') {
    return { draft: { ...sent, formToken: await keptToken(c, context, sent.formToken) }, id: null };
  }
  const formToken = await keptToken(c, context, earlier.formToken);
  const { section } = form.values;
  const draft = section === undefined ? sent : enteredOverEarlier(context.survey, section, { sent, earlier });
  return { draft: { ...draft, formToken }, id };
}

/** The draft of the page that sent this form. */
export async function draftNamed(
  c: Context<AppEnv>,
  context: SurveyContext,
  { values }: Form,
): Promise<string | null> {
  return values.draft && isFromOwnPage(c) ? draftIdOf(c.var.deps.keyring, context, values.draft) : null;
}

/** Stores what was entered and returns the draft's id; null if the next page must be the answer itself. */
export async function keepEntered(
  c: Context<AppEnv>,
  context: SurveyContext,
  { draft, id }: { draft: Draft; id: string | null },
): Promise<string | null> {
  const { deps, now, switches } = c.var;
  if (!isFromOwnPage(c) || switches.has('read-only')) return null;
  const keptAs = id ?? newDraftId();
  const isKept = await keepDraft(deps, context, { id: keptAs, draft, connection: connectionOf(c), now });
  return isKept ? keptAs : null;
}

/**
 * Whether a page of ours led here: a form, a link or a redirect, also by "Back", "Forward" and "Reload". An address that
 * was typed, pasted, mailed or linked elsewhere has another value. Browsers from before 2023 send none, and get no draft.
 */
export function isFromOwnPage(c: PageContext): boolean {
  return c.req.header('sec-fetch-site') === 'same-origin';
}

/** One token for the whole form, however many pages it has. The way to the city's survey is counted by it. */
export async function keptToken(
  c: Context<AppEnv>,
  { action }: SurveyContext,
  token: string,
): Promise<string> {
  const { keyring } = c.var.deps;
  const check = await checkFormToken(keyring, action.slug, token, c.var.now, 0);
  return check === 'stale' ? makeFormToken(keyring, action.slug, c.var.now) : token;
}
