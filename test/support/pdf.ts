import { inflateSync } from 'node:zlib';

/** The number of strings on each page of a PDF made by Chromium. 0 means an empty page. */
export function textsOfPages(pdf: Buffer): number[] {
  const text = pdf.toString('latin1');
  const pages = [...text.matchAll(/\/Type\s*\/Page\b(?!s)[\s\S]*?\/Contents (\d+) 0 R/g)];
  return pages.map(([, id]) => streamOf(text, id ?? '').match(/T[jJ]\b/g)?.length ?? 0);
}

function streamOf(text: string, id: string): string {
  const start = text.search(new RegExp(`(^|\\n)${id} 0 obj`));
  const from = text.indexOf('stream', start) + 'stream'.length;
  const length = Number(/\/Length (\d+)/.exec(text.slice(start, from))?.[1]);
  const begin = from + (text[from] === '\r' ? 2 : 1);
  return inflateSync(Buffer.from(text.slice(begin, begin + length), 'latin1')).toString('latin1');
}
