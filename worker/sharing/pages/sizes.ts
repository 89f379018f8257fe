import type { Printed } from './printed.ts';

/** The type sizes of posters.css, in units, with the longest text for each. */
const sizes = {
  huge: { xl: [5, 35], l: [9, 20], m: [15, 12.5], s: [30, 8] },
  large: { xl: [50, 8.6], l: [90, 7], m: [180, 5], s: [500, 3.3] },
  asked: { xl: [60, 4.2], l: [130, 3.4], m: [210, 2.8], s: [300, 2.4] },
} as const;

type Size = 'xl' | 'l' | 'm' | 's';

/** The size class of a text: long texts are set smaller. */
export function sizeFor(what: keyof typeof sizes, text: string): Size {
  const fitting = Object.entries(sizes[what]).find(([, [longest]]) => text.length <= longest);
  return (fitting?.[0] as Size | undefined) ?? 's';
}

const width = 88;
const besideCode = 58;
const height = 122;
/** The width of a letter relative to the type size. A little wide, because fonts differ between systems. */
const letter = 0.54;
const steps = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5];

/** The class of posters.css that makes the units small enough for everything to fit; empty if not needed. */
export function stepFor(printed: Printed): string {
  const step = steps.find((step) => heightOf(printed, step) <= height / step) ?? 0.5;
  return step === 1 ? '' : `step-${Math.round(step * 100)}`;
}

/** In units. The smaller the units, the more fit on a line. */
function heightOf({ campaign, fact, title, when, ask, typed }: Printed, step: number): number {
  const across = (text: string, size: number, lineHeight: number, room = width) => {
    return Math.ceil((text.length * size * letter * step) / room) * size * lineHeight;
  };
  const { figure, claim, more, source } = fact ?? { figure: null, claim: title, more: '', source: '' };
  const huge = figure === null ? 0 : across(figure, sizes.huge[sizeFor('huge', figure)][1], 0.88);
  const lines = when.reduce((sum, line) => sum + across(line, 3.3, 1.06) + 1.4, 0);
  const said =
    huge +
    lines +
    across(claim, sizes.large[sizeFor('large', claim)][1], 1.06) +
    across(more, 2.4, 1.3) +
    across(source, 1.8, 1.3);
  const asked =
    across(ask, sizes.asked[sizeFor('asked', ask)][1], 1.25, besideCode) +
    across(typed, 2, 1.3, besideCode) +
    across(campaign.hashtags.join(' '), 1.9, 1.3, besideCode);
  const by = across(campaign.title + campaign.city, 2.1, 1.3);
  // The call, the code beside it, the line about help, and the space between them.
  return by + said + Math.max(asked + 11, 28) + 23.5;
}
