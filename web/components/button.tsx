import type { Child } from 'hono/jsx';

export type ButtonProps = {
  children: Child;
  /** What the button says while its form is on the way. */
  working?: string;
  secondary?: boolean;
  /** What pressing it adds to the form. */
  name?: string;
  value?: string;
  /** Where this button sends the form, if not where the others do. */
  formaction?: string;
};

export function Button({ children, working, secondary, name, value, formaction }: ButtonProps) {
  return (
    <button
      class={secondary ? 'button secondary' : 'button'}
      type="submit"
      data-working={working}
      name={name}
      value={value}
      formaction={formaction}
    >
      {children}
    </button>
  );
}

export function ButtonLink({ href, children }: { href: string; children: Child }) {
  return (
    <a class="button" href={href}>
      {children}
    </a>
  );
}
