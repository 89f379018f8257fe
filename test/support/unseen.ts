/** Every character that Unicode says not to draw, and those that are drawn as nothing or as a space. */
export const unseen = [
  ...Array.from({ length: 0xe1000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((character) => /[\p{Default_Ignorable_Code_Point}\p{White_Space}]/u.test(character)),
  ...[
    '\u0000',
    '\u001f',
    '\u007f',
    '\u2800',
    '\u{16fe4}',
    '\u{13441}',
    '\u{1d159}',
    '\ufffc',
    '\ufff9',
    '\u0600',
  ],
];
