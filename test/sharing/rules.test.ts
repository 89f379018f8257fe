import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Source } from '../../worker/coalition/rules.ts';
import { petitionKind } from '../../worker/petitions/kind.ts';
import {
  addressOf,
  canPrint,
  chosenSource,
  hrefOf,
  isSharable,
  partsOfFact,
  sourceOfPrint,
  sourceOfWay,
  typedAddress,
} from '../../worker/sharing/rules.ts';
import { parseSheetCode, sheetCodeOf } from '../../worker/sharing/sheet-rules.ts';
import { surveyKind } from '../../worker/surveys/kind.ts';

const named = (slug: string, kind: Source['kind'] = 'link', partner: Source['partner'] = null): Source => {
  return { slug, name: { en: slug, es: slug }, kind, partner };
};
const choir = { slug: 'choir', name: { en: 'Choir', es: 'Coro' }, mayAskContact: false };
const petition = { kind: 'petition' as const, slug: 'bells' };
const publicUrl = 'https://petitions.example.org';

describe('what can be shared', () => {
  const now = new Date('2026-11-25T12:00:00Z');
  const term = { state: 'open' as const, opensAt: new Date('2026-11-01'), closesAt: null, closedAt: null };
  test('is open, now or later', () => {
    expect(isSharable(term, now)).toBe(true);
    expect(isSharable({ ...term, opensAt: new Date('2027-01-01') }, now)).toBe(true);
    expect(isSharable({ ...term, closesAt: new Date('2026-11-24') }, now)).toBe(false);
    expect(isSharable({ ...term, closedAt: now }, now)).toBe(false);
    expect(isSharable({ ...term, state: 'removed' }, now)).toBe(false);
    expect(isSharable({ ...term, state: 'draft' }, now)).toBe(false);
  });

  test('on paper is signed only what is a petition', () => {
    expect(canPrint('sheet', petitionKind)).toBe(true);
    expect(canPrint('sheet', surveyKind)).toBe(false);
    expect(canPrint('poster', surveyKind)).toBe(true);
  });
});

describe('a source', () => {
  const known = [named('direct'), named('other'), named('share-link'), named('share-sms', 'share')];
  test('is one that the campaign knows, and never empty or any other', () => {
    expect(chosenSource('share-sms', known)).toBe('share-sms');
    for (const given of [undefined, '', 'direct', 'other', 'elsewhere', '"><script>', 'SHARE LINK']) {
      expect(chosenSource(given, known)).toBe('');
    }
  });

  test('of a way of sharing is its own, or that of any shared link, or none', () => {
    expect(sourceOfWay('sms', known)).toBe('share-sms');
    expect(sourceOfWay('x', known)).toBe('share-link');
    expect(sourceOfWay('x', [named('direct')])).toBe('');
  });

  test('of a print is the campaign’s own of that kind and never a partner’s', () => {
    const posters = [named('choir-wall', 'poster', choir), named('wall', 'poster')];
    expect(sourceOfPrint('poster', posters)).toBe('wall');
    expect(sourceOfPrint('poster', posters.slice(0, 1))).toBe('');
    expect(sourceOfPrint('poster', [named('poster')])).toBe('poster');
    expect(sourceOfPrint('handbill', [named('leaf', 'flyer')])).toBe('leaf');
    expect(sourceOfPrint('sheet', [named('clipboard', 'paper')])).toBe('clipboard');
  });
});

describe('an address', () => {
  const links = [
    { code: 'ring', target: '/petitions/bells?source=wall' },
    { code: 'filled', target: '/petitions/bells?source=flyer&answer.a=1' },
  ];
  test('is the short one where it leads to just the same', () => {
    expect(addressOf(petition, 'wall', { publicUrl, links })).toBe(`${publicUrl}/s/ring`);
    expect(addressOf(petition, 'flyer', { publicUrl, links })).toBe(
      `${publicUrl}/petitions/bells?source=flyer`,
    );
    expect(addressOf(petition, '', { publicUrl, links: [] })).toBe(`${publicUrl}/petitions/bells`);
  });

  test('is typed without what a hand would get wrong', () => {
    expect(typedAddress(`${publicUrl}/petitions/bells?source=flyer`)).toBe(
      'petitions.example.org/petitions/bells',
    );
    expect(typedAddress('http://localhost:8787/s/ring')).toBe('localhost:8787/s/ring');
  });
});

describe('a link that opens an app', () => {
  const address = `${publicUrl}/petitions/bells?source=share-x`;
  const texts = fc.string({ unit: 'binary' }).map((text) => text.toWellFormed());

  test('carries subject and text as they are, whatever they hold', () => {
    fc.assert(
      fc.property(texts, texts, (subject, text) => {
        const letter = { subject, text: `${text}{link}`, address };
        const whole = text.replaceAll('{link}', address) + address;
        expect(new URL(hrefOf('whatsapp', letter)).searchParams.get('text')).toBe(whole);
        expect(new URL(hrefOf('x', letter)).searchParams.get('text')).toBe(whole);
        const mail = new URL(hrefOf('email', letter));
        expect(decodeURIComponent(/^\?subject=([^&]*)&body=/.exec(mail.search)?.[1] ?? '')).toBe(subject);
        expect(decodeURIComponent(mail.search.split('&body=')[1] ?? '')).toBe(whole);
        expect(decodeURIComponent(hrefOf('sms', letter).slice('sms:?&body='.length))).toBe(whole);
      }),
    );
  });

  test('says the address once where the app sets it by itself', () => {
    const letter = { subject: '', text: 'Read this: {link} #Bells', address };
    const telegram = new URL(hrefOf('telegram', letter)).searchParams;
    expect([telegram.get('url'), telegram.get('text')]).toEqual([address, 'Read this: #Bells']);
    expect(new URL(hrefOf('facebook', letter)).searchParams.get('u')).toBe(address);
  });
});

test('a fact is its figure, its first sentence and the rest', () => {
  expect(partsOfFact('90% of us. More than 90% of them.', '90%')).toEqual({
    figure: '90%',
    claim: 'of us.',
    more: 'More than 90% of them.',
  });
  expect(partsOfFact('We asked around. Most of us say so: 90%. More than that.', '90%')).toEqual({
    figure: '90%',
    claim: 'We asked around. Most of us say so: 90%.',
    more: 'More than that.',
  });
  expect(partsOfFact('It was 2.1 percent in all', null)).toEqual({
    figure: null,
    claim: 'It was 2.1 percent in all',
    more: '',
  });
});

describe('the code of a sheet', () => {
  const random = fc.uint8Array({ minLength: 7, maxLength: 7 });
  const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

  test('is read back however it is typed', () => {
    fc.assert(
      fc.property(random, (bytes) => {
        const code = sheetCodeOf(bytes);
        expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
        expect(parseSheetCode(code)).toBe(code);
        expect(parseSheetCode(` ${code.toLowerCase().replace('-', ' ')}`)).toBe(code);
      }),
    );
  });

  test('with one letter wrong, or two that changed places, is none', () => {
    fc.assert(
      fc.property(random, fc.nat(7), fc.nat(30), (bytes, at, to) => {
        const code = sheetCodeOf(bytes).replace('-', '');
        const wrong = code.slice(0, at) + letters[to] + code.slice(at + 1);
        if (wrong !== code) expect(parseSheetCode(wrong)).toBeNull();
        const turned = code.slice(0, at) + (code[at + 1] ?? '') + code[at] + code.slice(at + 2);
        if (turned !== code) expect(parseSheetCode(turned)).toBeNull();
      }),
    );
  });

  test('is not read from any other text', () => {
    for (const typed of ['', 'AAAA', '<script>', '0000-0000', 'ABCD-EFGH-JKMN']) {
      expect(parseSheetCode(typed)).toBeNull();
    }
  });
});
