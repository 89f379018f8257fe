import type { Campaign } from '../campaigns/rules.ts';
import type { StoryTexts } from './rules.ts';
import type { WholeStory } from './store.ts';

/** What the pages behind a teller's link are made of. */
export type OwnStory = {
  whole: WholeStory;
  campaign: Campaign;
  /** Null before anything is written. */
  told: StoryTexts | null;
  href: string;
};
