import { expect, test } from 'vitest';
import { sourceOf } from '../../worker/coalition/rules.ts';

const name = { en: 'A source', es: 'Una fuente' };
const known = ['direct', 'other', 'poster', 'first-baptist'].map((slug) => ({ slug, name }));

test.each([
  [null, 'direct'],
  [undefined, 'direct'],
  ['', 'direct'],
  ['  ', 'direct'],
  ['direct', 'direct'],
  ['poster', 'poster'],
  [' Poster ', 'poster'],
  ['FIRST-BAPTIST', 'first-baptist'],
  ['somebody-else', 'other'],
  ['other', 'other'],
  ['-poster', 'other'],
  ["poster'; DROP TABLE sources", 'other'],
  ['x'.repeat(41), 'other'],
  ['pöster', 'other'],
])('?source=%j counts as %s', (given, source) => {
  expect(sourceOf(given, known)).toBe(source);
});

test('a source of nearly any length costs no more than its first look', () => {
  expect(sourceOf(`${'a-'.repeat(100_000)}!`, known)).toBe('other');
});
