import { message } from '../../../web/language.ts';
import type { Shell } from '../../../web/shell.ts';
import { committeeCopy } from './committee-copy.ts';
import { type ShownStory, StoryText } from './story-text.tsx';

type CommitteeStoriesProps = {
  shell: Shell;
  /** Null before the first week, when only their number is known. */
  shown: readonly { story: ShownStory }[] | null;
  count?: number;
};

/** On the page of a committee. */
export function CommitteeStories({ shell, shown, count = 0 }: CommitteeStoriesProps) {
  const { language } = shell;
  const words = committeeCopy[language];
  return (
    <>
      <h2>{words.heading}</h2>
      {shown === null && <p>{message(words.soon, { n: count }, language)}</p>}
      {shown?.length === 0 && <p>{words.none}</p>}
      {shown !== null && shown.length > 0 && <p>{words.lead}</p>}
      {shown?.map(({ story }) => (
        <StoryText story={story} language={language} />
      ))}
    </>
  );
}
