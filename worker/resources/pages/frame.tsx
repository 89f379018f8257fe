import type { Child } from 'hono/jsx';
import assets from '../../../web/assets.gen.json';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';

/**
 * The frame of pages that could give away who reads them: a neutral title without the campaign's name, and a quick exit
 * on each, also where the rest of the campaign has none.
 */
export function CarefulPage({
  shell,
  title,
  keeps,
  head,
  children,
}: {
  shell: Shell;
  title: string;
  /** Paths that the browser keeps for when there is no network. */
  keeps: readonly string[];
  head?: Child;
  children: Child;
}) {
  const careful = shell.campaign && { ...shell.campaign, hasExit: true };
  return (
    <Layout
      shell={{ ...shell, campaign: careful }}
      title={title}
      front
      head={
        <>
          {head}
          <link rel="stylesheet" href={assets.resources} />
          <script
            type="module"
            src={assets.offlineJs}
            data-scope={`/campaigns/${careful?.slug}/resources`}
            data-keeps={keeps.map((path) => linkFrom(shell, path)).join(' ')}
          />
        </>
      }
    >
      {children}
    </Layout>
  );
}
