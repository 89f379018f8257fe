import type { Language } from '../../web/language.ts';
import type { FormPage } from '../kits/form-rules.ts';
import { type Change, type Json, type Path, pathText } from '../kits/json-rules.ts';
import { type Line, lineChanges } from './diff-rules.ts';
import { type KitWords, kitWords } from './kit-words.ts';

/** A change as a page shows it. */
export type ChangeRow = {
  /** Names the change in a form. */
  id: string;
  /** "Petition: Longer hours, Text (Spanish)". */
  where: string;
  path: string;
  what: 'new' | 'gone' | 'changed' | 'moved';
  lines: Line[];
};

/** Says changes of a kit in the words of its forms. */
export function rowsIn(
  changes: readonly Change[],
  {
    before,
    after,
    pages,
    language,
  }: { before: Json; after: Json; pages: readonly FormPage[]; language: Language },
): ChangeRow[] {
  const [old, now] = [before, after].map((json) => kitWords(json, pages, language));
  return old && now ? changes.map((change) => rowOf(change, { old, now })) : [];
}

/** One change for each field that is written as one text, however many places in it differ. */
export function changesByField(
  changes: readonly Change[],
  { before, after, pages }: { before: Json; after: Json; pages: readonly FormPage[] },
): Change[] {
  const [old, now] = [before, after].map((json) => kitWords(json, pages, 'en'));
  if (!old || !now) return [...changes];
  const valueIn = (words: KitWords, path: Path) => (words.lines(path).length > 0 ? '' : undefined);
  const summed = changes.map((change): Change => {
    const path = now.writtenAround(change.path) ?? old.writtenAround(change.path);
    return path ? { path, before: valueIn(old, path), after: valueIn(now, path) } : change;
  });
  return [...new Map(summed.map((change) => [idOf(change), change])).values()];
}

function rowOf(change: Change, { old, now }: { old: KitWords; now: KitWords }): ChangeRow {
  const { path, before, after, isOrder } = change;
  const isGone = after === undefined;
  const shown = isOrder
    ? lineChanges(titlesOf(before, old.entries(path)), titlesOf(after, now.entries(path)))
    : lineChanges(before === undefined ? [] : old.lines(path), isGone ? [] : now.lines(path));
  return {
    id: idOf(change),
    where: (isGone ? old : now).where(path),
    path: pathText(path),
    what: isOrder ? 'moved' : isGone ? 'gone' : before === undefined ? 'new' : 'changed',
    lines: linesOf(shown),
  };
}

export function idOf({ path, isOrder }: Pick<Change, 'path' | 'isOrder'>): string {
  return JSON.stringify([path, isOrder ? 1 : 0]);
}

function titlesOf(names: Json | undefined, titles: ReadonlyMap<string, string>): string[] {
  return Array.isArray(names) ? names.map((name) => titles.get(String(name)) ?? String(name)) : [];
}

/** Where a problem such as `petitions[0].text.es` is, in the words of the form. */
export function placeWords(path: string, words: KitWords): string {
  const steps = path
    .replaceAll(/\[([^\]]*)\]/g, '.$1')
    .split('.')
    .filter((step) => step !== '');
  return words.where(steps.map((step): Path[number] => (/^\d{1,4}$/.test(step) ? Number(step) : step)));
}

const mostLines = 400;

/** Of what stays the same, only the line before and after a change. */
function linesOf(lines: Line[]): Line[] {
  const isNear = (at: number) => [-1, 0, 1].some((by) => (lines[at + by]?.kind ?? 'same') !== 'same');
  const shown: Line[] = lines.flatMap((line, at) => {
    if (isNear(at)) return [line];
    return isNear(at - 1) ? [{ kind: 'same' as const, text: '…' }] : [];
  });
  return shown.length > mostLines ? [...shown.slice(0, mostLines), { kind: 'same', text: '…' }] : shown;
}
