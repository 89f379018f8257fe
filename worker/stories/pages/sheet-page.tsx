import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { formatDate, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import type { SheetUse } from '../rules.ts';
import { consoleCopy } from './console-copy.ts';
import { type ShownStory, StoryText } from './story-text.tsx';

type SheetPageProps = {
  frame: ConsoleFrame;
  back: string;
  number: number;
  use: SheetUse;
  takenOn: string;
  until: string;
  mayTranslate: boolean;
  story: ShownStory;
};

/** A story to print for one use, with the terms of its teller on it. */
export function SheetPage({ frame, back, number, use, story, ...terms }: SheetPageProps) {
  const { shell } = frame;
  const { language } = shell;
  const copy = consoleCopy[language];
  const words = copy.sheets;
  const title = message(words.title, { number: String(number) }, language);
  const values = {
    use: copy.uses[use],
    date: formatDate(terms.until, language),
    taken: formatDate(terms.takenOn, language),
  };
  return (
    <ConsolePage frame={frame} title={title}>
      <div class="flow">
        <p class="small">
          <a href={linkFrom(shell, back)}>{message(copy.number, { number: String(number) }, language)}</a>
        </p>
        <h1>{title}</h1>
        <p>
          {message(words.terms, values, language)} {terms.mayTranslate ? words.may : words.mayNot}
        </p>
        <p>{words.ask}</p>
        <StoryText story={story} language={language} />
      </div>
    </ConsolePage>
  );
}
