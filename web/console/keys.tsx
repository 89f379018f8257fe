import type { Language } from '../language.ts';
import { copy } from './copy.ts';

/** Told by the script alone, which is what knows the keys, and which adds a line for each button that has one. */
export function Keys({ language }: { language: Language }) {
  const { title, help, close, next, before, reason, undo, shown } = copy[language].keys;
  return (
    <div class="keys" data-keys hidden>
      <p class="hint">{help}</p>
      <dialog aria-labelledby="keys-title">
        <h2 id="keys-title">{title}</h2>
        <ul>
          <li>{next}</li>
          <li>{before}</li>
          <li data-of-button hidden />
          <li data-of-reasons hidden>
            {reason}
          </li>
          <li>{undo}</li>
          <li>{shown}</li>
        </ul>
        <form method="dialog">
          <button class="button secondary" type="submit">
            {close}
          </button>
        </form>
      </dialog>
    </div>
  );
}
