import { describe, expect, test } from 'vitest';
import { askingPartnerOf, type Source, sourceOf } from '../../worker/coalition/rules.ts';

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

describe('a form asks whether a partner may write', () => {
  const partner = (mayAskContact: boolean) => ({ slug: 'church', name, mayAskContact });
  const sources: Source[] = [
    { slug: 'poster', name, kind: 'poster', partner: null },
    { slug: 'church-form', name, kind: 'embed', partner: partner(true) },
    { slug: 'shy-form', name, kind: 'embed', partner: partner(false) },
  ];

  test.each([
    ['church-form', 'church'],
    ['shy-form', null],
    ['poster', null],
    ['direct', null],
    ['other', null],
  ])('by the source %s: %s', (source, slug) => {
    expect(askingPartnerOf(source, sources)?.slug ?? null).toBe(slug);
  });
});
