import type { CommitRefusal } from '../platform/commit/writes.ts';
import { hex } from '../platform/crypto/bytes.ts';
import type { Deps } from '../platform/deps.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { cityTimeOf } from '../signatures/city-time.ts';
import { canCorrect } from '../signatures/rules.ts';
import { openPerson, sealPerson } from '../signatures/sealing.ts';
import { contentVersionOf, findSignature, type Signature } from '../signatures/store.ts';
import type { SurveyContext } from './cache.ts';
import { storedMeasures } from './measure-rules.ts';
import type { Survey } from './rules.ts';
import { type HeldAnswers, openAnswers, sealAnswers } from './sealing.ts';
import { type Amendment, findResponse, type Response } from './store.ts';
import { ownWords } from './words-rules.ts';
import { commitResponse } from './writes.ts';

export type AmendRefusal = { reason: 'unknown' } | { reason: 'erased' } | { reason: 'settled' };

const attempts = 8;

/** Corrects answers and their counts. Answers of a signature that has ended cannot be corrected. */
export async function amend(
  deps: Deps,
  { id, context }: { id: string; context: SurveyContext },
  given: HeldAnswers,
  now: Date,
): Promise<Result<undefined, AmendRefusal | CommitRefusal>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const [signature, response] = await Promise.all([findSignature(deps.db, id), findResponse(deps.db, id)]);
    if (!signature || !response) return err({ reason: 'unknown' });
    if (signature.erasedAt) return err({ reason: 'erased' });
    if (!canCorrect(signature.state)) return err({ reason: 'settled' });
    const saved = await save(deps, { signature, response, context }, given, now);
    if (!saved.ok) return saved;
    if (saved.value === 'saved') return ok();
  }
  throw new Error('an amendment would not settle');
}

async function save(
  deps: Deps,
  { signature, response, context }: { signature: Signature; response: Response; context: SurveyContext },
  given: HeldAnswers,
  now: Date,
): Promise<Result<'saved' | 'overtaken', AmendRefusal | CommitRefusal>> {
  const { keyring } = deps;
  const { id } = signature;
  const [before, person] = await Promise.all([
    openAnswers(keyring, response),
    openPerson(keyring, signature),
  ]);
  if (!before || !person) return err({ reason: 'erased' });
  const [sealed, sealedPerson] = await Promise.all([
    sealAnswers(keyring, id, given),
    sealPerson(keyring, id, person),
  ]);
  const amendment: Amendment = {
    version: context.survey.version,
    sealed: hex(sealed),
    measures: storedMeasures(context.survey, given.answers),
    ...wordsAfter(context.survey, { response, before, given }, now),
  };
  const expected = {
    state: signature.state,
    contentVersion: contentVersionOf(signature.sealed),
    answersVersion: contentVersionOf(response.sealed),
  };
  const cityTime = cityTimeOf(context.city.timeZone, now);
  const data = { id, amendment, person: hex(sealedPerson), expected, cityTime };
  const committed = await commitResponse(deps.commit, signature, { kind: 'amend', ref: id, data });
  if (!committed.ok) return committed;
  const after = await findResponse(deps.db, id);
  return ok(contentVersionOf(after?.sealed ?? null) === contentVersionOf(sealed) ? 'saved' : 'overtaken');
}

/** New words wait for a look; words that were looked at stay shown or hidden. */
function wordsAfter(
  survey: Survey,
  { response, before, given }: { response: Response; before: HeldAnswers; given: HeldAnswers },
  now: Date,
): Pick<Amendment, 'wordsState' | 'wordsAt'> {
  const words = ownWords(survey, given.answers);
  if (!given.shareWords || words === '') return { wordsState: null, wordsAt: null };
  const { wordsState, wordsAt } = response;
  const isSame = wordsState !== null && words === ownWords(survey, before.answers);
  return isSame
    ? { wordsState, wordsAt: wordsAt?.getTime() ?? null }
    : { wordsState: 'waiting', wordsAt: now.getTime() };
}
