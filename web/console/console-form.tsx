import type { Child } from 'hono/jsx';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/field.tsx';
import { linkFrom, type Shell } from '../shell.ts';
import { copy } from './copy.ts';

type ConsoleFormProps = {
  shell: Shell;
  formToken: string;
  action: string;
  id?: string;
  class?: string;
  /** With a file in it. */
  isUpload?: boolean;
  children?: Child;
};

/** Every form of the console: without the token the guard refuses it. */
export function ConsoleForm({
  shell,
  formToken,
  action,
  id,
  isUpload,
  children,
  ...props
}: ConsoleFormProps) {
  return (
    <form
      method="post"
      action={linkFrom(shell, action)}
      enctype={isUpload ? 'multipart/form-data' : undefined}
      id={id}
      class={props.class}
      novalidate
    >
      <input type="hidden" name="form_token" value={formToken} />
      {children}
    </form>
  );
}

export type Choice = {
  /** What pressing it adds to the form: `decision=VALUE`. */
  value: string;
  label: string;
  /** The key that presses it while its row is the current one. */
  key?: 'A' | 'B' | 'H' | 'S' | 'X';
};

type DecisionProps = Omit<ConsoleFormProps, 'children' | 'class'> & {
  /** Makes the ids of several on a page differ. */
  name: string;
  choices: Choice[];
  /** Asks for a reason in words: its label, and what is wrong with what was given. */
  reason?: {
    label?: string;
    value?: string;
    error?: string | null;
    codes?: { value: string; label: string }[];
    /** Stands first among the codes and is none, so that nobody gives a reason by a press on the button alone. */
    choose?: string;
  };
  /** What the organizer saw, sent along so that a decision on something else is not made. */
  seen?: string;
  /** Something else on the row is the usual decision. */
  isAside?: boolean;
  /** More fields above the buttons. */
  children?: Child;
};

/** A decision on one row: one button for each choice, with a reason where one is asked for. */
export function Decision({ shell, name, choices, reason, seen, isAside, children, ...form }: DecisionProps) {
  const words = copy[shell.language];
  const field = `reason-${name}`;
  return (
    <ConsoleForm shell={shell} {...form} class="decision">
      {seen !== undefined && <input type="hidden" name="seen" value={seen} />}
      {children}
      {reason?.codes && (
        <div class={reason.error ? 'field wrong' : 'field'}>
          <label for={field}>{reason.label ?? words.reason}</label>
          {reason.error && (
            <p class="error" id={`${field}-error`}>
              {reason.error}
            </p>
          )}
          <select
            id={field}
            name="reason"
            aria-describedby={reason.error ? `${field}-error` : undefined}
            aria-invalid={reason.error ? 'true' : undefined}
          >
            {reason.choose && (
              <option value="" selected>
                {reason.choose}
              </option>
            )}
            {reason.codes.map(({ value, label }) => (
              <option value={value} selected={value === reason.value}>
                {label}
              </option>
            ))}
          </select>
        </div>
      )}
      {reason && !reason.codes && (
        <TextField
          name="reason"
          label={reason.label ?? words.reason}
          language={shell.language}
          value={reason.value ?? ''}
          error={reason.error ?? null}
        />
      )}
      <p class="choices">
        {choices.map(({ value, label, key }, index) => (
          <Button
            name="decision"
            value={value}
            secondary={index > 0 || isAside === true}
            working={words.sending}
            keyshortcuts={key}
          >
            {label}
          </Button>
        ))}
      </p>
    </ConsoleForm>
  );
}
