import type { Context } from 'hono';
import { type FieldError, languageStepOf } from '../platform/http/forms.ts';
import { refuse, refuseBody } from '../platform/http/refuse.tsx';
import { assertNever } from '../platform/result.ts';
import { retryPaused } from '../platform/switches.ts';
import { type CorrectRefusal, correct } from './correct.ts';
import { sentTwice } from './guard.ts';
import { parseCorrections } from './submission-rules.ts';
import type { SupporterLinkEnv } from './supporter-link.tsx';

export type Returned = { values: Record<string, string>; errors: FieldError[] };

type MaybeResponse = Response | Promise<Response>;

/** The answers of the page from which the corrections were sent. */
export type CorrectionAnswers = {
  /** The form has fewer fields once a signature may have been confirmed. */
  isConfirmed: boolean;
  done: () => MaybeResponse;
  /** Shows the form again with what was typed. */
  giveBack: (returned: Returned, status: 200 | 422 | 503) => MaybeResponse;
  /** Nothing can be corrected any more. */
  settled: () => MaybeResponse;
};

/** Saves what the owner of a link corrected. */
export async function takeCorrections(
  c: Context<SupporterLinkEnv>,
  { isConfirmed, done, giveBack, settled }: CorrectionAnswers,
): Promise<Response> {
  const { deps, link, form, now } = c.var;
  if (!form.ok) return refuseBody(c, form.error);
  const { values, repeated } = form.value;
  const back = (errors: FieldError[], status: 200 | 422 | 503 = 422) => giveBack({ values, errors }, status);
  const languageStep = languageStepOf(values);
  if (languageStep === 'language') return back([], 200);
  if (languageStep) {
    const parsed = parseCorrections(values, { isConfirmed });
    return parsed.ok ? back([], 200) : back(parsed.error);
  }
  if (c.var.switches.has('read-only')) {
    c.header('retry-after', retryPaused);
    return back([{ field: 'correct', code: 'read-only' }], 503);
  }
  const twice = sentTwice(repeated);
  if (twice.length > 0) return back(twice);
  const corrections = parseCorrections(values, { isConfirmed });
  if (!corrections.ok) return back(corrections.error);
  const signature = { id: link.signature.id, context: link.context };
  const corrected = await correct(deps, signature, corrections.value, now);
  if (corrected.ok) return done();
  if (corrected.error.reason === 'overloaded') return refuse(c, 'overloaded');
  const errors = errorsOf(corrected.error);
  return errors ? back(errors) : settled();
}

/** Null if no field is wrong. The page then shows why there is no form any more. */
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
