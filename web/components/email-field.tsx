import { type Language, message } from '../language.ts';
import { likelyAddress } from '../typo-rules.ts';
import { ariaOf, FieldFrame } from './field.tsx';
import { personCopy } from './person-copy.ts';

type EmailFieldProps = {
  label: string;
  hint?: string;
  language: Language;
  value: string;
  /** The message, or null. */
  error: string | null;
  /** Whether it asks about a mistyped domain; it does if this is left out. */
  asks?: boolean;
};

/**
 * Posts `email`. Where its domain looks mistyped it asks whether another one is meant, and stands in nobody's way. The
 * script asks as soon as the address is typed.
 */
export function EmailField(props: EmailFieldProps) {
  const words = personCopy[props.language];
  const field = { ...props, name: 'email' };
  const likely = props.error === null ? likelyAddress(props.value) : null;
  return (
    <FieldFrame {...field}>
      <input
        id="email"
        name="email"
        type="email"
        value={props.value}
        autocomplete="email"
        autocapitalize="off"
        spellcheck={false}
        {...ariaOf(field)}
      />
      {props.asks !== false && (
        <p class="meant" aria-live="polite" data-meant={words.meant}>
          {likely && message(words.meant, { address: likely }, props.language)}
        </p>
      )}
    </FieldFrame>
  );
}
