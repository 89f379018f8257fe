import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkCommands, downloadCommands } from '../../worker/statements/command-rules.ts';
import { root } from './source.ts';

const docs = readFileSync(join(root, 'docs/verify.md'), 'utf8');
const blocks = [...docs.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, code = '']) => code.trimEnd());

test('the commands on the page of a statement are those of docs/verify.md', () => {
  const download = downloadCommands({
    site: 'https://petitions.example',
    action: 'arrest-traffickers',
    week: '2026-W48',
  });
  expect(blocks).toContain(download);
  for (const { text } of checkCommands) expect(blocks).toContain(text);
});

test('the site serves the page and its programs as they stand there', () => {
  const served = (name: string) => readFileSync(join(root, 'web/public/docs', name), 'utf8');
  expect(served('verify.txt')).toBe(docs);
  expect(docs).toContain(`\`\`\`python\n${served('check-py.txt')}\`\`\``);
  expect(docs).toContain(`\`\`\`go\n${served('main-go.txt')}\`\`\``);
});
