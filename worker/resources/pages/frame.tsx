import type { Child } from 'hono/jsx';
import assets from '../../../web/assets.gen.json';
import { Layout } from '../../../web/layout.tsx';
import type { Shell } from '../../../web/shell.ts';

/**
 * The frame of pages that could give away who reads them: a neutral title without the campaign's name, and a quick exit
 * on each, also where the rest of the campaign has none.
 */
export function CarefulPage({ shell, title, children }: { shell: Shell; title: string; children: Child }) {
  const careful = shell.campaign && { ...shell.campaign, hasExit: true };
  return (
    <Layout
      shell={{ ...shell, campaign: careful }}
      title={title}
      front
      head={<link rel="stylesheet" href={assets.resources} />}
    >
      {children}
    </Layout>
  );
}
