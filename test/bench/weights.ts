import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../../worker/commands/root.ts';
import { petition } from './people.ts';
import { type Figure, figureOf } from './report.ts';

const kilobyte = 1024;

export function bundleFigure(modules: readonly string[]): Figure {
  const weight = gzipSync(Buffer.concat(modules.map((path) => readFileSync(path)))).length / kilobyte;
  return figureOf(
    'worker-bundle',
    'KB gz',
    { values: [weight] },
    { of: 'median', is: 'at most', bound: 700 },
  );
}

/** The page as a first visit loads it, with all files of ours that it refers to, each compressed. */
export async function pageFigure(port: number): Promise<Figure> {
  const weights: number[] = [];
  for (const language of ['en', 'es']) {
    const response = await fetch(`http://127.0.0.1:${port}/petitions/${petition}?lang=${language}`);
    const parts = firstViewWeights(await response.text());
    weights.push(Object.values(parts).reduce((sum, weight) => sum + weight, 0) / kilobyte);
  }
  return figureOf(
    'petition-page-weight',
    'KB gz',
    { values: weights },
    { of: 'median', is: 'at most', bound: 14 },
  );
}

/** Of the page and each file of ours that it refers to, compressed, in bytes. */
export function firstViewWeights(html: string): Record<string, number> {
  const tags = html.match(/<(?:link|script|img)\b[^>]*>/g) ?? [];
  const loaded = tags.filter((tag) => !/rel="(?:canonical|alternate)"/.test(tag)).flatMap(pathIn);
  const files = loaded.map((path) => [path, gzipSync(readFileSync(join(root, 'web/public', path))).length]);
  return { html: gzipSync(html).length, ...Object.fromEntries(files) };
}

function pathIn(tag: string): string[] {
  const path = /(?:href|src)="(\/[^"?]+)/.exec(tag)?.[1];
  return path ? [path] : [];
}
