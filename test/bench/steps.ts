import type { Crowd } from './crowd.ts';
import { type ClosedOutcome, joinRequests } from './load.ts';
import {
  campaignRequest,
  floorRequest,
  homeRequest,
  jsonRequest,
  pageRequest,
  shareRequest,
} from './requests.ts';
import type { LoadOf } from './station.ts';

export type Step = {
  name: string;
  /** `count` is more requests than one measurement can use. */
  load(crowd: Crowd, count: number): Promise<LoadOf> | LoadOf;
  after?(crowd: Crowd, outcome: ClosedOutcome): void;
};

export function same(name: string, request: Buffer, expected: number): Step {
  return { name, load: () => ({ requests: joinRequests([request]), again: true, expected }) };
}

export const hello = same('hello', floorRequest('/hello'), 200);
const insert = same('insert', floorRequest('/insert'), 204);
const batch = same('batch', floorRequest('/batch'), 204);
const page = same('petition-page', pageRequest, 200);
const campaign = same('campaign-page', campaignRequest, 200);
const home = same('home-page', homeRequest, 200);
const leading = [campaign, same('share-page', shareRequest, 200), home];
/** What a deployment with many campaigns shows as quickly as one with a single one. */
export const pagesOfSite: Step[] = [home, campaign, page];
const count = same('json-count', jsonRequest, 200);

const signByForm: Step = {
  name: 'sign-form',
  load: (crowd, count) => crowd.sign(count, 'form'),
  after: (crowd, outcome) => crowd.signed(outcome),
};
const retry: Step = { name: 'sign-retry', load: (crowd, count) => crowd.retry(count) };
const signByJson: Step = {
  name: 'sign-json',
  load: (crowd, count) => crowd.sign(count, 'json'),
  after: (crowd, outcome) => crowd.signed(outcome),
};
const confirm: Step = {
  name: 'confirm',
  load: (crowd, count) => crowd.confirm(count),
  after: (crowd, outcome) => crowd.confirmed(outcome),
};
const signAnew: Step = {
  name: 'sign-again',
  load: (crowd, count) => crowd.signAnew(count),
  after: (crowd, outcome) => crowd.signedAnew(outcome),
};
const confirmDuplicate: Step = { name: 'confirm-duplicate', load: (crowd) => crowd.confirmLast() };

const respondByForm: Step = { name: 'respond-form', load: (crowd, count) => crowd.respond(count) };

const ungrouped: Step = { name: 'sign-ungrouped', load: (crowd, count) => crowd.sign(count, 'ungrouped') };

/** The steps of signing, each with one step more than the one before. Nothing is stored. */
function part(name: string): Step {
  return {
    name,
    load: async (crowd) => {
      const requests = joinRequests([floorRequest(`/${name}`, await crowd.form())]);
      return { requests, again: true, expected: 204 };
    },
  };
}
export const partsOfSigning: Step[] = [hello, ...['body', 'parse', 'keys', 'object'].map(part), signByForm];

/** Each group of steps has baselines before and after it. */
export const everyStep: Step[] = [
  ...[hello, insert, batch, hello],
  ...[ungrouped, signByForm, respondByForm, signByForm, ungrouped, retry, signByJson, hello],
  ...[confirm, signAnew, confirmDuplicate, hello],
  ...[page, count, hello, ...leading, hello],
];
export const mainSteps: Step[] = [
  ...[hello, insert, batch, ungrouped, signByForm, hello],
  ...[signByJson, confirm, page, count, hello],
];
/** The steps that are compared between two sizes. */
export const sizeSteps: Step[] = [signByForm, confirm];

export function describeStep(name: string): string {
  return descriptions[name] ?? name;
}

const descriptions: Record<string, string> = {
  hello: 'hello-world on the same server',
  insert: 'one D1 insert a request',
  batch: 'one D1 batch of a sign, bare',
  'sign-ungrouped': 'sign by form, a batch each',
  body: 'a form is read',
  parse: '… and checked',
  keys: '… and fingerprinted and sealed',
  object: '… and given to a Durable Object',
  'sign-form': 'sign by form, the real route',
  'respond-form': 'answer a survey by its form',
  'sign-json': 'sign by JSON, the real route',
  'sign-retry': 'the same form sent again',
  'sign-again': 'one who counts signs again',
  confirm: 'confirm',
  'confirm-duplicate': 'confirm a duplicate',
  'petition-page': 'petition page',
  'campaign-page': 'campaign page',
  'share-page': 'share kit',
  'home-page': 'home page',
  'json-count': 'petition as JSON',
  'staff-page': 'a committee’s page',
};
