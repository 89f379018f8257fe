export type DiscoveryProps = {
  /** Where the site is, without a slash at its end. */
  site: string;
  action: { path: string; title: string };
};

/** For the head: where programs that are given the page's address find its counter (oEmbed). */
export function Discovery({ site, action }: DiscoveryProps) {
  const query = new URLSearchParams({ url: site + action.path });
  return (
    <link
      rel="alternate"
      type="application/json+oembed"
      href={`${site}/oembed?${query}`}
      title={action.title}
    />
  );
}
