import { describe, expect, test } from 'vitest';
import { changesOf, type Json, type JsonObject } from '../../worker/kits/json-rules.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { changesByField, placeWords, rowsIn } from '../../worker/writing/change-rows.ts';
import { pagesOf } from '../../worker/writing/form-places.ts';
import { kitWords } from '../../worker/writing/kit-words.ts';
import charlotte from '../support/charlotte.json';

const sections = await shippedHouse.kitSections();
const before = charlotte as Json;

async function told(change: (kit: typeof charlotte) => void, language: 'en' | 'es' = 'en') {
  const after = structuredClone(charlotte);
  change(after);
  const pages = await pagesOf(sections);
  return rowsIn(changesOf(before, after as Json), { before, after: after as Json, pages, language });
}

describe('a change of a kit is said in the words of the forms', () => {
  test('a text, with the language and what names its entry', async () => {
    const change = (kit: typeof charlotte) => {
      const [petition] = kit.petitions;
      if (petition) petition.ask = { ...petition.ask, es: 'Capaciten a cada agente.' };
    };
    const [row] = await told(change);
    expect(row?.where).toBe('Petition: Arrest Traffickers Petition, What it asks for (Spanish)');
    expect(row?.what).toBe('changed');
    expect(row?.lines.at(-1)).toEqual({ kind: 'in', text: 'Capaciten a cada agente.' });
  });

  test('a large number, with its separators; a year has none', async () => {
    const [row] = await told((kit) => {
      const [line] = kit.budget[0]?.lines ?? [];
      if (line) Object.assign(line, { asked: { amount: 34_000_000.5, year: 2027 } });
    });
    const texts = row?.lines.map(({ text }) => text.trim());
    expect(texts).toContain('Number: 34,000,000.5');
    expect(texts).toContain('Year: 2027');
  });

  test('a whole entry that comes, and one that goes, without a bracket', async () => {
    const rows = await told((kit) => {
      const [fact] = kit.campaign.facts;
      if (fact) kit.campaign.facts = [{ ...fact, slug: 'another' }, ...kit.campaign.facts.slice(1)];
    });
    expect(rows.map(({ what }) => what).toSorted()).toEqual(['gone', 'moved', 'new']);
    const words = rows.flatMap(({ where, lines }) => [where, ...lines.map(({ text }) => text)]).join('\n');
    expect(words).not.toMatch(/[{}[\]"_]|\ben:|\bslug:/);
    expect(words).toContain('English: ');
  });
});

test('shares of many ZIP codes are one change, line by line as the form writes them', async () => {
  const after = structuredClone(charlotte) as Json as JsonObject;
  const zips = (after.city as JsonObject).zips as JsonObject;
  Object.assign(zips, { '28202': { '1': 0.466, '2': 0.534 }, '28203': { '1': 1 } });
  const pages = await pagesOf(sections);
  const changes = changesByField(changesOf(before, after), { before, after, pages });
  const rows = rowsIn(changes, { before, after, pages, language: 'en' });
  expect(rows.map(({ where, what }) => [where, what])).toEqual([['ZIP codes', 'changed']]);
  const lines = rows[0]?.lines.filter(({ kind }) => kind !== 'same').map(({ text }) => text);
  expect(lines?.toSorted()).toEqual(['28202', '28202: 1 = 46.6%, 2 = 53.4%', '28203', '28203: 1 = 100%']);
});

test('no part of a kit is shown as JSON, in either language', async () => {
  for (const language of ['en', 'es'] as const) {
    const pages = await pagesOf(sections);
    const rows = rowsIn(changesOf({}, before), { before: {}, after: before, pages, language });
    const words = rows.flatMap(({ where, lines }) => [where, ...lines.map(({ text }) => text)]);
    expect(
      words.filter((line) => /^\s*[{}[\]"]|[{}[\]"],?$|\w_\w+:/.test(line) && !/http|\{link\}/.test(line)),
    ).toEqual([]);
  }
});

test('the place of a problem is said as the form says it', async () => {
  const words = kitWords(before, await pagesOf(sections), 'en');
  expect(placeWords('petitions[0].text.es', words)).toBe(
    'Petition: Arrest Traffickers Petition, Text that people sign (Spanish)',
  );
  expect(placeWords('campaign.facts[1].slug', words)).toMatch(/^Fact: .+, /);
  expect(placeWords('nothing.of[3].it', words)).toBe('nothing, of, 4, it');
});
