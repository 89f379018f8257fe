import { hex } from '../platform/crypto/bytes.ts';
import type { Deps } from '../platform/deps.ts';
import { ok, type Result } from '../platform/result.ts';
import { makeSignatureId } from '../signatures/keys.ts';
import { prepareSignature, type Sending, type SignRefusal } from '../signatures/sign.ts';
import type { Submission } from '../signatures/submission-rules.ts';
import type { SurveyContext } from './cache.ts';
import { sendKeyOf } from './carry/send-key.ts';
import { sentDraftOf } from './drafts.ts';
import { storedMeasures } from './measure-rules.ts';
import type { Answers } from './rules.ts';
import { sealAnswers } from './sealing.ts';
import type { NewResponse } from './store.ts';
import { ownWords } from './words-rules.ts';
import { commitResponse } from './writes.ts';

export type ResponseSubmission = {
  person: Submission;
  answers: Answers;
  shareWords: boolean;
  /** The id of the draft that is sent with it. */
  draft?: string | null;
};

export type RespondRefusal = SignRefusal;

/**
 * Stores a response in one transaction: an unconfirmed signature with its answers and its mail. Sending it again with
 * the same form token and content makes the same row.
 */
export async function respond(
  deps: Deps,
  context: SurveyContext,
  submission: ResponseSubmission,
  { formToken, ...sending }: Sending,
): Promise<Result<{ id: string }, RespondRefusal>> {
  const { person, answers, shareWords } = submission;
  const content = { person, answers, shareWords };
  const id = await makeSignatureId(deps.keyring, context.action.id, formToken, content);
  const { draft = null } = submission;
  const [signature, response, closed] = await Promise.all([
    prepareSignature(deps, context, person, { id, ...sending }),
    prepareResponse(deps, context, submission, { id, formToken, now: sending.now }),
    draft === null ? null : sentDraftOf(deps.keyring, context, draft),
  ]);
  if (!signature.ok) return signature;
  const data = { signature: signature.value, response, closed };
  const committed = await commitResponse(deps.commit, signature.value, { kind: 'respond', ref: id, data });
  return committed.ok ? ok({ id }) : committed;
}

async function prepareResponse(
  { keyring }: Pick<Deps, 'keyring'>,
  { action, survey }: SurveyContext,
  { answers, shareWords }: ResponseSubmission,
  { id, formToken, now }: { id: string; formToken: string; now: Date },
): Promise<NewResponse> {
  const isShared = shareWords && ownWords(survey, answers) !== '';
  return {
    id,
    action: action.id,
    version: survey.version,
    sealed: hex(await sealAnswers(keyring, id, { answers, shareWords })),
    measures: storedMeasures(survey, answers),
    wordsState: isShared ? 'waiting' : null,
    wordsAt: isShared ? now.getTime() : null,
    sendKey: await sendKeyOf(keyring, action.id, formToken),
  };
}
