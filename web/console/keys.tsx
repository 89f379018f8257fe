import type { Language } from '../language.ts';
import { copy } from './copy.ts';

/** Told by the script alone, which is what knows the keys. */
export function Keys({ language }: { language: Language }) {
  const { title, help, close, ...lines } = copy[language].keys;
  return (
    <div class="keys" data-keys hidden>
      <p class="hint">{help}</p>
      <dialog aria-labelledby="keys-title">
        <h2 id="keys-title">{title}</h2>
        <ul>
          {Object.values(lines).map((line) => (
            <li>{line}</li>
          ))}
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
