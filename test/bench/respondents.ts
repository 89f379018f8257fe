import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../worker/commands/root.ts';
import { makeFormToken } from '../../worker/platform/crypto/form-token.ts';
import type { Keyring } from '../../worker/platform/crypto/keyring.ts';
import { makeSignatureId } from '../../worker/signatures/keys.ts';
import { parseSubmission } from '../../worker/signatures/submission-rules.ts';
import { rawOfAnswers } from '../../worker/surveys/answer-rules.ts';
import { surveyKitSection } from '../../worker/surveys/kit/section.ts';
import type { Answers } from '../../worker/surveys/rules.ts';
import { surveyOf } from '../../worker/surveys/survey.ts';
import { parseKit } from '../support/kits.ts';
import type { Person } from './people.ts';
import { write } from './requests.ts';

export const survey = 'budget-input';

const kit = parseKit(JSON.parse(readFileSync(join(root, 'test/support/charlotte.json'), 'utf8')));
const found = kit.ok ? surveyKitSection.of(kit.value).surveys.find(({ slug }) => slug === survey) : undefined;
if (!found) throw new Error(`the Charlotte kit has no survey ${survey}`);
const content = surveyOf(found);

/** The answers that the campaign suggests, which most people will send. */
export const answers: Answers = Object.fromEntries(
  content.suggestions.map(({ question, answer }) => [question, answer]),
);

/** The survey form has no comment and no name to show. */
function personOf({ comment: _, show_name: __, ...person }: Person): Person {
  return person as Person;
}

export function answerTokenOf(keyring: Keyring): Promise<string> {
  return makeFormToken(keyring, survey, new Date());
}

export function respondRequest(person: Person, formToken: string): Buffer {
  const fields = new URLSearchParams({
    ...personOf(person),
    form_token: formToken,
    survey_version: content.version,
  });
  for (const [field, values] of Object.entries(rawOfAnswers(content, answers))) {
    for (const value of values) fields.append(field, value);
  }
  return write(`/surveys/${survey}/responses`, 'application/x-www-form-urlencoded', fields.toString());
}

export function responseBody(person: Person, form_token: string): string {
  return JSON.stringify({ ...personOf(person), answers, form_token });
}

/** The id that this response will get. */
export async function responseIdOf(
  keyring: Keyring,
  actionId: number,
  person: Person,
  formToken: string,
): Promise<string> {
  const submission = parseSubmission(personOf(person));
  if (!submission.ok) throw new Error(JSON.stringify(submission.error));
  return makeSignatureId(keyring, actionId, formToken, {
    person: submission.value,
    answers,
    shareWords: false,
  });
}
