import { day, minute, second } from '../platform/time/clock.ts';

/**
 * `checking` counts again before the start. The work in the background goes on while it is `counting`, `checking`,
 * `running` or `undoing`; people decide in all other states.
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

/** It has struck signatures off that can be taken back. Undoing one that runs stops it first. */
export const undoable: readonly InvalidationState[] = ['running', 'cancelled', 'done'];

/** Which signatures are struck off: the others do not count, or it is their owner's word. */
export const struckStates = ['confirmed', 'unconfirmed', 'flagged'] as const;

/** How many were found, and how many of them count. */
export type Found = { found: number; counted: number };

const mostAlone = 25;
const shareAlone = 0.02;
/** What one person strikes off alone within this time is added up, so that no one splits a large one. */
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

/** Whether so much has changed since somebody decided that they have to be asked again. */
export function isMuch(seen: Found, now: Found): boolean {
  const differs = (before: number, after: number) =>
    Math.abs(after - before) > Math.max(little, littleShare * before);
  return differs(seen.found, now.found) || differs(seen.counted, now.counted);
}

/*
 * The work is in small steps, so that signing waits for none of them for long, with pauses, so that most of the time is
 * signing's. Each step is one transaction.
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

/** After this time another run takes over a piece that was never finished. */
export const pieceLasts = minute;

/** Rare domains and connections are added up once so many were found, so that the evidence stays small. */
export const rareAbove = 20_000;

export const examplesShown = 20;
/** A chart by hours becomes one by days if it would have more bars. */
export const mostHours = 48;
export const mostRows = 10;

/** How long what was typed is kept after the end. */
export const typedKeptFor = 30 * day;

export type Refusal =
  | { reason: 'nothing-found' }
  | { reason: 'own-request' }
  | { reason: 'wrong-state' }
  | { reason: 'changed-meanwhile' };
