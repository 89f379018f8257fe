import type { Child } from 'hono/jsx';

export type ButtonProps = {
  children: Child;
  /** The button's text while its form is being sent. */
  working?: string;
  secondary?: boolean;
  /** The field that pressing this button adds to the form. */
  name?: string;
  value?: string;
  /** Where this button sends the form, if it differs from the form's own `action`. */
  formaction?: string;
  formtarget?: '_blank' | undefined;
  /** The key that presses it, where a script knows of it. */
  keyshortcuts?: string | undefined;
};

export function Button({ children, working, secondary, keyshortcuts, ...props }: ButtonProps) {
  const { name, value, formaction, formtarget } = props;
  return (
    <button
      class={secondary ? 'button secondary' : 'button'}
      type="submit"
      data-working={working}
      name={name}
      value={value}
      formaction={formaction}
      formtarget={formtarget}
      aria-keyshortcuts={keyshortcuts}
    >
      {children}
    </button>
  );
}

type ButtonLinkProps = { href: string; newTab?: boolean; children: Child };

export function ButtonLink({ href, newTab, children }: ButtonLinkProps) {
  return (
    <a
      class="button"
      href={href}
      target={newTab ? '_blank' : undefined}
      rel={newTab ? 'noopener' : undefined}
    >
      {children}
    </a>
  );
}
