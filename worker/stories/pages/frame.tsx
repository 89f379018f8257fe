import type { Child } from 'hono/jsx';
import { Layout } from '../../../web/layout.tsx';
import type { Shell } from '../../../web/shell.ts';

type CarefulPageProps = {
  shell: Shell;
  title: string;
  description?: string;
  isError?: boolean;
  noindex?: boolean;
  head?: Child;
  children: Child;
};

/**
 * The frame of pages that could give away who reads or tells: a neutral title without the campaign's name, and the quick
 * exit, also where the rest of the campaign has none.
 */
export function CarefulPage({ shell, children, ...props }: CarefulPageProps) {
  const careful = shell.campaign && { ...shell.campaign, hasExit: true };
  return (
    <Layout shell={{ ...shell, campaign: careful }} front {...props}>
      {children}
    </Layout>
  );
}

export type HelpProps = {
  heading: string;
  lines: { name: string; phone: string; href: string; hours: string | null }[];
  note: string | null;
};

/** The campaign's help lines. */
export function Help({ heading, lines, note }: HelpProps) {
  return (
    <div class="notice not-printed">
      <p>
        <b>{heading}</b>
      </p>
      {lines.map(({ name, phone, href, hours }) => (
        <p>
          {name}: <a href={href}>{phone}</a>
          {hours && `, ${hours}`}
        </p>
      ))}
      {note && <p>{note}</p>}
    </div>
  );
}
