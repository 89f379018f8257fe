import { describe, expect, test } from 'vitest';
import charlotte from '../support/charlotte.json';
import { parseKit } from '../support/kits.ts';
import { both, sharedKit } from './support.ts';

function problemsWith(text: object): string[] {
  const { slugs, ...kit } = sharedKit();
  const words = { slug: 'one', kind: 'message', text: both('Read {link}'), ...text };
  kit.campaign.share = [words];
  const parsed = parseKit(kit);
  return parsed.ok ? [] : parsed.error.map(({ path, message }) => `${path}: ${message}`);
}

describe('a text to share in a kit', () => {
  test('is taken as it is', () => {
    expect(problemsWith({})).toEqual([]);
    expect(problemsWith({ kind: 'email', subject: both('Bells') })).toEqual([]);
  });

  test('must say where the link goes, in both languages', () => {
    expect(problemsWith({ text: { en: 'Read {link}', es: 'Lea' } })).toEqual([
      'campaign.share[0].text: must say {link} in both languages',
    ]);
  });

  test('must lead to something in the kit', () => {
    expect(problemsWith({ action: 'bells' })).toEqual([
      'campaign.share[0].action: is not a petition or survey of this kit',
    ]);
  });

  test('is of a kind that is known', () => {
    expect(problemsWith({ kind: 'fax' })[0]).toContain('campaign.share[0].kind');
  });
});

describe('the Charlotte kit', () => {
  const { share, sources } = charlotte.campaign;
  const actions = [...charlotte.petitions, ...charlotte.surveys].map(({ slug }) => slug);

  test.each(actions)('has a message, a post and an email for %s', (action) => {
    const kinds = share.filter((text) => text.action === action).map(({ kind }) => kind);
    expect([...new Set(kinds)].sort()).toEqual(['email', 'message', 'post']);
  });

  test('has posts that fit on X, where an address takes 23 letters', () => {
    const posts = share.filter(({ kind }) => kind === 'post').flatMap(({ text }) => [text.en, text.es]);
    const long = posts.filter((text) => text.replace('{link}', 'x'.repeat(23)).length > 280);
    expect(long).toEqual([]);
  });

  test('says in every email where there is help', () => {
    const emails = share.filter(({ kind }) => kind === 'email');
    expect(
      emails.filter(({ text }) => !Object.values(text).every((one) => one.includes('1-888-373-7888'))),
    ).toEqual([]);
  });

  test('gives the source of every number that it cites', () => {
    const citing = share.flatMap(({ text }) => Object.values(text)).filter((text) => /90\s?%/.test(text));
    const isSourced = (text: string) =>
      /National Survivor Network|national survey|encuesta nacional/.test(text);
    expect(citing.filter((text) => !isSourced(text))).toEqual([]);
  });

  test('names a source for each way of sharing and each kind of paper', () => {
    const slugs = sources.map(({ slug }) => slug);
    const wanted = ['share-link', 'share-whatsapp', 'share-sms', 'share-email', 'share-telegram'];
    expect(slugs).toEqual(
      expect.arrayContaining([...wanted, 'share-facebook', 'share-x', 'poster', 'flyer', 'paper']),
    );
  });
});
