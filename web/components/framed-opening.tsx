import { copy } from '../../worker/embeds/pages/copy.ts';
import type { copy as petitionCopy } from '../../worker/petitions/pages/copy.ts';
import type { Standing } from '../../worker/petitions/pages/petition.ts';
import { type Language, message } from '../language.ts';
import { type Frame, pageOf, type Shell } from '../shell.ts';
import { Count, StateNotice } from './opening.tsx';

type Words = Pick<(typeof petitionCopy)[Language], 'count' | 'state'>;

export type FramedOpeningProps = {
  shell: Shell;
  frame: Frame;
  kind: 'petition' | 'survey';
  words: Words & { goesTo: string };
  action: Standing;
};

/** The ask and, as the site wants it, who it goes to and how many have joined. */
export function FramedOpening({ shell, frame, kind, words, action }: FramedOpeningProps) {
  const { language } = shell;
  const isRemoved = action.state === 'removed';
  const isCounted = frame.hasProgress && (action.state === 'open' || action.state === 'closed');
  return (
    <header class="opening">
      {!isRemoved && !frame.isCompact && <p class="kicker">{action.title}</p>}
      <h1>{isRemoved ? action.title : action.ask}</h1>
      {!isRemoved && !frame.isCompact && <p>{message(words.goesTo, action.addressedTo, language)}</p>}
      {!isRemoved && (
        <p>
          <a href={pageOf(shell)} target="_blank" rel="noopener">
            {copy[language].read[kind]}
          </a>
        </p>
      )}
      <StateNotice words={words.state} language={language} petition={action} />
      {isCounted && <Count words={words.count} language={language} petition={action} />}
    </header>
  );
}
