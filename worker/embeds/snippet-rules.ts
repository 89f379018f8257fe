import { type FrameOptions, ownQuery, sharedQuery } from './rules.ts';

export type Widget = {
  /** Where the site is, without a slash at its end. */
  site: string;
  /** Of the action's page. */
  path: string;
  /** What the link says, in the language of the widget. */
  label: string;
  title: string;
  options: Pick<FrameOptions, 'source' | 'language' | 'accent' | 'isCompact' | 'hasProgress'>;
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
  const { source, language, accent, isCompact, hasProgress } = widget.options;
  const attributes = [
    attribute('href', sourcedAddress(widget)),
    attribute('data-undersigned', path.slice(1)),
    source && attribute('data-source', source),
    language && attribute('data-lang', language),
    accent && attribute('data-accent', accent),
    isCompact && 'data-compact',
    !hasProgress && attribute('data-progress', 'off'),
  ].filter((part) => typeof part === 'string' && part !== '');
  return `<a ${attributes.join(' ')}>${escaped(label)}</a>\n<script async src="${site}/embed/v1.js"></script>`;
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
    attribute('style', 'border:0'),
  ];
  return `<iframe ${attributes.join(' ')}></iframe>`;
}

/** What a site with a strict content security policy adds to it. */
export function policyFor(site: string): string {
  return `frame-src ${site}; script-src ${site}`;
}

/** A frame that shows the count and a link, without a form. */
export function counterFrame(widget: Widget, { width, height }: { width: number; height: number }): string {
  const query = sharedQuery(widget.options);
  const src = `${widget.site}/embed${widget.path}/counter${query && `?${query}`}`;
  const attributes = [
    attribute('src', src),
    attribute('title', widget.title),
    attribute('width', String(width)),
    attribute('height', String(height)),
    attribute('style', 'border:0'),
  ];
  return `<iframe ${attributes.join(' ')}></iframe>`;
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
