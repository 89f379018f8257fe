import { expect, test } from 'vitest';
import { characterEntities } from '../../../worker/platform/text/named-characters.ts';

test('the names of HTML 4 stand for the characters that HTML says', () => {
  const some =
    'quot amp apos lt gt nbsp yuml OElig Scaron Yuml fnof circ tilde Alpha Rho Omega piv ensp thinsp lrm';
  expect([...some.split(' ').map((name) => characterEntities[name])].join(' ')).toBe(
    '" & \' < > \u00a0 ÿ Œ Š Ÿ ƒ ˆ ˜ Α Ρ Ω ϖ \u2002 \u2009 \u200e',
  );
  const more =
    'mdash sbquo bdquo bull hellip permil Prime lsaquo oline euro trade harr hArr forall lang rang spades diams';
  expect([...more.split(' ').map((name) => characterEntities[name])].join(' ')).toBe(
    '— ‚ „ • … ‰ ″ ‹ ‾ € ™ ↔ ⇔ ∀ ⟨ ⟩ ♠ ♦',
  );
  expect(Object.keys(characterEntities)).toHaveLength(253);
});
