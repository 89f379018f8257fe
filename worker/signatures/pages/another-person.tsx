import { type Language, message } from '../../../web/language.ts';
import { copy } from './copy.ts';

/** A person who counts by the same inbox, under another name. */
export type OtherPerson = { id: string; name: string };

type Props = { others: OtherPerson[]; version: string; chosen?: string; language: Language };

/** Asked before the button. If nothing is chosen, it is another person, and the first signature stays as it is. */
export function AnotherOrCorrection({ others, version, chosen = '', language }: Props) {
  const words = copy[language].another;
  if (others.length === 0) return null;
  const known = others.find(({ id }) => id === chosen)?.id ?? '';
  const choices = [
    { id: '', label: words.another },
    ...others.map(({ id, name }) => ({ id, label: message(words.correction, { name }, language) })),
  ];
  return (
    <fieldset class="choices">
      <legend>{words.legend}</legend>
      {choices.map(({ id, label }) => {
        const field = `replaces-${version.slice(0, 8)}-${id || 'nobody'}`;
        return (
          <div class="field tick">
            <input type="radio" id={field} name="replaces" value={id} checked={id === known} />
            <label for={field}>
              <bdi>{label}</bdi>
            </label>
          </div>
        );
      })}
    </fieldset>
  );
}
