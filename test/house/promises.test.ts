import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Promises that pages once made and nothing kept. Whoever implements one of them removes its line here. */
const promises = [
  /We read comments before|Leemos los comentarios antes/,
  /Email me news|recibir noticias de esta campaña/,
  /Its answer will be shown|Su respuesta se mostrará/,
  /Only then do they get|Solo así recibe/,
  /(waiting|set aside) for a check|espera[n]? una revisión|para revisarlas/i,
  /person from the campaign will look|Una persona de la campaña mirará/,
  /gets a count every week|Un recuento semanal llega a/,
  /counts once, on paper or online|en papel o en línea/,
  /see what your city council is told|vea lo que recibe su concejo/,
];

const catalogues = ['web', 'worker'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /copy[a-z-]*\.ts$|-copy\.ts$/.test(name) && !name.includes('public/'))
    .map((name) => join(folder, name)),
);

test('no catalogue promises something that is not implemented', () => {
  expect(catalogues.length).toBeGreaterThan(30);
  const found = catalogues.flatMap((name) => {
    const text = readFileSync(join(root, name), 'utf8');
    return promises.flatMap((promise) => {
      const words = promise.exec(text)?.[0];
      return words ? [`${name}: ${words}`] : [];
    });
  });
  expect(found).toEqual([]);
});
