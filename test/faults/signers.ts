import type { Keyring } from '../../worker/platform/crypto/keyring.ts';
import type { Promised } from '../bench/audit.ts';
import { confirmTokenOf, type Person, personNumber, petition, signatureIdOf } from '../bench/people.ts';
import { responseBody, responseIdOf, survey } from '../bench/respondents.ts';

type Signer = { id: string; path: string; body: string; confirmUrl: string | null; isSigned: boolean };

/** Every third person answers the survey. */
const answersToo = 3;

export type Signers = {
  promised: Promised;
  /** Statuses that nobody should get. */
  surprises: string[];
  /** Lets so many people press buttons at the same time until aborted. Returns how many were answered. */
  run(url: string, atOnce: number, signal: AbortSignal): Promise<number>;
  /** Everybody without an answer tries again, and must get one. */
  finish(url: string): Promise<void>;
};

/**
 * People who sign or answer; every second one confirms. Anybody without an answer sends the same again, as reloading in
 * a browser does.
 */
export function createSigners({
  keyring,
  actionId,
  surveyId,
}: {
  keyring: Keyring;
  actionId: number;
  surveyId: number;
}): Signers {
  const promised: Promised = { signed: new Set(), confirmed: new Set(), asked: new Set() };
  const surprises: string[] = [];
  const unanswered: Signer[] = [];
  let people = 0;

  async function next(): Promise<Signer> {
    const waiting = unanswered.shift();
    if (waiting) return waiting;
    people += 1;
    const n = people;
    const person: Person = personNumber('kill', n);
    const form_token = `form-of-person-${n}`.padEnd(24, '-');
    const isAnswer = n % answersToo === 0;
    const id = isAnswer
      ? await responseIdOf(keyring, surveyId, person, form_token)
      : await signatureIdOf(keyring, actionId, person, form_token);
    promised.asked.add(id);
    const action = isAnswer ? surveyId : actionId;
    const confirmUrl = n % 2 === 0 ? `/confirm/${await confirmTokenOf(keyring, action, person, id)}` : null;
    return {
      id,
      path: isAnswer ? `/api/v1/surveys/${survey}/responses` : `/api/v1/petitions/${petition}/signatures`,
      body: isAnswer ? responseBody(person, form_token) : JSON.stringify({ ...person, form_token }),
      confirmUrl,
      isSigned: false,
    };
  }

  /** Whether the answer was as expected. After a broken connection or a 503, the person tries again. */
  async function press(url: string, init: RequestInit, expected: number): Promise<boolean> {
    const response = await fetch(url, { method: 'POST', redirect: 'manual', ...init });
    await response.arrayBuffer();
    if (response.status !== expected && response.status !== 503) surprises.push(`${response.status} ${url}`);
    return response.status === expected;
  }

  async function serve(url: string, signer: Signer): Promise<boolean> {
    if (!signer.isSigned) {
      const headers = { 'content-type': 'application/json' };
      const init = { headers, body: signer.body };
      if (!(await press(`${url}${signer.path}`, init, 202))) return false;
      signer.isSigned = true;
      promised.signed.add(signer.id);
    }
    if (!signer.confirmUrl) return true;
    if (!(await press(`${url}${signer.confirmUrl}`, {}, 303))) return false;
    promised.confirmed.add(signer.id);
    return true;
  }

  async function lane(url: string, isOver: () => boolean): Promise<number> {
    let answered = 0;
    while (!isOver()) {
      const signer = await next();
      const isDone = await serve(url, signer).catch(() => false);
      if (isDone) answered += 1;
      else unanswered.push(signer);
    }
    return answered;
  }

  return {
    promised,
    surprises,
    async run(url, atOnce, signal) {
      const lanes = Array.from({ length: atOnce }, () => lane(url, () => signal.aborted));
      return (await Promise.all(lanes)).reduce((sum, answered) => sum + answered, 0);
    },
    async finish(url) {
      await Promise.all(Array.from({ length: 16 }, () => lane(url, () => unanswered.length === 0)));
    },
  };
}
