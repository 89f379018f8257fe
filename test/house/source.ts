import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export type Line = { file: string; number: number; text: string };
export type Import = Line & { from: string; isType: boolean; isPackage: boolean };

/** The text of each file, by its path from the root. */
export type Sources = ReadonlyMap<string, string>;

/** All TypeScript files in a folder of the project, by their path from the root. */
export function listFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('node_modules'))
    .map((file) => `${folder}/${file}`)
    .sort();
}

export function readSources(files: string[]): Sources {
  return new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

export function linesOf(sources: Sources, file: string): Line[] {
  const text = sources.get(file) ?? '';
  return text.split('\n').map((line, index) => ({ file, number: index + 1, text: line }));
}

/** All lines that are not comments. */
export function codeLinesOf(sources: Sources, file: string): Line[] {
  return linesOf(sources, file).filter(({ text }) => !/^\s*(\/\/|\*|\/\*)/.test(text));
}

const importLine =
  /^(?:import|export)\b(?<clause>[^'"]*?)\bfrom\s+['"](?<from>[^'"]+)['"]|^import\s+['"](?<bare>[^'"]+)['"]|\bimport\(['"](?<late>[^'"]+)['"]\)/gm;

/** What a file imports; our own files by their path from the root. `isType` if the import is gone at run time. */
export function importsOf(sources: Sources, file: string): Import[] {
  const source = sources.get(file) ?? '';
  let [line, counted] = [1, 0];
  return [...source.matchAll(importLine)].map((match) => {
    line += source.slice(counted, match.index).split('\n').length - 1;
    counted = match.index;
    const { clause = '', bare, late, from = bare ?? late ?? '' } = match.groups ?? {};
    const isPackage = !from.startsWith('.');
    return {
      file,
      number: line,
      text: match[0].replace(/\s+/g, ' '),
      from: isPackage ? from : relative(root, normalize(join(root, dirname(file), from))),
      isType: /^\s*type\b/.test(clause) || isAllTypes(clause),
      isPackage,
    };
  });
}

function isAllTypes(clause: string): boolean {
  const names = /^\s*\{(?<names>[^}]*)\}\s*$/.exec(clause)?.groups?.names;
  if (names === undefined) return false;
  return names.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type '));
}

/** "worker/x/y.ts:12: the text of the line", for the message of a failed test. */
export function shown({ file, number, text }: Line): string {
  return `${file}:${number}: ${text.trim()}`;
}
