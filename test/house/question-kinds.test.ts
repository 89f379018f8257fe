import { expect, test } from 'vitest';
import { kindPages } from '../../worker/surveys/kinds/pages/registry.ts';
import { kinds } from '../../worker/surveys/kinds/registry.ts';
import { codeLinesOf, type Line, listFiles, readSources, shown } from './source.ts';

const names = kinds.map(({ kind }) => kind);
/** Words that also mean something else: a form field or a JavaScript type. */
const common = ['number', 'zip', 'district'];
const rare = names.filter((name) => !common.includes(name));

const named = new RegExp(`['"\`](${rare.join('|')})['"\`]`);
const compared = new RegExp(`(\\bkind\\b.*|\\bcase\\s+)['"\`](${common.join('|')})['"\`]`);
/** Properties that only a question, a distribution or a tally of one kind has. */
const shaped = /'(options|lines|choices|values|fromLabel|inOwnWords)'\s+in\s/;

function namesKind({ text }: Pick<Line, 'text'>): boolean {
  return named.test(text) || compared.test(text) || shaped.test(text);
}

test('no file but the kinds themselves names a kind of question', () => {
  const files = [...listFiles('worker'), ...listFiles('web')].filter(
    (file) => !file.startsWith('worker/surveys/kinds/'),
  );
  const sources = readSources(files);
  const lines = files.flatMap((file) => codeLinesOf(sources, file));
  expect(lines.filter(namesKind).map(shown)).toEqual([]);
});

test.each([
  "    case 'allocation':",
  "  if (question.kind === 'zip') return null;",
  "const texts = ['short-text', 'long-text'];",
  "    case 'number':",
  "  if ('choices' in question) return [];",
])('%s would be told', (text) => {
  expect(namesKind({ text })).toBe(true);
});

test('every kind has a page, and no page is without a kind', () => {
  expect(Object.keys(kindPages).sort()).toEqual([...names].sort());
});
