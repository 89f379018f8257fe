import { expect, test } from 'vitest';
import { heightFor } from '../../worker/embeds/frame-height-rules.ts';

const page = (main: string) =>
  `<!doctype html><html><head><title>No</title></head><body>${main}</body></html>`;
const height = (main: string) => heightFor(page(main));
const field = '<div class="field"><label for="a">Name</label><input id="a" type="text"></div>';
const optional = field.replace('Name', 'Name <span class="hint">(optional)</span>');

test('the height of a page grows with what its reader sees, and leaves room for errors where they can be', () => {
  expect(height('<p>One</p><p>Two</p>')).toBeGreaterThan(height('<p>One</p>'));
  expect(height(`<p>${'word '.repeat(90)}</p>`)).toBeGreaterThan(height('<p>word</p>') + 150);
  expect(height(field)).toBeGreaterThan(height(optional) + 100);
  expect(height('<textarea rows="9"></textarea>')).toBeGreaterThan(height('<textarea rows="3"></textarea>'));
});

test('what is hidden, folded or drawn takes no room', () => {
  const seen = height('<p>One</p>');
  expect(height('<p>One</p><div hidden><p>Two</p><input type="text"></div>')).toBe(seen);
  expect(height('<p>One</p><script>if (1 < 2) go()</script><svg><text>9</text></svg>')).toBe(seen);
  const folded = height(
    '<details><summary>More</summary><p>Two</p><table><tr><td>3</td></tr></table></details>',
  );
  expect(folded).toBe(height('<details><summary>More</summary></details>'));
});
