import { describe, expect, test } from 'vitest';
import { canonicalEmail, foldName } from '../../worker/platform/text/identity.ts';
import { judge, mayConfirm, nextLookAt } from '../../worker/signatures/rules.ts';

/** Name, address and ZIP. Signers confirm in this order. */
type Signer = [name: string, email: string, zip: string];
type Row = [rule: string, signers: Signer[], states: string];

const yes = 'confirmed';
const same = 'duplicate same-person';
const shared = 'duplicate shared-inbox';

const a = 'ana@example.org';
const ana: Signer = ['Ana Lopez', a, '28205'];

/** The second signer, compared with Ana Lopez, ana@example.org, 28205. */
const againstAna: [rule: string, second: Signer, state: string][] = [
  ['the same again', ['Ana Lopez', a, '28205'], same],
  ['capitals in the address', ['Ana Lopez', 'ANA@Example.ORG', '28205'], same],
  ['a tag in the address', ['Ana Lopez', 'ana+petition@example.org', '28205'], same],
  ['two tags in the address', ['Ana Lopez', 'ana+a+b@example.org', '28205'], same],
  ['a dot where dots tell mailboxes apart', ['Ana Lopez', 'a.na@example.org', '28205'], yes],
  ['a hyphen is no tag', ['Ana Lopez', 'ana-x@example.org', '28205'], yes],
  ['a subdomain is another domain', ['Ana Lopez', 'ana@mail.example.org', '28205'], yes],
  ['another domain', ['Ana Lopez', 'ana@example.com', '28205'], yes],
  ['capitals in the name', ['ANA LOPEZ', a, '28205'], same],
  ['an accent in the name', ['Ana López', a, '28205'], same],
  ['a decomposed accent', ['Ana Lo\u0301pez', a, '28205'], same],
  ['spaces around and inside the name', ['  Ana   Lopez ', a, '28205'], same],
  ['a no-break space', ['Ana\u00a0Lopez', a, '28205'], same],
  ['a tab in the name', ['Ana\tLopez', a, '28205'], same],
  ['a zero-width space in the name', ['A\u200bna Lopez', a, '28205'], same],
  ['a soft hyphen in the name', ['Ana Lo\u00adpez', a, '28205'], same],
  ['a byte order mark before the name', ['\ufeffAna Lopez', a, '28205'], same],
  ['bidi marks in the name', ['\u202eAna Lopez\u202c', a, '28205'], same],
  ['full-width letters', ['Ａｎａ Ｌｏｐｅｚ', a, '28205'], same],
  ['the same person with another ZIP', ['Ana Lopez', a, '28202'], same],
  ['a nickname from one inbox and ZIP', ['Anita Lopez', a, '28205'], yes],
  ['a partner from one inbox and ZIP', ['Luis Lopez', a, '28205'], yes],
  ['a partner with a tag', ['Luis Lopez', 'ana+luis@example.org', '28205'], yes],
  ['a partner from another ZIP', ['Luis Lopez', a, '28202'], shared],
  ['a partner with a tag from another ZIP', ['Luis Lopez', 'ana+l@example.org', '28202'], shared],
  ['only the given name', ['Ana', a, '28205'], yes],
  ['the names the other way round', ['Lopez Ana', a, '28205'], yes],
  ['the same name elsewhere, same ZIP: possible, counts', ['Ana Lopez', 'ana2@example.net', '28205'], yes],
  ['the same name elsewhere, other ZIP', ['Ana Lopez', 'ana2@example.net', '28202'], yes],
];

const table: Row[] = [
  ['one person', [ana], yes],
  [
    'dots at Gmail',
    [
      ['Bo Li', 'bo.li@gmail.com', '28202'],
      ['Bo Li', 'boli@gmail.com', '28202'],
    ],
    `${yes}|${same}`,
  ],
  [
    'tag at Gmail',
    [
      ['Bo Li', 'boli@gmail.com', '28202'],
      ['Bo Li', 'bo.li+x@gmail.com', '28202'],
    ],
    `${yes}|${same}`,
  ],
  [
    'Googlemail is Gmail',
    [
      ['Bo Li', 'boli@gmail.com', '28202'],
      ['Bo Li', 'bo.li@googlemail.com', '28202'],
    ],
    `${yes}|${same}`,
  ],
  [
    'Gmail with capitals',
    [
      ['Bo Li', 'boli@gmail.com', '28202'],
      ['Bo Li', 'BoLi@GMAIL.com', '28202'],
    ],
    `${yes}|${same}`,
  ],
  [
    'dots at Proton',
    [
      ['Bo Li', 'bo.li@proton.me', '28202'],
      ['Bo Li', 'boli@proton.me', '28202'],
    ],
    `${yes}|${same}`,
  ],
  [
    'Proton’s other domains',
    [
      ['Bo Li', 'boli@protonmail.com', '28202'],
      ['Bo Li', 'boli@pm.me', '28202'],
    ],
    `${yes}|${same}`,
  ],
  [
    'iCloud’s other domains',
    [
      ['Bo Li', 'boli@me.com', '28202'],
      ['Bo Li', 'boli@mac.com', '28202'],
    ],
    `${yes}|${same}`,
  ],
  [
    'a keyword at Yahoo',
    [
      ['Bo Li', 'boli@yahoo.com', '28202'],
      ['Bo Li', 'boli-petition@Yahoo.com', '28202'],
      ['Bo Li', 'boli+x@yahoo.com', '28202'],
    ],
    `${yes}|${same}|${same}`,
  ],
  [
    'a keyword at Yahoo elsewhere',
    [
      ['Bo Li', 'boli-a@yahoo.co.uk', '28202'],
      ['Bo Li', 'boli-b@yahoo.co.uk', '28202'],
      ['Bo Li', 'boli@yahoo.com', '28202'],
    ],
    `${yes}|${same}|${yes}`,
  ],
  [
    'a keyword at Ymail',
    [
      ['Bo Li', 'boli@ymail.com', '28202'],
      ['Bo Li', 'boli-x@ymail.com', '28202'],
    ],
    `${yes}|${same}`,
  ],
  [
    'anything at one’s own name of Fastmail',
    [
      ['Bo Li', 'boli@fastmail.com', '28202'],
      ['Bo Li', 'petition@boli.fastmail.com', '28202'],
      ['Bo Li', 'other+x@BOLI.fastmail.com', '28202'],
    ],
    `${yes}|${same}|${same}`,
  ],
  [
    'two names at Fastmail, and two domains of it',
    [
      ['Bo Li', 'petition@boli.fastmail.com', '28202'],
      ['Bo Li', 'petition@bo.fastmail.com', '28202'],
      ['Bo Li', 'boli@sent.com', '28202'],
    ],
    `${yes}|${yes}|${yes}`,
  ],
  [
    'a space in the name or none',
    [
      ['Ana De La Cruz', a, '28205'],
      ['Ana Delacruz', a, '28205'],
    ],
    `${yes}|${same}`,
  ],
  [
    'dots at iCloud tell apart',
    [
      ['Bo Li', 'bo.li@me.com', '28202'],
      ['Bo Li', 'boli@me.com', '28202'],
    ],
    `${yes}|${yes}`,
  ],
  [
    'dots at Outlook tell apart',
    [
      ['Bo Li', 'bo.li@outlook.com', '28202'],
      ['Bo Li', 'boli@outlook.com', '28202'],
    ],
    `${yes}|${yes}`,
  ],
  [
    'tag at Outlook',
    [
      ['Bo Li', 'boli@outlook.com', '28202'],
      ['Bo Li', 'boli+x@outlook.com', '28202'],
    ],
    `${yes}|${same}`,
  ],
  [
    'a look-alike of Gmail is not Gmail',
    [
      ['Bo Li', 'bo.li@gmail.com.example', '28202'],
      ['Bo Li', 'boli@gmail.com.example', '28202'],
    ],
    `${yes}|${yes}`,
  ],
  [
    'an international domain in two spellings',
    [
      ['Bo Li', 'bo@bücher.example', '28202'],
      ['Bo Li', 'bo@xn--bcher-kva.example', '28202'],
    ],
    `${yes}|${same}`,
  ],
  [
    'an international domain in capitals',
    [
      ['Bo Li', 'bo@bücher.example', '28202'],
      ['Bo Li', 'bo@BÜCHER.example', '28202'],
    ],
    `${yes}|${same}`,
  ],
  [
    'a plus at the start is no tag',
    [
      ['Bo Li', '+bo@example.org', '28202'],
      ['Bo Li', '+li@example.org', '28202'],
    ],
    `${yes}|${yes}`,
  ],
  [
    'two Chinese names in one inbox',
    [
      ['王伟', a, '28205'],
      ['李娜', a, '28205'],
    ],
    `${yes}|${yes}`,
  ],
  [
    'one Chinese name twice',
    [
      ['王伟', a, '28205'],
      [' 王伟 ', a, '28205'],
    ],
    `${yes}|${same}`,
  ],
  [
    'Arabic with and without vowel marks',
    [
      ['مُحَمَّد', a, '28205'],
      ['محمد', a, '28205'],
    ],
    `${yes}|${same}`,
  ],
  [
    'Arabic stretched by a tatweel, a letter that shows',
    [
      ['محمد', a, '28205'],
      ['مح\u0640مد', a, '28205'],
    ],
    `${yes}|${yes}`,
  ],
  [
    'Hindi vowel signs are letters',
    [
      ['राम', a, '28205'],
      ['रिम', a, '28205'],
    ],
    `${yes}|${yes}`,
  ],
  [
    'Greek accents and capitals',
    [
      ['Άννα', a, '28205'],
      ['ΑΝΝΑ', a, '28205'],
    ],
    `${yes}|${same}`,
  ],
  [
    'Greek final sigma',
    [
      ['Νίκος', a, '28205'],
      ['ΝΙΚΟΣ', a, '28205'],
    ],
    `${yes}|${same}`,
  ],
  [
    'German sharp s in capitals',
    [
      ['Jan Weiß', a, '28205'],
      ['JAN WEISS', a, '28205'],
    ],
    `${yes}|${same}`,
  ],
  [
    'Cyrillic capitals',
    [
      ['Юрий', a, '28205'],
      ['ЮРИЙ', a, '28205'],
    ],
    `${yes}|${same}`,
  ],
  [
    'Hangul composed and decomposed',
    [
      ['김민', a, '28205'],
      ['김민'.normalize('NFD'), a, '28205'],
    ],
    `${yes}|${same}`,
  ],
  [
    'typographic apostrophe',
    [
      ["Sean O'Neil", a, '28205'],
      ['Sean O’Neil', a, '28205'],
    ],
    `${yes}|${same}`,
  ],
  [
    'typographic hyphen',
    [
      ['Ana-Sofía Ruiz', a, '28205'],
      ['Ana\u2010Sofia Ruiz', a, '28205'],
    ],
    `${yes}|${same}`,
  ],
  [
    'a hyphen and a space are two names',
    [
      ['Ana-Sofia Ruiz', a, '28205'],
      ['Ana Sofia Ruiz', a, '28205'],
    ],
    `${yes}|${yes}`,
  ],
  [
    'names of one letter',
    [
      ['A', a, '28205'],
      ['B', a, '28205'],
    ],
    `${yes}|${yes}`,
  ],
  [
    'ligature',
    [
      ['Sofﬁa', a, '28205'],
      ['Soffia', a, '28205'],
    ],
    `${yes}|${same}`,
  ],
  [
    'emoji as a name, the same',
    [
      ['🙂', a, '28205'],
      ['🙂', a, '28205'],
    ],
    `${yes}|${same}`,
  ],
  [
    'emoji as a name, two of them',
    [
      ['🙂', a, '28205'],
      ['🙃', a, '28205'],
    ],
    `${yes}|${yes}`,
  ],
  [
    'names that fold to nothing are compared as typed',
    [
      ['\u200b', a, '28205'],
      ['\u200c', a, '28205'],
    ],
    `${yes}|${yes}`,
  ],
  [
    'a name that folds to nothing, twice',
    [
      ['\u200b', a, '28205'],
      ['\u200b', a, '28205'],
    ],
    `${yes}|${same}`,
  ],
  ['a couple', [ana, ['Luis Lopez', a, '28205']], `${yes}|${yes}`],
  [
    'a third in the inbox',
    [ana, ['Luis Lopez', a, '28205'], ['Eva Lopez', a, '28205']],
    `${yes}|${yes}|${shared}`,
  ],
  [
    'a third in the inbox from another ZIP',
    [ana, ['Luis Lopez', a, '28205'], ['Eva Lopez', a, '28202']],
    `${yes}|${yes}|${shared}`,
  ],
  [
    'one of a couple again',
    [ana, ['Luis Lopez', a, '28205'], ['LUIS LOPEZ', a, '28205']],
    `${yes}|${yes}|${same}`,
  ],
  [
    'a third who has an inbox too',
    [ana, ['Luis Lopez', a, '28205'], ['Eva Lopez', 'eva@example.org', '28205']],
    `${yes}|${yes}|${yes}`,
  ],
  [
    'an office inbox at Gmail, with tags',
    [
      ['A B', 'office+a@gmail.com', '28202'],
      ['C D', 'office+c@gmail.com', '28202'],
      ['E F', 'off.ice@gmail.com', '28202'],
    ],
    `${yes}|${yes}|${shared}`,
  ],
  [
    'name and street again from another address: possible, counts',
    [
      ['Jo Diaz', a, '28205'],
      ['Jo Diaz', 'jo@example.net', '28205'],
    ],
    `${yes}|${yes}`,
  ],
];

describe('who counts once', () => {
  test.each(againstAna)('%s', (_rule, second, state) => {
    expect(settle([ana, second])).toEqual([yes, state]);
  });

  test.each(table)('%s', (_rule, signers, states) => {
    expect(settle(signers)).toEqual(states.split('|'));
  });

  test('a signature that leaves makes room, and the slot it held is the one that is taken', () => {
    const luis = { id: 'luis', personKey: 'luis', zip: '28205', inboxSlot: 2 as const };
    const eva = { personKey: 'eva', zip: '28205' };
    expect(judge(eva, [luis])).toEqual({ state: 'confirmed', inboxSlot: 1 });
    expect(judge(eva, [{ ...luis, inboxSlot: 1 }])).toEqual({ state: 'confirmed', inboxSlot: 2 });
  });
});

/** Judges the signers one after another. Compares spellings where the application compares fingerprints. */
function settle(signers: Signer[]): string[] {
  const counted: {
    id: string;
    inboxKey: string;
    personKey: string;
    zip: string;
    inboxSlot: 1 | 2;
  }[] = [];
  return signers.map(([name, email, zip], index) => {
    const inboxKey = canonicalEmail(email);
    const candidate = { personKey: `${inboxKey} ${foldName(name)}`, inboxKey, zip };
    const rivals = counted.filter((one) => one.inboxKey === inboxKey);
    const verdict = judge(candidate, rivals);
    if (verdict.state !== 'confirmed') return `${verdict.state} ${verdict.reason}`;
    counted.push({ ...candidate, id: String(index), inboxSlot: verdict.inboxSlot });
    return verdict.state;
  });
}

describe('when a confirmation still counts', () => {
  const opensAt = new Date('2026-09-01T04:00:00Z');
  const closesAt = new Date('2027-07-01T04:00:00Z');
  const open = { state: 'open' as const, opensAt, closesAt, closedAt: null };
  const waiting = { state: 'unconfirmed' as const, erasedAt: null };
  const hoursAfterClosing = (hours: number) => new Date(closesAt.getTime() + hours * 3_600_000);

  test.each([
    ['the last moment before closing', open, hoursAfterClosing(-0.001), 'yes'],
    ['closing time, inside the grace', open, hoursAfterClosing(0), 'yes'],
    ['a day late, less a moment', open, hoursAfterClosing(23.99), 'yes'],
    ['a day late', open, hoursAfterClosing(24), 'action-closed'],
    [
      'closed by the job, inside the grace',
      { ...open, state: 'closed' as const, closedAt: closesAt },
      hoursAfterClosing(1),
      'yes',
    ],
    [
      'closed early by people',
      { ...open, state: 'closed' as const, closedAt: opensAt },
      hoursAfterClosing(-1),
      'action-closed',
    ],
    ['no closing date', { ...open, closesAt: null }, hoursAfterClosing(9999), 'yes'],
    ['rejected', { ...open, state: 'rejected' as const }, opensAt, 'action-closed'],
    ['removed', { ...open, state: 'removed' as const }, opensAt, 'action-closed'],
    ['not open yet', open, new Date(opensAt.getTime() - 1), 'action-closed'],
  ])('%s', (_case, petition, now, expected) => {
    const may = mayConfirm(waiting, petition, now);
    expect(may.ok ? 'yes' : may.error.reason).toBe(expected);
  });

  test.each([
    ['confirmed', 'yes'],
    ['duplicate', 'yes'],
    ['flagged', 'yes'],
    ['withdrawn', 'withdrawn'],
    ['invalidated', 'invalidated'],
  ] as const)('a signature that is %s answers %s, however late', (state, expected) => {
    const may = mayConfirm({ state, erasedAt: null }, open, hoursAfterClosing(999));
    expect(may.ok ? 'yes' : may.error.reason).toBe(expected);
  });
});

test('reminders come after 2 and 7 days, keep two days apart when cron was late, and the end after 30', () => {
  const received = new Date('2026-11-01T10:00:00Z');
  const after = (days: number) => new Date(received.getTime() + days * 86_400_000);
  expect(nextLookAt(received, 0, received)).toEqual(after(2));
  expect(nextLookAt(received, 1, after(2))).toEqual(after(7));
  expect(nextLookAt(received, 1, after(12))).toEqual(after(14));
  expect(nextLookAt(received, 2, after(7))).toEqual(after(30));
});
