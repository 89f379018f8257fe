import type { Child } from 'hono/jsx';
import { HelpLines, type HelpLinesProps } from '../../../web/components/help-lines.tsx';
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

/** The campaign's help lines, on the screen only. */
export function Help(props: HelpLinesProps) {
  return (
    <div class="not-printed">
      <HelpLines {...props} />
    </div>
  );
}
