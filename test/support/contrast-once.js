/*
 * Runs in the page, after axe. Contrast is most of axe's time, and the elements of a site have the same few pairs of
 * colors. An element whose text, size and grounds were judged good before is not judged again. What is over or under a
 * text is taken from its ancestors, so an element is always judged if an ancestor's ground does not reach around its
 * text, or if anything else that paints overlaps it. Only what passed is remembered, so a fault is found wherever it is.
 */
(() => {
  const { axe } = window;
  const rule = axe._audit.rules.find(({ id }) => id === 'color-contrast');
  const check = axe._audit.checks['color-contrast'];
  const { matches } = rule;
  const { evaluate } = check;
  let known = new Set();
  let passed = new Set();
  let grounds = new Map();
  let paints = new Map();
  let keys = new Map();
  let painters = [];

  window.contrastOnce = {
    begin(knownKeys) {
      known = new Set(knownKeys);
      passed = new Set();
      grounds = new Map();
      paints = new Map();
      keys = new Map();
      painters = [...document.querySelectorAll('*')]
        .filter(isPainted)
        .map((element) => ({ element, box: element.getBoundingClientRect() }));
    },
    /** The keys that passed now and were not known. */
    end: () => [...passed],
  };

  rule.matches = function (node, ...rest) {
    // axe says the same, after a look at all ancestors and at the labels of fields.
    if (!isField(node) && !node.shadowRoot && textsOf(node).length === 0) return false;
    const key = keyOf(node);
    keys.set(node, key);
    return !(key !== null && known.has(key)) && matches.call(this, node, ...rest);
  };
  check.evaluate = function (node, options, virtualNode, ...rest) {
    const isGood = evaluate.call(this, node, options, virtualNode, ...rest);
    const key = keys.get(node) ?? null;
    if (isGood === true && key !== null && axe.commons.dom.isVisibleOnScreen(virtualNode)) passed.add(key);
    return isGood;
  };

  /** All that the contrast of the element's own text depends on; null if it has to be judged by itself. */
  function keyOf(element) {
    if (/^(?:svg|text)$/i.test(element.localName)) return null;
    const box = isField(element) ? element.getBoundingClientRect() : boxOfText(element);
    if (!box) return null;
    const { texts, around } = groundOf(element);
    const isAround = around.every((ground) => contains(ground, box));
    const isOverlapped = painters.some(
      (painter) => overlaps(painter.box, box) && !painter.element.contains(element),
    );
    if (!isAround || isOverlapped) return null;
    const style = getComputedStyle(element);
    const { color, fontSize, fontWeight, textShadow, webkitTextFillColor, webkitTextStroke } = style;
    const own = [color, fontSize, fontWeight, textShadow, webkitTextFillColor, webkitTextStroke];
    const kind = isField(element) ? `${element.localName} ${element.type}` : '';
    return [kind, ...own, ...texts].join('|');
  }

  function isField(element) {
    return /^(?:input|select|textarea)$/.test(element.localName);
  }

  function textsOf(element) {
    return [...element.childNodes].filter((child) => child.nodeType === 3 && child.nodeValue.trim() !== '');
  }

  function boxOfText(element) {
    const range = document.createRange();
    const boxes = textsOf(element).map((child) => {
      range.selectNodeContents(child);
      return range.getBoundingClientRect();
    });
    if (boxes.length === 0) return null;
    return {
      left: Math.min(...boxes.map(({ left }) => left)),
      right: Math.max(...boxes.map(({ right }) => right)),
      top: Math.min(...boxes.map(({ top }) => top)),
      bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
    };
  }

  /** What an element and its ancestors paint behind it, the nearest first. */
  function groundOf(element) {
    if (!element) return { texts: [], around: [] };
    const seen = grounds.get(element);
    if (seen) return seen;
    const above = groundOf(element.parentElement);
    const ground = isPainted(element)
      ? {
          texts: [paintOf(element), ...above.texts],
          around: [element.getBoundingClientRect(), ...above.around],
        }
      : above;
    grounds.set(element, ground);
    return ground;
  }

  function isPainted(element) {
    const empty = 'rgba(0, 0, 0, 0) none 1 none normal none none';
    return paintOf(element) !== empty || /^(?:img|svg|video|canvas|iframe|object)$/i.test(element.localName);
  }

  function paintOf(element) {
    const seen = paints.get(element);
    if (seen !== undefined) return seen;
    const style = getComputedStyle(element);
    const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode, clipPath, maskImage } = style;
    const parts = [backgroundColor, backgroundImage, opacity, filter, mixBlendMode, clipPath, maskImage];
    const paint = parts.join(' ');
    paints.set(element, paint);
    return paint;
  }

  /** Half a pixel is a matter of rounding. */
  function contains(outer, inner) {
    const isWide = outer.left <= inner.left + 0.5 && outer.right >= inner.right - 0.5;
    return isWide && outer.top <= inner.top + 0.5 && outer.bottom >= inner.bottom - 0.5;
  }

  function overlaps(one, other) {
    const isBeside = one.right <= other.left + 0.5 || one.left >= other.right - 0.5;
    return !isBeside && one.bottom > other.top + 0.5 && one.top < other.bottom - 0.5;
  }
})();
