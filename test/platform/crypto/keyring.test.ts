import { describe, expect, test } from 'vitest';
import { hex, utf8 } from '../../../worker/platform/crypto/bytes.ts';
import { createKeyring, parseKeyring } from '../../../worker/platform/crypto/keyring.ts';

const older = { id: '2025', secret: utf8('an older secret of more than 32 bytes') };
const newer = { id: '2026', secret: utf8('a newer secret of more than 32 bytes.') };

describe('keyring', () => {
  test('opens what it sealed, and only in the same context', async () => {
    const keyring = createKeyring([older]);
    const sealed = await keyring.seal('signature 1', { email: 'ana@example.org' });
    expect(await keyring.open('signature 1', sealed)).toEqual({ email: 'ana@example.org' });
    await expect(keyring.open('signature 2', sealed)).rejects.toThrow();
  });

  test('keeps opening, comparing and reading tokens after a new key is put in front', async () => {
    const before = createKeyring([older]);
    const after = createKeyring([newer, older]);
    expect(await after.open('x', await before.seal('x', 'text'))).toBe('text');
    expect(await after.fingerprint('email', 'a@b.c')).toEqual(await before.fingerprint('email', 'a@b.c'));
    expect(await after.readToken('confirm', await before.token('confirm', 'id'))).toBe('id');
    await expect(before.open('x', await after.seal('x', 'text'))).rejects.toThrow();
  });

  // The expected values were made with Node's own crypto. If they changed, stored rows, links and sealed data would be
  // lost.
  test('makes the bytes that it has always made', async () => {
    const keyring = createKeyring([older]);
    const person = await keyring.fingerprint('person', '[1,"ana@example.org","ana garcía"]');
    expect(hex(person)).toBe('1e4dfba847393336dde1d9970fd4e31c');
    expect(await keyring.token('confirm', 'id')).toBe('4ttEwNhm44xRdH7k-JSR22lk');
    const sealed =
      '0432303235000102030405060708090a0b51b6ef846361cd942109ea7cce52b20558735d9ca96da06addb48f8cd2bdb51a03c40fb2715c858d4fda26';
    const bytes = Uint8Array.from(sealed.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    expect(await keyring.open('signature 1', bytes)).toEqual({ email: 'ana@example.org' });
  });

  test('a token is refused when it is cut short, changed, or made for another purpose', async () => {
    const keyring = createKeyring([older]);
    const token = await keyring.token('confirm', 'abcdef');
    expect(await keyring.readToken('my', token)).toBeNull();
    for (let length = 0; length < token.length; length += 1) {
      expect(await keyring.readToken('confirm', token.slice(0, length))).toBeNull();
    }
    for (let at = 0; at < token.length; at += 1) {
      const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
      expect(await keyring.readToken('confirm', changed)).toBeNull();
    }
    expect(await keyring.readToken('confirm', 'é%00 '.repeat(9))).toBeNull();
  });

  test('refuses settings that hold no usable secret', () => {
    for (const setting of [
      '',
      'a',
      'a:',
      'a:c2hvcnQ',
      ':bG9jYWwta2V5LWtub3duLXRvLWV2ZXJ5b25lLW5ldmVyLWRlcGxveQ',
      'a:!!',
      'a b:bG9jYWwta2V5LWtub3duLXRvLWV2ZXJ5b25lLW5ldmVyLWRlcGxveQ',
    ]) {
      expect(parseKeyring(setting)).toBeNull();
    }
  });
});
