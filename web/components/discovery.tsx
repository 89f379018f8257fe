import { linkFrom, type Shell } from '../shell.ts';

export type DiscoveryProps = {
  shell: Shell;
  /** The site's address, without a slash at the end. */
  site: string;
  action: { path: string; title: string };
};

/** For the head of a page: tells programs that know the page's address where its oEmbed data is. */
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
