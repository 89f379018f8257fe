import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { listFiles, root } from './source.ts';

type Catalogue = { [key: string]: string | string[] | Catalogue };

const files = [...listFiles('web'), ...listFiles('worker')].filter((file) => /(^|[/-])copy\.ts$/.test(file));
const catalogues = await Promise.all(
  files.map(async (file) => {
    const module: Record<string, unknown> = await import(pathToFileURL(join(root, file)).href);
    const found = Object.values(module).filter(isCatalogue);
    return { file, found };
  }),
);

function isCatalogue(value: unknown): value is { en: Catalogue; es: Catalogue } {
  return typeof value === 'object' && value !== null && 'en' in value && 'es' in value;
}

/** All texts with their paths. */
function textsOf(catalogue: Catalogue, path = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') return [[here, value] as [string, string]];
    return textsOf(value as Catalogue, here);
  });
}

/** The names of the placeholders, also within the branches of plurals and of choices. */
function placeholdersOf(text: string): string[] {
  const ast = new IntlMessageFormat(text, 'en-US', undefined, { ignoreTag: true }).getAst();
  return [...new Set(namesIn(ast))].sort();
}

type Parts = ReturnType<IntlMessageFormat['getAst']>;
/** As the parser numbers the kinds of parts. */
const [literal, pound] = [0, 7];

function namesIn(parts: Parts): string[] {
  return parts.flatMap((part) => {
    const within =
      'options' in part ? Object.values(part.options).flatMap(({ value }) => namesIn(value)) : [];
    const isNamed = part.type !== literal && part.type !== pound;
    return [...(isNamed && 'value' in part ? [String(part.value)] : []), ...within];
  });
}

test('every catalogue is found', () => {
  expect(catalogues.length).toBeGreaterThan(5);
  expect(catalogues.filter(({ found }) => found.length === 0)).toEqual([]);
});

describe.each(catalogues.flatMap(({ file, found }) => found.map((copy) => ({ file, copy }))))(
  '$file',
  ({ copy }) => {
    const english = new Map(textsOf(copy.en));
    const spanish = new Map(textsOf(copy.es));

    test('has the same keys in English and Spanish', () => {
      expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort());
    });

    test('fills the same placeholders in both', () => {
      const unlike = [...english].filter(([key, text]) => {
        return placeholdersOf(text).join() !== placeholdersOf(spanish.get(key) ?? '').join();
      });
      expect(unlike).toEqual([]);
    });

    test('quotes in the way of its language', () => {
      const bad = [
        ...[...english].filter(([, text]) => /[«»]/.test(text)),
        ...[...spanish].filter(([, text]) => /[“”]/.test(text)),
      ];
      expect(bad).toEqual([]);
    });

    test('leaves no text empty, and shouts nowhere', () => {
      const bad = [...english, ...spanish].filter(([, text]) => text.trim() === '' || /[!¡]/.test(text));
      expect(bad).toEqual([]);
    });
  },
);
