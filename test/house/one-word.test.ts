import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeLinesOf, listFiles, readSources, root, shown } from './source.ts';

/** One word for one thing: the word that pages use, and the other one that would mean the same. */
const words = [
  { word: 'añadir', other: /\bagr[eé]g(a|o|u|ó)/i },
  { word: 'comité', other: /\bcomisi(ón|ones)\b/i },
  { word: 'comprobante, or número de referencia for the short one', other: /\brecibos?\b/i },
  { word: 'receipt', other: /\b(my|your own) proof\b/i },
];

/** Names of bodies as others write them. */
const exempt = ['web/addressee.ts'];

const files = [...listFiles('web'), ...listFiles('worker')].filter((file) => !exempt.includes(file));
const sources = readSources(files);

describe.each(words)('$word', ({ other }) => {
  test('has no second word beside it', () => {
    const found = files.flatMap((file) =>
      codeLinesOf(sources, file)
        .filter(({ text }) => other.test(text))
        .map(shown),
    );
    expect(found).toEqual([]);
  });

  test.each(['template', 'charlotte'])('nor in the kit %s that the program comes with', (kit) => {
    expect(readFileSync(join(root, `worker/kits/${kit}.json`), 'utf8')).not.toMatch(other);
  });
});

test('no page writes quotation marks of one language around a text of another', () => {
  const pages = files.filter((file) => file.endsWith('.tsx'));
  const marked = pages.flatMap((file) =>
    codeLinesOf(sources, file)
      .filter(({ text }) => /[“”«»]/.test(text) && !/['"`][^'"`]*[“”«»]/.test(text))
      .map(shown),
  );
  expect(marked).toEqual([]);
});
