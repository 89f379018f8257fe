/**
 * Runs on other sites' pages. It puts a widget before each link `<a data-undersigned="petitions/SLUG">`, which shows
 * the form in a frame and hides the link. If anything fails, the link is shown again. It never moves, removes or wraps
 * a node that it did not create, because the page's own framework may rely on finding it. The events of the widget are
 * a contract: `undersigned:ready`, `undersigned:signed` and `undersigned:resize`, whose detail holds nothing personal.
 */
type FrameMessage = { v?: unknown; type?: unknown; height?: unknown; at?: unknown };

const tag = 'undersigned-widget';
const links = 'a[data-undersigned]';
const options = ['source', 'lang', 'accent', 'compact', 'progress', 'scheme'];
const lowest = 200;
/** The path of an action's page, such as "petitions/SLUG". */
const actionPath = /^[a-z]+s\/[a-z0-9-]+$/;
/** How long a page of ours may take after its load event to report that it is ready, in milliseconds. */
const patience = 1500;

const running = document.currentScript;

/**
 * The origins of our sites that serve this script to the page. Empty if an optimizer has moved the script into another
 * file or into the page. Then each link's own address says where its form is.
 */
function servers(): string[] {
  return [running, ...document.scripts].flatMap((script) => {
    const [, origin] =
      /^(https?:\/\/[^/]+)\/embed\/v1\.js/.exec((script as HTMLScriptElement | null)?.src ?? '') ?? [];
    return origin && origin !== location.origin ? [origin] : [];
  });
}

/** Whether the link leads to us. Links to other sites are left alone. */
function leadsTo(link: HTMLAnchorElement, action: string): boolean {
  const known = servers();
  return known.length > 0 ? known.includes(link.origin) : link.pathname === `/${action}`;
}

const widgets = new Set<Widget>();
let count = 0;

class Widget extends HTMLElement {
  static observedAttributes = ['action', 'petition', 'survey', ...options];
  #id = `u${++count}`;
  #frame = document.createElement('iframe');
  #slot = document.createElement('slot');
  #home = '';
  #scheme = '';
  #readies = 0;
  #loads = 0;
  /** Asks for a frame without Turnstile, which pages with `Cross-Origin-Embedder-Policy` block. */
  #isIsolated = self.crossOriginIsolated;
  /** The page's own link, which stands beside the widget. */
  link: HTMLAnchorElement | null = null;

  connectedCallback() {
    widgets.add(this);
    if (!this.shadowRoot) this.#build();
    this.load();
  }

  disconnectedCallback() {
    widgets.delete(this);
    this.#await();
  }

  /** With this callback, moving the node within its page does not reload the frame, so what was typed stays. */
  connectedMoveCallback() {}

  attributeChangedCallback() {
    if (this.shadowRoot && this.isConnected) this.load();
  }

  hears({ source, origin, data }: MessageEvent<FrameMessage | null>) {
    const isOurs = origin === this.#home || (origin === 'null' && self.origin === 'null');
    if (source !== this.#frame.contentWindow || !isOurs || data?.v !== 1) return;
    if (data.type === 'signed') this.#say('signed', {});
    if (Number.isFinite(data.height)) this.#resize(data.height as number);
    if (data.type === 'ready') this.#ready(data.at);
  }

  #build() {
    const frame = this.#frame;
    frame.width = '100%';
    frame.height = '480';
    frame.referrerPolicy = 'origin';
    Object.assign(frame.style, { display: 'block', border: '0', width: '100%' });
    frame.onload = () => this.#watch();
    this.#slot.onslotchange = () => this.load();
    const root = this.attachShadow({ mode: 'open' });
    root.append(this.#slot);
    // A style attribute would differ from the HTML that a framework has rendered.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(':host{display:block;flex:1 1 100%;min-width:0;width:100%}');
    root.adoptedStyleSheets = [sheet];
  }

  load() {
    const action = actionOf(this);
    this.#home = action ? this.#homeOf(action) : '';
    if (!this.#home) return;
    const query = this.#query();
    const src = `${this.#home}/embed/${action}?${query}`;
    const frame = this.#frame;
    frame.title = this.title || (this.link ?? this).textContent?.trim() || 'Undersigned';
    if (frame.src === src) return;
    this.#await();
    const scheme = query.get('scheme') ?? '';
    frame.style.colorScheme = scheme === 'auto' ? 'light dark' : scheme;
    frame.loading = this.getBoundingClientRect().top > innerHeight ? 'lazy' : 'eager';
    frame.src = src;
    // Insert the frame only once it has an address. Before, it would load an empty page.
    if (!frame.isConnected) this.shadowRoot?.prepend(frame);
  }

  #homeOf(action: string): string {
    const link = this.link ?? this.querySelector('a');
    return link && leadsTo(link, action) ? link.origin : (servers()[0] ?? '');
  }

  #query(): URLSearchParams {
    this.#scheme ||= schemeAround(this);
    const query = new URLSearchParams({ id: this.#id });
    if (self.origin !== 'null') query.set('host', self.origin);
    if (this.#isIsolated) query.set('isolated', '1');
    for (const name of options) {
      const value = this.getAttribute(name) ?? (name === 'scheme' ? this.#scheme : null);
      if (value !== null) query.set(name, spelled(name, value));
    }
    return query;
  }

  /** Shows the link until the form has loaded. */
  #await() {
    this.#readies = this.#loads = 0;
    this.#showLink(true);
  }

  #showLink(isShown: boolean) {
    for (const one of [this.#slot, this.link]) if (one) one.style.display = isShown ? '' : 'none';
  }

  /**
   * If a page loads in the frame but never reports that it is ready, it is the browser's error page. The page around may
   * have a `Cross-Origin-Embedder-Policy`, which a script cannot see, so another frame is tried once.
   */
  #watch() {
    const due = ++this.#loads;
    setTimeout(() => {
      if (this.#readies >= due || this.#loads < due) return;
      if (this.#readies === 0 && !this.#isIsolated) {
        this.#isIsolated = true;
        return this.load();
      }
      this.#loads = this.#readies;
      this.#frame.style.height = `${lowest}px`;
      this.#showLink(true);
    }, patience);
  }

  /** `at` is the place to show to the reader, measured from the top of the frame. */
  #ready(at: unknown) {
    const frame = this.#frame;
    const top = frame.getBoundingClientRect().top + Number(at);
    // The next page in the frame may be much shorter than the form, and the reader is still at the form's end.
    if (this.#readies > 0 && (top < 48 || top > innerHeight - 160)) {
      frame.style.scrollMarginTop = `${-Number(at)}px`;
      frame.scrollIntoView();
    }
    this.#readies = Math.min(this.#readies, this.#loads) + 1;
    this.#showLink(false);
    this.#say('ready', {});
  }

  #resize(asked: number) {
    const height = Math.max(lowest, Math.ceil(asked));
    this.#frame.style.height = `${height}px`;
    this.#say('resize', { height });
  }

  #say(what: string, more: object) {
    const detail = { action: actionOf(this), source: this.getAttribute('source'), ...more };
    this.dispatchEvent(new CustomEvent(`undersigned:${what}`, { bubbles: true, composed: true, detail }));
  }
}

/** Upgrades all links in a document, an element or a shadow root, including those added later. */
function upgrade(root: Document | DocumentFragment | Element): void {
  upgradeIn(root);
  new MutationObserver(follow).observe(root, { childList: true, subtree: true });
}

function follow(changes: MutationRecord[]): void {
  for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
    if (node instanceof Element) upgradeIn(node);
  }
  for (const widget of widgets) if (widget.link && !widget.link.isConnected) widget.remove();
}

function upgradeIn(root: Document | DocumentFragment | Element): void {
  if (root instanceof HTMLAnchorElement && root.matches(links)) show(root);
  for (const link of root.querySelectorAll<HTMLAnchorElement>(links)) show(link);
}

/**
 * A framework may restore a page from a copy that already contains widgets. Then each widget is connected to its link
 * again.
 */
function show(link: HTMLAnchorElement): void {
  const action = link.dataset.undersigned ?? '';
  if (!actionPath.test(action) || !leadsTo(link, action) || link.closest(tag)) return;
  const before = link.previousElementSibling;
  const widget = (before?.localName === tag ? before : document.createElement(tag)) as Widget;
  if (widget.link === link) return;
  widget.link = link;
  for (const name of options) {
    const value = link.getAttribute(`data-${name}`) ?? (name === 'lang' ? spokenAround(link) : null);
    if (value !== null) widget.setAttribute(name, value);
  }
  widget.setAttribute('action', action);
  if (widget !== before) link.before(widget);
}

function spokenAround(link: Element): string | null {
  return link.closest('[lang]')?.getAttribute('lang') ?? null;
}

/** `compact` is a flag without a value. Of a language such as "es-MX" only "es" is sent. */
function spelled(name: string, value: string): string {
  if (name === 'compact') return value === 'false' ? '0' : '1';
  return name === 'lang' ? value.slice(0, 2).toLowerCase() : value;
}

/** Null if the element names no action. An action of any kind can be named by its path. */
function actionOf(widget: Element): string | null {
  const pathBy = (kind: string) => `${kind}s/${widget.getAttribute(kind) ?? ''}`;
  const paths = [widget.getAttribute('action') ?? '', pathBy('petition'), pathBy('survey')];
  return paths.find((path) => actionPath.test(path)) ?? null;
}

/** The color scheme around the widget: "light", "dark", or "auto" if the page follows the visitor's system. */
function schemeAround(widget: Element): string {
  for (let node: Element | null = widget; node; node = above(node)) {
    const color = getComputedStyle(node).backgroundColor;
    const [red = 0, green = 0, blue = 0, alpha = 1] = (/^rgb/.test(color) &&
      color.match(/[\d.]+/g)?.map(Number)) || [0, 0, 0, 0];
    if (alpha > 0) return red * 3 + green * 6 + blue < 1280 ? 'dark' : 'light';
  }
  const meta = document.querySelector<HTMLMetaElement>('meta[name=color-scheme]')?.content ?? '';
  const schemes = getComputedStyle(widget).colorScheme.replace('normal', meta);
  if (!schemes.includes('dark')) return 'light';
  return schemes.includes('light') ? 'auto' : 'dark';
}

function above(node: Element): Element | null {
  return node.parentElement ?? ((node.getRootNode() as ShadowRoot).host as Element | undefined) ?? null;
}

if (!customElements.get(tag)) {
  addEventListener('message', (event) => {
    for (const widget of widgets) widget.hears(event);
  });
  customElements.define(tag, Widget);
  Object.assign(self, { undersigned: { upgrade } });
  upgrade(document);
}
