import type { Language } from '../language.ts';
import { rowsOf } from './copied-text.ts';
import { CopyButton } from './copy-button.tsx';

type SharedTextProps = { label: string; text: string; language: Language };

/** The one text to share of a page, whole, with a button that copies it. */
export function SharedText({ label, text, language }: SharedTextProps) {
  return (
    <div class="field">
      <label for="share-text">{label}</label>
      <textarea id="share-text" rows={rowsOf(text)} readonly>
        {text}
      </textarea>
      <CopyButton of="share-text" name={label} language={language} />
    </div>
  );
}
