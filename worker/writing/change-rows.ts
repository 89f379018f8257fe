import type { Language } from '../../web/language.ts';
import { type Change, type Json, type Path, pathText } from '../kits/json-rules.ts';
import { keyWord, type Line, lineChanges } from './diff-rules.ts';

/** A change as a page shows it. */
export type ChangeRow = {
  /** Names the change in a form. */
  id: string;
  /** "Petitions, library, text, Spanish". */
  where: string;
  path: string;
  isOrder: boolean;
  lines: Line[];
};

export function rowOf(change: Change, language: Language): ChangeRow {
  const { path, before, after, isOrder = false } = change;
  return {
    id: idOf(change),
    where: pathWords(path, language),
    path: pathText(path),
    isOrder,
    lines: linesOf(lineChanges(textOf(before), textOf(after))),
  };
}

export function idOf({ path, isOrder }: Pick<Change, 'path' | 'isOrder'>): string {
  return JSON.stringify([path, isOrder ? 1 : 0]);
}

export function pathWords(path: Path, language: Language): string {
  const words = path.map((step) => {
    if (typeof step === 'string') return keyWord(step, language);
    return typeof step === 'number' ? String(step + 1) : step.is;
  });
  return words.join(', ') || keyWord('campaign', language);
}

function textOf(value: Json | undefined): string[] {
  if (value === undefined) return [];
  return (typeof value === 'string' ? value : JSON.stringify(value, null, 2)).split('\n');
}

/** Of what stays the same, only the line before and after a change. */
function linesOf(lines: Line[]): Line[] {
  const isNear = (at: number) => [-1, 0, 1].some((by) => (lines[at + by]?.kind ?? 'same') !== 'same');
  return lines.flatMap((line, at) => {
    if (isNear(at)) return [line];
    return isNear(at - 1) ? [{ kind: 'same' as const, text: '…' }] : [];
  });
}
