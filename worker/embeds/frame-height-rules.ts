/**
 * How high a frame has to be for a page of ours on the narrowest phone, with an error at every field that has to be
 * filled in: builders of sites set one height for all. Estimated from the page's own HTML; a test compares with a
 * browser.
 */
export function heightFor(html: string): number {
  const open: Open[] = [];
  let height = edges;
  let errors = 0;
  let text = '';
  let isOptional = false;

  function endText() {
    const element = open.at(-1);
    const letters = text
      .replace(/&[#a-z0-9]+;/g, '_')
      .replace(/\s+/g, ' ')
      .trim().length;
    const { letter, line, gap } = styles[element?.style ?? 'p'] ?? paragraph;
    if (letters > 0 && !element?.isHidden) {
      height += Math.ceil((letters * letter) / width) * line + gap;
      if (!isOptional && isAsked(open)) errors += 1;
    }
    text = '';
    isOptional = false;
  }

  for (const [, slash, name = '', attributes = '', words] of bodyOf(html).matchAll(token)) {
    if (words !== undefined) text += words;
    else if (inline.has(name)) isOptional ||= attributes.includes('"hint"');
    else if (slash) {
      endText();
      open.pop();
    } else {
      endText();
      const element = opened(name, attributes, open.at(-1));
      if (!element.isHidden) height += controlHeight(name, attributes);
      if (!isVoid.has(name)) open.push(element);
    }
  }
  const withErrors = errors > 0 ? summary + errors * perError : 0;
  return Math.ceil((height + withErrors) / 10) * 10;
}

type Open = { name: string; style: string; isHidden: boolean };

const token = /<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/g;
const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'br',
  'code',
  'em',
  'i',
  'noscript',
  'span',
  'strong',
  'time',
]);
const isVoid = new Set(['hr', 'img', 'input', 'link', 'meta']);

/** Without what no reader sees, and without what is drawn. */
function bodyOf(html: string): string {
  const drawn = /<(script|svg|datalist)\b.*?<\/\1>|<option.*?<\/option>|<span class="unseen">.*?<\/span>/gs;
  return html
    .replace(/^.*<body[^>]*>/s, '')
    .replace(/<\/body>.*$/s, '')
    .replace(drawn, '');
}

function opened(name: string, attributes: string, parent: Open | undefined): Open {
  const isFolded = parent?.name === 'details' && name !== 'summary';
  const isHidden = parent?.isHidden || isFolded || /\bhidden\b|class="(pot|enter)"/.test(attributes);
  const isTick = /class="[^"]*\btick\b/.test(attributes) || (parent?.style === 'tick' && name === 'label');
  const isSmall =
    /class="[^"]*\b(hint|small|kicker|frame-foot)\b/.test(attributes) || parent?.style === 'small';
  return { name, style: isTick ? 'tick' : isSmall ? 'small' : name, isHidden };
}

/** The label of a field, or the legend of a group of them. */
function isAsked(open: Open[]): boolean {
  const { name, style } = open.at(-1) ?? paragraph;
  const isInGroup = open.some((element) => element.name === 'fieldset');
  return name === 'legend' || (name === 'label' && style === 'label' && !isInGroup);
}

function controlHeight(name: string, attributes: string): number {
  if (name === 'textarea') return 24 * Number(/rows="(\d+)"/.exec(attributes)?.[1] ?? 4) + 24;
  if (name === 'select') return 54;
  if (name !== 'input' || /type="(hidden|checkbox|radio)"/.test(attributes)) return 0;
  return 54;
}

/** In pixels, of a frame of 280: the width of its text, and what stands above and below. */
const width = 248;
const edges = 60;
const summary = 130;
const perError = 96;

/** The width of a letter, the height of a line, and the room around a block. */
const paragraph = { name: 'p', style: 'p', letter: 7.4, line: 24, gap: 14 };
const styles: Record<string, { letter: number; line: number; gap: number }> = {
  h1: { letter: 12.6, line: 29, gap: 12 },
  h2: { letter: 10.4, line: 24, gap: 36 },
  h3: { letter: 10.4, line: 24, gap: 24 },
  label: { letter: 7.8, line: 24, gap: 16 },
  tick: { letter: 8.8, line: 24, gap: 24 },
  legend: { letter: 10.2, line: 26, gap: 44 },
  small: { letter: 6.2, line: 20, gap: 10 },
  li: { letter: 7.4, line: 24, gap: 8 },
  button: { letter: 8.4, line: 21, gap: 44 },
  summary: { letter: 7.4, line: 24, gap: 36 },
};
