import type { Context } from 'hono';
import { checkFormToken, makeFormToken } from '../platform/crypto/form-token.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import type { Form } from '../platform/http/forms.ts';
import type { SurveyContext } from './cache.ts';
import { type Draft, draftIdOf, findDraft } from './drafts.ts';
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
 * What has been entered so far, with the content of this form. A page that the browser shows again may not contain what
 * was entered later, so for other pages the draft wins over the form.
 */
export async function enteredSoFar(c: Context<AppEnv>, context: SurveyContext, form: Form): Promise<Draft> {
  const { deps, now } = c.var;
  const sent = sentDraft(context, form);
  const formToken = await keptToken(c, context, sent.formToken);
  if (formToken !== sent.formToken) return { ...sent, formToken };
  const id = await draftIdOf(deps.keyring, context, formToken);
  const earlier = await findDraft(deps, context, { id, now });
  if (!earlier) return sent;
  const { section } = form.values;
  return section === undefined
    ? { ...sent, said: earlier.said }
    : { ...enteredOverEarlier(context.survey, section, { sent, earlier }), said: earlier.said };
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
