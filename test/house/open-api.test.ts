import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { shippedHouse } from '../../worker/main/features.ts';

test('a linter of OpenAPI documents finds no mistake in ours', async () => {
  const config = await createConfig({ extends: ['recommended'] });
  const source = JSON.stringify(shippedHouse.apiDocument('https://petitions.example.org'));
  const problems = await lintFromString({ source, config });
  const lines = problems.map(({ ruleId, message, location: [where] }) =>
    [ruleId, where && 'pointer' in where ? where.pointer : '', message].join(' '),
  );
  expect(lines).toEqual([]);
});
