/**
 * Runs on other people's pages: turns each link `<a data-undersigned="petitions/SLUG">` into a widget, which shows the
 * form in a frame. Where anything fails, the link is still there. What the widget says is a contract:
 * `undersigned:ready`, `undersigned:signed`, `undersigned:resize`, whose detail holds nothing personal.
 */
type FrameMessage = { v?: unknown; type?: unknown; height?: unknown };

const tag = 'undersigned-widget';
const options = ['source', 'lang', 'accent', 'compact', 'progress'];
const lowest = 200;
const highest = 4000;
/** Where an action's page is: "petitions/SLUG". */
const actionPath = /^[a-z]+s\/[a-z0-9-]+$/;

const script = document.currentScript;
const home = script instanceof HTMLScriptElement ? new URL(script.src).origin : '';

if (home && !customElements.get(tag)) start();

function start(): void {
  const widgets = new Set<Widget>();
  let count = 0;

  class Widget extends HTMLElement {
    static observedAttributes = ['action', 'petition', 'survey', ...options];
    #id = `u${++count}`;
    #frame = document.createElement('iframe');
    #link = document.createElement('slot');
    #isReady = false;

    connectedCallback() {
      widgets.add(this);
      if (!this.shadowRoot) this.#build();
      this.#load();
    }

    disconnectedCallback() {
      widgets.delete(this);
      this.#await();
    }

    attributeChangedCallback() {
      if (this.isConnected) this.#load();
    }

    hears({ source, origin, data }: MessageEvent<FrameMessage | null>) {
      const isOurs = origin === home || (origin === 'null' && self.origin === 'null');
      if (source !== this.#frame.contentWindow || !isOurs || data?.v !== 1) return;
      if (data.type === 'ready') this.#ready();
      if (data.type === 'signed') this.#say('signed', {});
      if (data.type === 'resize' && Number.isFinite(data.height)) this.#resize(data.height as number);
    }

    #build() {
      const frame = this.#frame;
      frame.width = '100%';
      frame.height = '480';
      frame.referrerPolicy = 'origin';
      Object.assign(frame.style, { display: 'block', border: '0', width: '100%', colorScheme: 'light dark' });
      if (!this.style.display) this.style.display = 'block';
      this.attachShadow({ mode: 'open' }).append(frame, this.#link);
    }

    #load() {
      const action = actionOf(this);
      if (!action) return;
      const query = new URLSearchParams({ id: this.#id });
      if (self.origin !== 'null') query.set('host', self.origin);
      for (const name of options) {
        const value = this.getAttribute(name);
        if (value !== null) query.set(name, spelled(name, value));
      }
      const src = `${home}/embed/${action}?${query}`;
      const frame = this.#frame;
      frame.title = this.title || this.textContent?.trim() || 'Undersigned';
      if (frame.src === src) return;
      this.#await();
      frame.loading = this.getBoundingClientRect().top > innerHeight ? 'lazy' : 'eager';
      frame.src = src;
    }

    /** Shows the link until the form has loaded. */
    #await() {
      this.#isReady = false;
      this.#link.style.display = '';
    }

    #ready() {
      // The next page in the frame may be far shorter than the form that was sent from its end.
      if (this.#isReady && this.getBoundingClientRect().top < 0) this.scrollIntoView();
      this.#isReady = true;
      this.#link.style.display = 'none';
      this.#say('ready', {});
    }

    #resize(asked: number) {
      const height = Math.min(highest, Math.max(lowest, Math.ceil(asked)));
      this.#frame.style.height = `${height}px`;
      this.#say('resize', { height });
    }

    #say(what: string, more: object) {
      const detail = { action: actionOf(this), source: this.getAttribute('source'), ...more };
      this.dispatchEvent(new CustomEvent(`undersigned:${what}`, { bubbles: true, composed: true, detail }));
    }
  }

  addEventListener('message', (event) => {
    for (const widget of widgets) widget.hears(event);
  });
  customElements.define(tag, Widget);
  Object.assign(self, { undersigned: { upgrade } });
  upgrade(document);
}

/** `compact` is a flag without a value; of "es-MX" only the language is sent. */
function spelled(name: string, value: string): string {
  if (name === 'compact') return '1';
  return name === 'lang' ? value.slice(0, 2).toLowerCase() : value;
}

/** Null where the element names no action. An action of any kind can be named by its path. */
function actionOf(widget: Element): string | null {
  const pathBy = (kind: string) => `${kind}s/${widget.getAttribute(kind) ?? ''}`;
  const paths = [widget.getAttribute('action') ?? '', pathBy('petition'), pathBy('survey')];
  return paths.find((path) => actionPath.test(path)) ?? null;
}

/** Upgrades all links in a document, an element or a shadow root, including later ones. */
function upgrade(root: Document | DocumentFragment | Element): void {
  upgradeIn(root);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node instanceof Element) upgradeIn(node);
    }
  }).observe(root, { childList: true, subtree: true });
}

function upgradeIn(root: Document | DocumentFragment | Element): void {
  const links = 'a[data-undersigned]';
  if (root instanceof HTMLAnchorElement && root.matches(links)) replace(root);
  for (const link of root.querySelectorAll<HTMLAnchorElement>(links)) replace(link);
}

/** Leaves links to other sites alone. */
function replace(link: HTMLAnchorElement): void {
  const { undersigned: path = '' } = link.dataset;
  if (!actionPath.test(path) || link.origin !== home || link.closest(tag)) return;
  const widget = document.createElement(tag);
  widget.setAttribute('action', path);
  for (const name of options) {
    const value = link.getAttribute(`data-${name}`);
    if (value !== null) widget.setAttribute(name, value);
  }
  const spoken = link.closest('[lang]')?.getAttribute('lang');
  if (!widget.hasAttribute('lang') && spoken) widget.setAttribute('lang', spoken);
  const place = document.createComment('');
  link.replaceWith(place);
  widget.append(link);
  place.replaceWith(widget);
}
