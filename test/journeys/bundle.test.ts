import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { copy as paperCopy } from '../../worker/paper/pages/copy.ts';
import { copy as petitionCopy } from '../../worker/petitions/pages/copy.ts';
import { modulesOf } from '../support/build-worker.ts';
import { root } from '../support/harness.ts';

// The site of these tests was built there.
const modules = modulesOf(join(root, 'dist')).map((path) => readFileSync(path, 'utf8'));
const [entry = ''] = modules;
const named = (name: string) => readFileSync(join(root, `dist/part-${name}.js`), 'utf8');

test('the Worker has at most 700 KB, compressed', () => {
  expect(gzipSync(modules.join('\n')).length / 1024).toBeLessThanOrEqual(700);
});

test('a start evaluates nothing that is only used late, and needs no asset', () => {
  for (const early of [entry, named('early')]) {
    expect(early).not.toMatch(/\bfrom ?["']\.\/part-late\.js["']|import ?["']\.\/part-late/);
  }
  expect(named('early')).toContain(petitionCopy.es.form.heading);
});

test('the texts of late pages are in the asset that they are read from, and in no module', () => {
  const address = /\/assets\/late-texts-[0-9a-f]{8}\.json/.exec(named('early'))?.[0] ?? '';
  const texts = JSON.parse(readFileSync(join(root, 'web/public', address), 'utf8'));
  expect(texts).toContainEqual({ copy: paperCopy });
  for (const module of modules) expect(module).not.toContain(paperCopy.en.start.codeHint);
});
