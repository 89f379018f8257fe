import { Checkbox, TextArea } from '../../../web/components/field.tsx';
import { formatNumber, type Language, message } from '../../../web/language.ts';
import { ConditionFields } from '../conditions/pages/condition-fields.tsx';
import { copy } from './copy.ts';
import { errorAt } from './error-text.ts';
import type { ChoiceForm, ShownSlot } from './event.ts';
import { ownCopy } from './own-copy.ts';

type Part = {
  form: ChoiceForm;
  noDetails?: string | null;
  /** Whether a certificate can be shown after this form. */
  canWait?: boolean;
  language: Language;
};

/** Which time, what makes it safe, and the title of the calendar entry. */
export function ChoiceFields(part: Part) {
  const { form, noDetails = null, canWait = true, language } = part;
  const words = copy[language].form;
  return (
    <>
      <Slots {...part} />
      <ConditionFields {...form} canWait={canWait} language={language} />
      <TextArea
        name="safe_note"
        label={words.note}
        hint={[words.noteHint, noDetails].filter(Boolean).join(' ')}
        value={form.values.safe_note ?? ''}
        error={errorAt(language, form.errors, 'safe_note')}
        rows={3}
        language={language}
        optional
      />
      <Checkbox
        name="neutral_title"
        label={words.neutral}
        hint={message(words.neutralHint, { title: form.neutralTitle }, language)}
        checked={form.values.neutral_title === 'yes'}
        error={null}
        language={language}
      />
    </>
  );
}

function Slots({ form, language }: Part) {
  const error = errorAt(language, form.errors, 'slot');
  const [only] = form.slots;
  const chosen = form.values.slot ?? (form.slots.length === 1 ? only?.slug : '');
  return (
    <fieldset class="choices" id="slot" aria-describedby={error ? 'slot-error' : undefined}>
      <legend>{copy[language].form.slot}</legend>
      {error && (
        <p class="error" id="slot-error">
          {error}
        </p>
      )}
      {form.slots.map((slot) => (
        <div class="field tick">
          <input
            id={`slot-${slot.slug}`}
            name="slot"
            type="radio"
            value={slot.slug}
            checked={slot.slug === chosen}
            aria-describedby={hintOf(slot, language) === '' ? undefined : `slot-${slot.slug}-hint`}
          />
          <label for={`slot-${slot.slug}`}>{slotLabel(slot)}</label>
          {hintOf(slot, language) !== '' && (
            <p class="hint" id={`slot-${slot.slug}-hint`}>
              {hintOf(slot, language)}
            </p>
          )}
        </div>
      ))}
    </fieldset>
  );
}

export function slotLabel({ name, when }: Pick<ShownSlot, 'name' | 'when'>): string {
  return name ? `${name}: ${when}` : when;
}

/** How many places are left, and what is asked for; at their own time, how they stand there. */
function hintOf(slot: ShownSlot, language: Language): string {
  if (slot.mine) return ownCopy[language].edit.mine[slot.mine];
  const room = slot.left === null ? null : roomOf(slot, language);
  const end = room !== null && !room.endsWith('.') ? '.' : '';
  return [room === null ? null : room + (slot.asks ? end : ''), slot.asks].filter(Boolean).join(' ');
}

function roomOf({ left, waiting }: ShownSlot, language: Language): string {
  const words = copy[language];
  if (left !== 0) return leftOf(left ?? 0, language);
  return message(words.form.fullSlot, { waiting: waitingOf(waiting, language) }, language);
}

export function leftOf(n: number, language: Language): string {
  return message(copy[language].left, { n, count: formatNumber(n, language) }, language);
}

export function waitingOf(n: number, language: Language): string {
  return message(copy[language].waiting, { n, count: formatNumber(n, language) }, language);
}
