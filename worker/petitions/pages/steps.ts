import { formatNumber, type Language, message } from '../../../web/language.ts';
import { copy } from './copy.ts';
import type { Petition, PetitionStep } from './petition.ts';

/** The petition's way from its opening to the committee's answer, unless the worker tells it itself. */
export function stepsOf(petition: Petition, language: Language): PetitionStep[] {
  if (petition.timeline.length > 0) return petition.timeline;
  const words = copy[language].next;
  if (petition.state === 'upcoming') {
    return [{ name: words.opens, text: null, on: petition.opensOn, when: 'next' }];
  }
  const opened: PetitionStep = { name: words.opened, text: null, on: petition.opensOn, when: 'past' };
  const answer: PetitionStep = {
    name: words.response,
    text: words.responseText,
    on: null,
    when: petition.state === 'closed' ? 'next' : 'later',
  };
  const thresholds = thresholdsOf(petition, language);
  return [
    opened,
    ...thresholds.filter((step) => step.when === 'past'),
    ...weeklyOf(petition, language),
    ...thresholds.filter((step) => step.when !== 'past'),
    ...closingOf(petition, language),
    answer,
  ];
}

function weeklyOf(petition: Petition, language: Language): PetitionStep[] {
  if (petition.state !== 'open') return [];
  const words = copy[language].next;
  const { committee } = petition.addressedTo;
  return [
    { name: message(words.weekly, { committee }, language), text: words.weeklyText, on: null, when: 'now' },
  ];
}

function thresholdsOf(petition: Petition, language: Language): PetitionStep[] {
  const { thresholds, nextThreshold, state } = petition;
  const worthTelling = thresholds.filter(({ reachedOn }) => reachedOn !== null || state === 'open');
  return worthTelling.map(({ signatures, name, reachedOn }) => ({
    name: message(copy[language].next.threshold, { count: formatNumber(signatures, language) }, language),
    text: name,
    on: reachedOn,
    when: whenOf(reachedOn !== null, signatures === nextThreshold?.signatures),
  }));
}

function whenOf(isReached: boolean, isNext: boolean): PetitionStep['when'] {
  if (isReached) return 'past';
  return isNext ? 'next' : 'later';
}

function closingOf(petition: Petition, language: Language): PetitionStep[] {
  const words = copy[language].next;
  const { state, closesOn } = petition;
  if (state === 'closed') return [{ name: words.closed, text: null, on: closesOn, when: 'past' }];
  return closesOn ? [{ name: words.closes, text: null, on: closesOn, when: 'later' }] : [];
}
