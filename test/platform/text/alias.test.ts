import { expect, test } from 'vitest';
import { isAlias } from '../../../worker/platform/text/identity.ts';

test.each([
  ['Ana@Example.org', false],
  ['ana.lopez@example.org', false],
  ['ana.lopez@gmail.com', false],
  ['ana+news@example.org', true],
  ['ana+news@gmail.com', true],
  ['ana@mac.com', true],
  ['ana-news@yahoo.com', true],
  ['ana-news@example.org', false],
  ['news@ana.fastmail.com', true],
  ['ana@fastmail.com', false],
])('%s may come back though its mailbox takes mail: %s', (email, is) => {
  expect(isAlias(email)).toBe(is);
});
