import { hex } from '../platform/crypto/bytes.ts';
import type { Deps } from '../platform/deps.ts';
import { ok, type Result } from '../platform/result.ts';
import { makeSignatureId } from '../signatures/keys.ts';
import { prepareSignature, type Sending, type SignRefusal } from '../signatures/sign.ts';
import type { EventContext } from './cache.ts';
import { sealNote } from './sealing.ts';
import type { SignUpSubmission } from './submission-rules.ts';
import { commitSignUp } from './writes.ts';

/**
 * Stores a sign-up in one transaction: an unconfirmed signature with its time and its mail. It takes no place before it
 * is confirmed. Sending it again with the same form token and content makes the same row.
 */
export async function signUp(
  deps: Deps,
  context: EventContext,
  submission: SignUpSubmission,
  { formToken, ...sending }: Sending,
): Promise<Result<{ id: string }, SignRefusal>> {
  const { person, choice } = submission;
  const id = await makeSignatureId(deps.keyring, context.action.id, formToken, submission);
  const [signature, note] = await Promise.all([
    prepareSignature(deps, context, person, { id, ...sending }),
    choice.note === '' ? null : sealNote(deps.keyring, id, choice.note),
  ]);
  if (!signature.ok) return signature;
  const data = {
    signature: signature.value,
    signUp: {
      id,
      action: context.action.id,
      slot: choice.slot,
      sealed: note && hex(note),
      isNeutral: choice.isNeutral ? 1 : 0,
      met: choice.met,
      at: sending.now.getTime(),
    } as const,
  };
  const committed = await commitSignUp(deps.commit, signature.value, { kind: 'sign-up', ref: id, data });
  return committed.ok ? ok({ id }) : committed;
}
