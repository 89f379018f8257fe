import { day, minute, second } from '../platform/time/clock.ts';

/** The name of the work that a message of the queue wakes. */
export const workName = 'go-on-with-invalidations';

/**
 * `checking` counts again before the start. Work runs in the background in `counting`, `checking`, `running` and
 * `undoing`; all other states wait for people.
 */
export type InvalidationState =
  | 'counting'
  | 'counted'
  | 'asked'
  | 'checking'
  | 'running'
  | 'cancelled'
  | 'done'
  | 'undoing'
  | 'undone'
  | 'discarded';

const atWork: readonly InvalidationState[] = ['counting', 'checking', 'running', 'undoing'];

export function isAtWork(state: InvalidationState): boolean {
  return atWork.includes(state);
}

/** Whether it has struck off signatures that can be taken back. Undoing a running one stops it first. */
export const undoable: readonly InvalidationState[] = ['running', 'cancelled', 'done'];

/** The states that are struck off. The others do not count, or their owners decided on them. */
export const struckStates = ['confirmed', 'unconfirmed', 'flagged'] as const;

/** How many were found, and how many of them count. */
export type Found = { found: number; counted: number };

const mostAlone = 25;
const shareAlone = 0.02;
/** What one person strikes off alone within this time is added up, so that nobody can split a large one. */
export const aloneWithin = day;

/** Whether a second organizer has to agree. `confirmed` is how many count in all. */
export function needsSecond(
  { found }: Found,
  { confirmed, aloneLately }: { confirmed: number; aloneLately: number },
): boolean {
  const all = found + aloneLately;
  return all > mostAlone || all > shareAlone * confirmed;
}

const little = 5;
const littleShare = 0.02;

/** Whether so much has changed since the decision that it has to be made again. */
export function isMuch(seen: Found, now: Found): boolean {
  const differs = (before: number, after: number) =>
    Math.abs(after - before) > Math.max(little, littleShare * before);
  return differs(seen.found, now.found) || differs(seen.counted, now.counted);
}

/*
 * Each step is one small transaction, so that signing never waits long. Pauses between the steps leave most of the time
 * to signing.
 */
export const rowsAStep = 2000;
export const changesAStep = 40;
export const stepsAPiece = 4;
const shortestPause = second;
const longestPause = 5 * second;
/** Of the time in which signing has the database to itself, over the time that a piece took. */
const pauseOverPiece = 8;

/**
 * How long to wait after a piece that took so long. A piece takes long where signing keeps the database busy: then the
 * work takes a smaller share of it. Where nobody signs, it goes on after a second.
 */
export function pauseAfter(took: number): number {
  return Math.min(longestPause, Math.max(shortestPause, pauseOverPiece * took));
}

/** After this time another run takes over unfinished work. */
export const pieceLasts = minute;

/** Rare domains and connections are added up once so many were found, so that the evidence stays small. */
export const rareAbove = 20_000;

export const examplesShown = 20;
/** A chart by hours becomes one by days if it would have more bars. */
export const mostHours = 48;
export const mostRows = 10;

/** How long the typed text is kept after the end. */
export const typedKeptFor = 30 * day;

export type Refusal =
  | { reason: 'nothing-found' }
  | { reason: 'own-request' }
  | { reason: 'wrong-state' }
  | { reason: 'changed-meanwhile' };
