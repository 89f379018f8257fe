import { expect, test } from 'vitest';
import { features } from '../../worker/main/features.ts';
import { brokenRules } from './rules.ts';
import { listFiles, readSources } from './source.ts';

const sources = readSources([...listFiles('worker'), ...listFiles('web')]);
const tables = new Map(features.map(({ name, tables = [] }) => [name, tables]));

test.each(Object.entries(brokenRules(sources, tables)))('%s', (_rule, broken) => {
  expect(broken).toEqual([]);
});
