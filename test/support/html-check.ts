import { HtmlValidate } from 'html-validate';

/** The checker knows nothing of SVG but that it is there: this much the HTML standard says of its root. */
const svg = { attributes: { hidden: { deprecated: true } } };

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  elements: ['html5', { svg: { inherit: 'svg', ...svg } }],
});

/** What is wrong with a page as it was sent, a line each. */
export function htmlFinds(html: string): string[] {
  const { results } = validator.validateStringSync(html);
  const found = results.flatMap(({ messages }) => messages);
  return [...new Set(found.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`))];
}
