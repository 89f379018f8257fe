import { HtmlValidate } from 'html-validate';

/** The checker knows almost nothing about SVG. By the HTML standard its root element has no `hidden` attribute. */
const svg = { attributes: { hidden: { deprecated: true } } };

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  elements: ['html5', { svg: { inherit: 'svg', ...svg } }],
});

/** The mistakes in a page's HTML as it was sent, one line each. */
export function htmlFinds(html: string): string[] {
  const { results } = validator.validateStringSync(html);
  const found = results.flatMap(({ messages }) => messages);
  const mistakes = found.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`);
  return [...new Set([...mistakes, ...boxesThatSendNothing(html)])];
}

/** A ticked box with an empty value reaches the server as one that was left empty: a consent would be lost. */
function boxesThatSendNothing(html: string): string[] {
  return [...html.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)]
    .map(([box]) => box)
    .filter((box) => !/ value="[^"]+"/.test(box))
    .map((box) => `sends nothing when it is ticked: ${box}`);
}
