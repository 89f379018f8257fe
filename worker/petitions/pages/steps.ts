import type { Step } from '../../../web/components/timeline.tsx';
import { formatNumber, type Language, message } from '../../../web/language.ts';
import { copy } from './copy.ts';
import type { PetitionView } from './petition-view.ts';

/** The petition's steps from its opening to the committee's answer; `last` says more of the answer, where it is known. */
export function stepsOf(
  petition: PetitionView,
  { last, language }: { last: Step[]; language: Language },
): Step[] {
  const words = copy[language].next;
  if (petition.state === 'upcoming') {
    return [{ name: words.opens, text: null, on: petition.opensOn, when: 'next' }];
  }
  const opened: Step = { name: words.opened, text: null, on: petition.opensOn, when: 'past' };
  const answer: Step = {
    name: words.response[petition.addressedTo.whole],
    text: words.responseText,
    on: null,
    when: petition.state === 'closed' ? 'next' : 'later',
  };
  const thresholds = thresholdsOf(petition, language);
  const isPast = ({ when }: Step) => when === 'past';
  const isLater = ({ when }: Step) => when === 'later';
  return [
    opened,
    ...thresholds.filter(isPast),
    ...last.filter(isPast),
    ...weeklyOf(petition, language),
    ...last.filter((step) => !isPast(step) && !isLater(step)),
    ...thresholds.filter((step) => !isPast(step)),
    ...closingOf(petition, language),
    ...(last.length > 0 ? last.filter(isLater) : [answer]),
  ];
}

function weeklyOf(petition: PetitionView, language: Language): Step[] {
  if (petition.state !== 'open') return [];
  const words = copy[language].next;
  const { addressedTo, districts } = petition;
  const name = message(words.weekly, addressedTo, language);
  return [{ name, text: message(words.weeklyText, { districts }, language), on: null, when: 'now' }];
}

function thresholdsOf(petition: PetitionView, language: Language): Step[] {
  const { thresholds, nextThreshold, state } = petition;
  const worthTelling = thresholds.filter(({ reachedOn }) => reachedOn !== null || state === 'open');
  return worthTelling.map(({ signatures, name, reachedOn }) => ({
    name: message(copy[language].next.threshold, { count: formatNumber(signatures, language) }, language),
    text: name,
    on: reachedOn,
    when: whenOf(reachedOn !== null, signatures === nextThreshold?.signatures),
  }));
}

function whenOf(isReached: boolean, isNext: boolean): Step['when'] {
  if (isReached) return 'past';
  return isNext ? 'next' : 'later';
}

function closingOf(petition: PetitionView, language: Language): Step[] {
  const words = copy[language].next;
  const { state, closesOn } = petition;
  if (state === 'closed') return [{ name: words.closed, text: null, on: closesOn, when: 'past' }];
  return closesOn ? [{ name: words.closes, text: null, on: closesOn, when: 'later' }] : [];
}
