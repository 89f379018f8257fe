import { type Keyring, orNull } from '../platform/crypto/keyring.ts';
import type { ShownStory } from './pages/story-text.tsx';
import { type Naming, namedAs, type Story, type StoryTexts, whyNotShown } from './rules.ts';
import type { Candidate } from './standing-store.ts';
import { openTold } from './telling.ts';

export type Shown = { id: string; from: Date; story: ShownStory };

/** Those of the candidates that may be shown now. One that cannot be opened is left out. */
export async function shownOf(
  keyring: Keyring,
  candidates: readonly Candidate[],
  now: Date,
): Promise<Shown[]> {
  const opened = await Promise.all(
    candidates
      .filter(({ story, consent, campaign }) => whyNotShown(story, consent, { campaign, now }) === null)
      .map(async ({ story, consent }) => {
        const told = await orNull(openTold(keyring, story));
        return told && { id: story.id, from: consent.from, story: renderedAs(story, told, consent.named) };
      }),
  );
  return opened.filter((one) => one !== null);
}

/** What is shown of a story under this naming. Previews are made by it too. */
export function renderedAs(
  { language, isExample }: Pick<Story, 'language' | 'isExample'>,
  told: StoryTexts,
  named: Naming,
): ShownStory {
  return { name: namedAs(named, told), answers: told.answers, language, isExample };
}
