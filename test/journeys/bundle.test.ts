import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { copy as paperCopy } from '../../worker/paper/pages/copy.ts';
import { copy as petitionCopy } from '../../worker/petitions/pages/copy.ts';
import { modulesOf } from '../support/build-worker.ts';
import { root } from '../support/harness.ts';

// The site of these tests was built there.
const modules = new Map(
  modulesOf(join(root, 'dist')).map((path) => [basename(path), readFileSync(path, 'utf8')]),
);
const all = [...modules.values()];

/** The modules that a start evaluates. */
function earlyModules(): string[] {
  const reached = new Set(['index.js']);
  for (const name of reached) {
    for (const [, next = ''] of (modules.get(name) ?? '').matchAll(/(?:from|import) ?["']\.\/([^"']+)["']/g))
      reached.add(next);
  }
  return [...reached];
}

test('the Worker has at most 700 KB, compressed', () => {
  expect(gzipSync(all.join('\n')).length / 1024).toBeLessThanOrEqual(700);
});

test('a start evaluates nothing that is only used late, and needs no asset', () => {
  const early = earlyModules();
  expect(early.filter((name) => name.includes('late'))).toEqual([]);
  expect(early.map((name) => modules.get(name)).join('\n')).toContain(petitionCopy.es.form.heading);
  expect([...modules.keys()].filter((name) => !early.includes(name))).toContain('part-late.js');
});

test('the texts of late pages are in the asset that they are read from, and in no module', () => {
  const address = /\/assets\/late-texts-[0-9a-f]{8}\.json/.exec(all.join('\n'))?.[0] ?? '';
  const texts = JSON.parse(readFileSync(join(root, 'web/public', address), 'utf8'));
  expect(texts).toContainEqual({ copy: paperCopy });
  for (const module of all) expect(module).not.toContain(paperCopy.en.start.codeHint);
});

test('no sentence, query or markup of late code is in a module: all of them are in the asset', () => {
  const address = /\/assets\/late-texts-[0-9a-f]{8}\.json/.exec(all.join('\n'))?.[0] ?? '';
  const [strings] = JSON.parse(readFileSync(join(root, 'web/public', address), 'utf8')) as [string[]];
  for (const [name, module] of modules) {
    if (!/^part-late(-pages|-stores)?\.js$/.test(name)) continue;
    expect(module).toMatch(/\[0\]\[\d+\]/);
    const long = strings.filter((text) => text.length > 60 && module.includes(text));
    expect(long).toEqual([]);
  }
});
