import { message } from '../language.ts';
import { type Frame, pageOf, type Shell } from '../shell.ts';
import {
  type ActionSummary,
  Count,
  type CountWords,
  StateNotice,
  type StateWords,
} from './action-summary.tsx';

export type FramedOpeningProps = {
  shell: Shell;
  frame: Frame;
  /** `read` is the text of the link from the frame to the full page. */
  words: { count: CountWords; state: StateWords; goesTo: string; read: string };
  action: ActionSummary;
};

/** The ask and, if the embedding site wants it, who it is addressed to and how many have joined. */
export function FramedOpening({ shell, frame, words, action }: FramedOpeningProps) {
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
            {words.read}
          </a>
        </p>
      )}
      <StateNotice words={words.state} language={language} action={action} />
      {isCounted && <Count words={words.count} language={language} action={action} />}
    </header>
  );
}
