import type { Child } from 'hono/jsx';
import type { Language } from '../language.ts';
import { copy } from './copy.ts';

type Described = {
  name: string;
  label: string;
  language: Language;
  hint?: Child;
  /** The error message, or null. */
  error: string | null;
  optional?: boolean;
};

export type TextFieldProps = Described & {
  value: string;
  type?: 'text' | 'email';
  inputmode?: 'numeric' | 'decimal' | 'email';
  autocomplete?: string;
  /** 'short' for a ZIP: the width of the box shows how much to type. */
  width?: 'short';
};

export function TextField(props: TextFieldProps) {
  const { name, value, type, inputmode, autocomplete, width } = props;
  return (
    <FieldFrame {...props}>
      <input
        class={width}
        id={name}
        name={name}
        type={type ?? 'text'}
        value={value}
        inputmode={inputmode}
        autocomplete={autocomplete}
        autocapitalize={type === 'email' ? 'off' : undefined}
        spellcheck={false}
        {...ariaOf(props)}
      />
    </FieldFrame>
  );
}

/** `most`: in characters, where a browser must not send more than the address takes; far above what may be kept. */
export function TextArea(props: Described & { value: string; rows: number; most?: number }) {
  return (
    <FieldFrame {...props}>
      <textarea id={props.name} name={props.name} rows={props.rows} maxlength={props.most} {...ariaOf(props)}>
        {props.value}
      </textarea>
    </FieldFrame>
  );
}

export type SelectProps = Described & { value: string; options: { value: string; label: string }[] };

export function Select(props: SelectProps) {
  return (
    <FieldFrame {...props}>
      <select id={props.name} name={props.name} autocomplete="off" {...ariaOf(props)}>
        {props.options.map(({ value, label }) => (
          <option value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** `sends`: what is sent if it is ticked. Not called `value`, which forms hand over as what was typed. */
export function Checkbox(props: Described & { checked: boolean; sends?: string }) {
  const { name, label, hint, error, checked, sends = 'yes' } = props;
  return (
    <div class={error ? 'field tick wrong' : 'field tick'}>
      <input id={name} name={name} type="checkbox" value={sends} checked={checked} {...ariaOf(props)} />
      <label for={name}>{label}</label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <InlineError {...props} />
    </div>
  );
}

export function FieldFrame(props: Described & { children: Child }) {
  const { name, label, hint, error, optional, language, children } = props;
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={name}>
        {label} {optional && <span class="hint">{copy[language].optional}</span>}
      </label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <InlineError {...props} />
      {children}
    </div>
  );
}

function InlineError({ name, error, language }: Described) {
  if (!error) return null;
  return (
    <p class="error" id={`${name}-error`}>
      <span class="unseen">{copy[language].errorPrefix} </span>
      {error}
    </p>
  );
}

export function ariaOf({ name, hint, error }: Described) {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return { 'aria-describedby': described || undefined, 'aria-invalid': error ? 'true' : undefined };
}
