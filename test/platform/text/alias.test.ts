import { expect, test } from 'vitest';
import { canonicalEmail, isAlias } from '../../../worker/platform/text/identity.ts';

test.each([
  ['Ana@Example.org', false],
  ['ana.lopez@example.org', false],
  ['ana.lopez@gmail.com', false],
  ['ana+news@example.org', true],
  ['ana+news@gmail.com', true],
  ['ana@mac.com', true],
  ['ana-lopez@proton.me', false],
  ['ana-news@yahoo.com', true],
  ['ana-news@example.org', false],
  ['news@ana.fastmail.com', true],
  ['ana@fastmail.com', false],
])('%s may come back though its mailbox takes mail: %s', (email, is) => {
  expect(isAlias(email)).toBe(is);
});

test.each([
  ['ana.lopez@proton.me', 'ana-lopez@proton.me'],
  ['ana_lopez@protonmail.com', 'analopez@pm.me'],
  ['A-na.Lopez+news@protonmail.ch', 'analopez@proton.me'],
])('%s and %s are one mailbox', (one, other) => {
  expect(canonicalEmail(one)).toBe(canonicalEmail(other));
});

test('hyphens and underscores elsewhere are part of an address', () => {
  expect(canonicalEmail('ana_lo-pez@gmail.com')).toBe('ana_lo-pez@gmail.com');
});
