import type { Language } from '../language.ts';
import { shareCopy } from './share-copy.ts';

/** Copies the field with that id. The button is hidden until the script that makes it work shows it. */
export function CopyButton({ of, name, language }: { of: string; name: string; language: Language }) {
  const words = shareCopy[language];
  return (
    <>
      <button
        class="button secondary"
        type="button"
        hidden
        data-copy={of}
        data-done={words.copied}
        data-failed={words.copyFailed}
      >
        {words.copy} <span class="unseen">{name}</span>
      </button>
      <p class="small" id={`${of}-status`} role="status" />
    </>
  );
}
