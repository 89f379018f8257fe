import type { Keyring } from '../../worker/platform/crypto/keyring.ts';
import { type ClosedOutcome, joinRequests } from './load.ts';
import { confirmTokenOf, formTokenOf, type Person, personNumber, signatureIdOf } from './people.ts';
import { confirmRequest, formRequest, jsonSignRequest, ungroupedRequest } from './requests.ts';
import { answerTokenOf, respondRequest } from './respondents.ts';
import type { LoadOf } from './station.ts';

type Submission = { person: Person; formToken: string };

/** The people of one station: who has signed and who has confirmed, and so which requests can be made next. */
export type Crowd = {
  sign(count: number, by: keyof typeof ways): Promise<LoadOf>;
  /** Answers a survey with the HTML form. */
  respond(count: number): Promise<LoadOf>;
  /** The fields of the sign form, to measure a single step of signing. */
  form(): Promise<Person>;
  signed(outcome: ClosedOutcome): void;
  /** The same submissions again, as browsers do after a broken connection. */
  retry(count: number): LoadOf;
  confirm(count: number): Promise<LoadOf>;
  /** Confirms the last signatures again. */
  confirmLast(): Promise<LoadOf>;
  confirmed(outcome: ClosedOutcome): void;
  /** People who already count sign again, and then confirm again. */
  signAnew(count: number): Promise<LoadOf>;
  signedAnew(outcome: ClosedOutcome): void;
};

const seeOther = 303;
const accepted = 202;
const ways = { form: formRequest, json: jsonSignRequest, ungrouped: ungroupedRequest };
const mostWaiting = 20_000;

export function createCrowd(keyring: Keyring, actionId: number, run: string): Crowd {
  let minted = 0;
  let asked: Submission[] = [];
  let waiting: Submission[] = [];
  let done: Submission[] = [];
  let counted: Submission[] = [];

  async function submit(people: Person[]): Promise<Submission[]> {
    return Promise.all(people.map(async (person) => ({ person, formToken: await formTokenOf(keyring) })));
  }

  function load(submissions: Submission[], expected: number, toRequest: typeof ungroupedRequest): LoadOf {
    const requests = submissions.map(({ person, formToken }) => toRequest(person, formToken));
    return { requests: joinRequests(requests), again: false, expected };
  }

  async function confirmations(submissions: Submission[]): Promise<LoadOf> {
    const tokens = await Promise.all(
      submissions.map(async ({ person, formToken }) => {
        const id = await signatureIdOf(keyring, actionId, person, formToken);
        return confirmTokenOf(keyring, actionId, person, id);
      }),
    );
    return { requests: joinRequests(tokens.map(confirmRequest)), again: false, expected: seeOther };
  }

  return {
    async sign(count, by) {
      asked = await submit(Array.from({ length: count }, () => personNumber(run, minted++)));
      return load(asked, by === 'json' ? accepted : seeOther, ways[by]);
    },
    async respond(count) {
      const people = Array.from({ length: count }, () => personNumber(run, minted++));
      const requests = people.map(async (person) => respondRequest(person, await answerTokenOf(keyring)));
      return { requests: joinRequests(await Promise.all(requests)), again: false, expected: seeOther };
    },
    async form() {
      return { ...personNumber(run, minted++), form_token: await formTokenOf(keyring) };
    },
    signed({ statuses }) {
      const taken = asked.filter((_, index) => statuses[index] === seeOther || statuses[index] === accepted);
      waiting = [...taken, ...waiting].slice(0, mostWaiting);
      done = taken;
    },
    retry: (count) => load(done.slice(0, count), seeOther, formRequest),
    confirm(count) {
      asked = waiting.splice(0, count);
      return confirmations(asked);
    },
    confirmLast: () => confirmations(done),
    confirmed({ statuses }) {
      counted = asked.filter((_, index) => statuses[index] === seeOther);
    },
    async signAnew(count) {
      asked = await submit(counted.slice(0, count).map(({ person }) => person));
      return load(asked, seeOther, formRequest);
    },
    signedAnew({ statuses }) {
      done = asked.filter((_, index) => statuses[index] === seeOther);
    },
  };
}
