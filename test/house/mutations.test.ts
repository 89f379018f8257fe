import { describe, expect, test } from 'vitest';
import { features } from '../../worker/main/features.ts';
import { brokenRules } from './rules.ts';
import { listFiles, readSources } from './source.ts';

const sources = readSources([...listFiles('worker'), ...listFiles('web')]);
const tables = new Map(features.map(({ name, tables = [] }) => [name, tables]));
const unmutated = brokenRules(sources, tables);

type Mutation = {
  what: string;
  /** Names of additional features in the list. */
  lists?: string[];
  /** Lines to put at the start of a file, which may be new. */
  adds?: Record<string, string>;
  removes?: string;
  breaks: keyof typeof unmutated;
  /** The message of the rule. */
  told: string;
};

const mutations: Mutation[] = [
  {
    what: 'a name with two meanings',
    adds: {
      'worker/places/mutant.ts': 'export type Told = string;',
      'worker/councils/mutant.ts': 'type Told = { committee: number };',
    },
    breaks: 'a name that stood for several things is declared once',
    told: 'worker/councils/mutant.ts:1: type Told = { committee: number };',
  },
  {
    what: 'a folder that is not in the list',
    adds: { 'worker/pledges/rules.ts': 'export type Pledge = { words: string };' },
    breaks: 'every folder of the worker is a feature of the list',
    told: 'worker/pledges/rules.ts:1: no feature of its name',
  },
  {
    what: 'a feature without its contract',
    removes: 'worker/places/feature.ts',
    breaks: 'every feature of the list has its contract in its own folder',
    told: 'worker/places/feature.ts:1: is not there',
  },
  {
    what: 'two files that need each other',
    adds: {
      'worker/places/left.ts': "import { right } from './right.ts';",
      'worker/places/right.ts': "\nimport { left } from './left.ts';",
    },
    breaks: 'files import one another in no circle, types included',
    told: 'worker/places/left.ts:1 -> worker/places/right.ts, worker/places/right.ts:2 -> worker/places/left.ts',
  },
  {
    what: 'three files that need one another’s types',
    adds: {
      'worker/places/a.ts': "import type { B } from './b.ts';",
      'worker/places/b.ts': "import { type C } from './c.ts';",
      'worker/places/c.ts': "export type { A } from './a.ts';",
    },
    breaks: 'files import one another in no circle, types included',
    told: 'worker/places/a.ts:1 -> worker/places/b.ts, worker/places/b.ts:1 -> worker/places/c.ts, worker/places/c.ts:1 -> worker/places/a.ts',
  },
  {
    what: 'two features that need each other, by files that do not',
    lists: ['pledges', 'vigils'],
    adds: {
      'worker/pledges/feature.ts': '',
      'worker/pledges/needs.ts': "import type { Vigil } from '../vigils/gives.ts';",
      'worker/vigils/feature.ts': '',
      'worker/vigils/needs.ts': "import { pledge } from '../pledges/gives.ts';",
    },
    breaks: 'features import one another in no circle, types included',
    told: 'worker/pledges/needs.ts:1 -> worker/vigils/gives.ts, worker/vigils/needs.ts:1 -> worker/pledges/gives.ts',
  },
  {
    what: 'a contract that somebody else imports',
    adds: { 'worker/webhooks/mutant.ts': "import { places } from '../places/feature.ts';" },
    breaks: 'only the list imports a feature.ts',
    told: "worker/webhooks/mutant.ts:1: import { places } from '../places/feature.ts'",
  },
  {
    what: 'a feature that sees the whole house',
    adds: { 'worker/places/mutant.ts': "import type { House } from '../main/feature.ts';" },
    breaks: 'no feature imports what puts the features together',
    told: "worker/places/mutant.ts:1: import type { House } from '../main/feature.ts'",
  },
  {
    what: 'a contract that takes something of another feature',
    adds: { 'worker/webhooks/feature.ts': "import { placeOf } from '../places/rules.ts';" },
    breaks: 'a feature.ts imports of other features nothing',
    told: "worker/webhooks/feature.ts:1: import { placeOf } from '../places/rules.ts'",
  },
  ...['pages/map.tsx', 'routes.tsx', 'console.tsx', 'mail.tsx'].map((file) => ({
    what: `${file} of another feature`,
    adds: { 'worker/webhooks/mutant.ts': `import { Map } from '../places/${file}';` },
    breaks: 'no feature imports pages, routes, console or mails of another',
    told: `worker/webhooks/mutant.ts:1: import { Map } from '../places/${file}'`,
  })),
  {
    what: 'main that knows what a feature is made of',
    adds: { 'worker/main/app.ts': "import { listPlaces } from '../places/store.ts';" },
    breaks: 'main imports of a feature only its contract, or types',
    told: "worker/main/app.ts:1: import { listPlaces } from '../places/store.ts'",
  },
  {
    what: 'a component that takes a type of the worker',
    adds: { 'web/components/mutant.tsx': "import type { Place } from '../../worker/places/rules.ts';" },
    breaks: 'web imports nothing of the worker',
    told: "web/components/mutant.tsx:1: import type { Place } from '../../worker/places/rules.ts'",
  },
  {
    what: 'rules that read a store',
    adds: { 'worker/places/mutant-rules.ts': "import { listPlaces } from './mutant-store.ts';" },
    breaks: 'rules import only rules and what is as pure as they are',
    told: "worker/places/mutant-rules.ts:1: import { listPlaces } from './mutant-store.ts'",
  },
  {
    what: 'rules that know the web framework',
    adds: { 'worker/places/mutant-rules.ts': "import { Hono } from 'hono';" },
    breaks: 'rules import only rules and what is as pure as they are',
    told: "worker/places/mutant-rules.ts:1: import { Hono } from 'hono'",
  },
  {
    what: 'a store that calls a verb',
    adds: { 'worker/places/mutant-store.ts': "import { settle } from './settle.ts';" },
    breaks: 'stores import only types of rules, other stores and the platform',
    told: "worker/places/mutant-store.ts:1: import { settle } from './settle.ts'",
  },
  {
    what: 'a page that reads a store',
    adds: { 'worker/places/pages/mutant.tsx': "import { listPlaces } from '../mutant-store.ts';" },
    breaks: 'pages import only web, rules of their own feature and other pages of it',
    told: "worker/places/pages/mutant.tsx:1: import { listPlaces } from '../mutant-store.ts'",
  },
  {
    what: 'SQL outside a store',
    adds: { 'worker/places/mutant.ts': "export const find = (db: D1Database) => db.prepare('SELECT 1');" },
    breaks: 'SQL is in stores',
    told: "worker/places/mutant.ts:1: export const find = (db: D1Database) => db.prepare('SELECT 1');",
  },
  ...['INSERT INTO', 'INSERT OR IGNORE INTO', 'REPLACE INTO', 'UPDATE', 'DELETE FROM'].map((verb) => ({
    what: `${verb} a table of another feature`,
    adds: { 'worker/places/mutant-store.ts': `\nconst sql = '${verb} signatures ...';` },
    breaks: 'a feature writes only its own tables',
    told: `worker/places/mutant-store.ts:2: const sql = '${verb} signatures ...';`,
  })),
  ...['new Date()', 'Date.now()', 'Math.random()', 'crypto.randomUUID()'].map((world) => ({
    what: `rules that call ${world}`,
    adds: { 'worker/places/mutant-rules.ts': `export const isToday = () => ${world};` },
    breaks: 'only the edge reads the clock and chance',
    told: `worker/places/mutant-rules.ts:1: export const isToday = () => ${world};`,
  })),
  {
    what: 'a civic word in the platform, if only in a comment',
    adds: { 'worker/platform/mutant.ts': '\n// For petitions.' },
    breaks: 'no civic word is in the platform',
    told: 'worker/platform/mutant.ts:2: // For petitions.',
  },
  ...["log('warn', 'mail refused', { error });", "logFailure('Outbox', error);"].map((line) => ({
    what: `a log event that is a sentence, by ${line}`,
    adds: { 'worker/main/queue.ts': line },
    breaks: 'log events are named in kebab-case',
    told: `worker/main/queue.ts:1: ${line}`,
  })),
  {
    what: 'a log event that is a sentence',
    adds: { 'worker/places/mutant.ts': "log('info', 'the map is ready');" },
    breaks: 'log events are named in kebab-case',
    told: "worker/places/mutant.ts:1: log('info', 'the map is ready');",
  },
  ...[
    "if (question.kind === 'short-text') return;",
    "case 'allocation':",
    "if (tool !== 'qualtrics') return;",
  ].map((line) => ({
    what: `somebody who asks, ${line}`,
    adds: { 'worker/webhooks/mutant.ts': line },
    breaks: 'nobody tells the members of a registry apart but themselves',
    told: `worker/webhooks/mutant.ts:1: ${line}`,
  })),
  {
    what: 'a file of 301 lines',
    adds: { 'worker/places/mutant.ts': 'export {};\n'.repeat(300) },
    breaks: 'no file is longer than 300 lines',
    told: 'worker/places/mutant.ts:301: 301 lines',
  },
];

/** What the mutation breaks in addition to what is broken without it. */
function brokenBy({ lists = [], adds = {}, removes = '' }: Mutation): Record<string, string[]> {
  const mutated = new Map(sources);
  for (const [file, lines] of Object.entries(adds)) mutated.set(file, `${lines}\n${sources.get(file) ?? ''}`);
  mutated.delete(removes);
  const fresh = Object.entries(
    brokenRules(mutated, new Map([...tables, ...lists.map((name) => [name, []] as const)])),
  ).map(([rule, broken]) => {
    return [rule, broken.filter((line) => !unmutated[rule]?.includes(line))] as const;
  });
  return Object.fromEntries(fresh.filter(([, broken]) => broken.length > 0));
}

describe('the house notices', () => {
  test.each(mutations)('$what', (mutation) => {
    expect(brokenBy(mutation)).toEqual({ [mutation.breaks]: [mutation.told] });
  });

  test('the breach of each of its rules', () => {
    expect(new Set(mutations.map(({ breaks }) => breaks))).toEqual(new Set(Object.keys(unmutated)));
  });
});

test('a file of 300 lines is not too long, and a comment neither reads the clock nor writes a table', () => {
  const adds = {
    'worker/places/long.ts': 'export {};\n'.repeat(299),
    'worker/places/mutant-rules.ts': '// Date.now() is not asked; DELETE FROM signatures would be wrong.',
  };
  expect(brokenBy({ what: '', adds, breaks: '', told: '' })).toEqual({});
});
