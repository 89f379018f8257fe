import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { undrawnIn } from '../../web/cards/fold-rules.ts';
import { root } from './root.ts';

/** The letters of a kit's titles that the pictures of shared links cannot show, one line for each title. */
export function cardNotes(kit: unknown): string[] {
  const font: { title: { letters: string } } = JSON.parse(
    readFileSync(join(root, 'web/public/card-font.json'), 'utf8'),
  );
  return titlesIn(kit, '').flatMap(({ path, text }) => {
    const missing = undrawnIn(text, font.title.letters);
    if (missing.length === 0) return [];
    return [
      `${path}: the picture of shared links has no letters for ${missing.join(' ')} and leaves them out`,
    ];
  });
}

type Title = { path: string; text: string };

/** Of the campaign and of each of its actions, whatever kinds of them there are. */
function titlesIn(value: unknown, path: string): Title[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): Title[] => {
    const at = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    const isOwner = /^(campaign|[a-z]+\[\d+\])$/.test(path);
    if (isOwner && key === 'title') return textsIn(inner, at);
    return isOwner ? [] : titlesIn(inner, at);
  });
}

function textsIn(text: unknown, path: string): Title[] {
  if (typeof text !== 'object' || text === null) return [];
  return Object.entries(text).flatMap(([language, words]) =>
    typeof words === 'string' ? [{ path: `${path}.${language}`, text: words }] : [],
  );
}
