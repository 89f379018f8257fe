import { type FrameOptions, ownQuery, sharedQuery } from './rules.ts';

export type Widget = {
  /** Where the site is, without a slash at its end. */
  site: string;
  /** Of the action's page. */
  path: string;
  /** What the link says, in the language of the widget. */
  label: string;
  title: string;
  options: Pick<FrameOptions, 'source' | 'language' | 'accent' | 'isCompact' | 'hasProgress' | 'scheme'>;
};

/** The action's page by the source. */
function sourcedAddress({ site, path, options: { source, language } }: Widget): string {
  const query = sharedQuery({ source, language });
  return `${site}${path}${query && `?${query}`}`;
}

export function frameAddress({ site, path, options }: Widget): string {
  const query = [sharedQuery(options), ownQuery(options)].filter((part) => part !== '').join('&');
  return `${site}/embed${path}${query && `?${query}`}`;
}

/** A link that works by itself, and the script that makes a form of it. */
export function linkSnippet(widget: Widget): string {
  const { site, path, label } = widget;
  const { source, language, accent, isCompact, hasProgress, scheme } = widget.options;
  const attributes = [
    attribute('href', sourcedAddress(widget)),
    attribute('data-undersigned', path.slice(1)),
    source && attribute('data-source', source),
    language && attribute('data-lang', language),
    accent && attribute('data-accent', accent),
    isCompact && 'data-compact',
    !hasProgress && attribute('data-progress', 'off'),
    scheme !== 'light' && attribute('data-scheme', scheme),
  ].filter((part) => typeof part === 'string' && part !== '');
  return `<a ${attributes.join(' ')}>${escaped(label)}</a>\n${scriptOf(site)}`;
}

/** For pages that a framework renders, with attributes that HTML and JSX spell alike. */
export function elementSnippet(widget: Widget): string {
  const { site, path } = widget;
  const { source, language, accent, isCompact, hasProgress, scheme } = widget.options;
  const attributes = [
    attribute('action', path.slice(1)),
    source && attribute('source', source),
    language && attribute('lang', language),
    accent && attribute('accent', accent),
    isCompact && attribute('compact', '1'),
    !hasProgress && attribute('progress', 'off'),
    scheme !== 'light' && attribute('scheme', scheme),
  ].filter((part) => typeof part === 'string' && part !== '');
  return `<undersigned-widget ${attributes.join(' ')}>${plainLink(widget)}</undersigned-widget>\n${scriptOf(site)}`;
}

function scriptOf(site: string): string {
  return `<script async src="${site}/embed/v1.js"></script>`;
}

/** What stays where a site takes the rest away. */
function plainLink(widget: Widget): string {
  return `<a ${attribute('href', sourcedAddress(widget))}>${escaped(widget.label)}</a>`;
}

/** For site builders that run no script: a frame of one height. */
export function frameSnippet(widget: Widget, height: number): string {
  const attributes = [
    attribute('src', frameAddress(widget)),
    attribute('title', widget.title),
    attribute('width', '100%'),
    attribute('height', String(height)),
    attribute('loading', 'lazy'),
    attribute('referrerpolicy', 'origin'),
    attribute('style', 'display:block;border:0;width:100%'),
  ];
  return `<iframe ${attributes.join(' ')}>${plainLink(widget)}</iframe>`;
}

/** What a site with a strict content security policy adds to it. */
export function policyFor(site: string): string {
  return `frame-src ${site}; script-src ${site}`;
}

/**
 * A frame that shows the count and a link, without a form. The quoted link is what stays where no script runs: until the
 * frame has told its height, WordPress shows it instead. It takes no attribute, and no link inside the frame.
 */
export function counterFrame(widget: Widget, height: number): string {
  const query = sharedQuery(widget.options);
  const src = `${widget.site}/embed${widget.path}/counter${query && `?${query}`}`;
  const attributes = [
    attribute('src', src),
    attribute('title', widget.title),
    attribute('width', '100%'),
    attribute('height', String(height)),
    attribute('frameborder', '0'),
  ];
  const link = plainLink({ ...widget, label: widget.title });
  return `<blockquote>${link}</blockquote><iframe ${attributes.join(' ')}></iframe>`;
}

function attribute(name: string, value: string): string {
  return `${name}="${escaped(value)}"`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
