import { linkFrom, type Shell } from '../shell.ts';

export type DiscoveryProps = {
  shell: Shell;
  /** Where the site is, without a slash at its end. */
  site: string;
  action: { path: string; title: string };
};

/** For the head: where programs that are given the page's address find its counter (oEmbed). */
export function Discovery({ shell, site, action }: DiscoveryProps) {
  const url = new URL(linkFrom(shell, action.path), site);
  const query = new URLSearchParams({ url: url.href });
  return (
    <link
      rel="alternate"
      type="application/json+oembed"
      href={`${site}/oembed?${query}`}
      title={action.title}
    />
  );
}
