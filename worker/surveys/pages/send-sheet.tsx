import { type Language, message } from '../../../web/language.ts';
import { sendCopy } from './send-copy.ts';

export type SheetLine = {
  id: string;
  /** Their question, or ours if the campaign does not know their wording. */
  theirs: string;
  isOurs: boolean;
  answer: string;
  /** Why it is here and not in the link; null if there is no link. */
  why: 'no-option' | 'not-by-link' | 'own-words' | 'personal' | 'too-long' | null;
};

type SendSheetProps = { language: Language; lines: SheetLine[]; name: string };

/** Their questions and our answers side by side, with a copy button for each on a screen. */
export function SendSheet({ language, lines, name }: SendSheetProps) {
  const words = sendCopy[language].sheet;
  return (
    <div class="sheet">
      <h3>{words.heading}</h3>
      <ol>
        {lines.map((line) => (
          <Line language={language} line={line} id={`${name}-${line.id}`} />
        ))}
      </ol>
      <p class="small on-screen">{words.print}</p>
    </div>
  );
}

function Line({ language, line, id }: { language: Language; line: SheetLine; id: string }) {
  const { theirs, isOurs, answer, why } = line;
  const words = sendCopy[language].sheet;
  return (
    <li>
      <div class="theirs">
        <p class="small">{isOurs ? words.ours : words.theirs}</p>
        <p id={`${id}-theirs`}>
          <b>{theirs}</b>
        </p>
        {why && <p class="small">{sendCopy[language].why[why]}</p>}
      </div>
      <div class="field">
        <label class="small" for={id} id={`${id}-label`}>
          {words.yours}
        </label>
        <textarea id={id} readonly rows={rowsFor(answer)} aria-labelledby={`${id}-label ${id}-theirs`}>
          {answer}
        </textarea>
        <p class="on-paper">{answer}</p>
        <button
          class="button secondary"
          type="button"
          hidden
          aria-label={message(words.copyOf, { question: theirs }, language)}
          data-copy={id}
          data-done={words.copied}
          data-failed={words.failed}
        >
          {words.copy}
        </button>
        <p class="small on-screen" id={`${id}-status`} role="status" />
      </div>
    </li>
  );
}

const longestBox = 14;
const aLine = 28;

/** As tall as its text, within reason. */
function rowsFor(answer: string): number {
  const rows = answer.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / aLine)), 0);
  return Math.min(rows, longestBox);
}
