import type { Child } from 'hono/jsx';

export type ButtonProps = {
  children: Child;
  /** What the button says while its form is on the way. */
  working?: string;
  secondary?: boolean;
};

export function Button({ children, working, secondary }: ButtonProps) {
  return (
    <button class={secondary ? 'button secondary' : 'button'} type="submit" data-working={working}>
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
