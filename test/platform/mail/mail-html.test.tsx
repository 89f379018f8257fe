import { describe, expect, test } from 'vitest';
import { accents, schemes } from '../../../web/accents.ts';
import {
  MailButton,
  MailHeading,
  MailLayout,
  MailLink,
  MailParagraph,
  mailDocument,
} from '../../../worker/platform/mail/mail-html.tsx';
import { mailText } from '../../../worker/platform/mail/mail-text.ts';

const html = mailDocument(
  <MailLayout language="es" title="A & B" preheader="Vorab" masthead="Absender" footer={['Uno', <i>dos</i>]}>
    <MailHeading>{'<script>alert(1)</script>'}</MailHeading>
    <MailParagraph>
      Text <MailLink href="https://x.org/?a=1&b=2">link</MailLink>
    </MailParagraph>
    <MailButton href="https://x.org/press" accent="brick">
      Press
    </MailButton>
  </MailLayout>,
);

describe('the layout of a mail', () => {
  test('is a whole document in its language that loads nothing', () => {
    expect(html).toMatch(/^<!doctype html><html lang="es"><head>/);
    expect(html).toContain('<title>A &amp; B</title>');
    expect(html).not.toMatch(/<(img|link|script|iframe)|url\(|@import|\ssrc=/);
  });

  test('escapes what people wrote and keeps the queries of links', () => {
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('href="https://x.org/?a=1&amp;b=2"');
  });

  test('has its styles where Gmail and Outlook read them', () => {
    expect(html).toContain('<!--[if mso]><table role="presentation" width="600"');
    expect(html).toContain(`bgcolor="${accents.brick.light}"`);
    // Some mail programs ignore style elements. Inline styles still give all text the right font and color.
    expect(html).toMatch(/<td class="inset ink" style="[^"]*color:[^"]*font-family:[^"]*font-size:17px/);
    expect(html).toMatch(/<style>[^<]*\.ink h1\{font-size:26px/);
    expect(html.length - html.indexOf('</style>')).toBeLessThan(3000);
  });

  test('has the colors of both schemes, and an unknown accent becomes navy', () => {
    expect(html).toContain(`.ink,.ink a{color:${schemes.dark.ink}!important}`);
    const unknown = mailDocument(
      <MailButton href="/" accent="red; x:y">
        b
      </MailButton>,
    );
    expect(unknown).toContain('accent-navy');
    expect(unknown).not.toContain('x:y');
  });

  test('tells its footer line by line', () => {
    expect(html).toMatch(/Uno<\/p><p[^>]*><i>dos<\/i>/);
  });
});

describe('the text of a mail', () => {
  test('is wrapped at 76 columns, paragraph by paragraph', () => {
    const text = mailText(['word '.repeat(40), null, '', 'Second.']);
    const lines = text.split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(76);
    expect(lines[0]).toHaveLength(74);
    expect(text).toMatch(/word\n\nSecond\.\n$/);
  });

  test('never breaks an address', () => {
    const url = `https://example.org/${'t'.repeat(120)}`;
    expect(mailText([`Open this page to confirm: ${url} (it works for a month).`])).toContain(`\n${url}\n`);
  });

  test('keeps line breaks and carries the indent of a list over', () => {
    expect(mailText([`A\n- ${'item '.repeat(20)}\n  ${'x'.repeat(5)}`])).toBe(
      `A\n- ${'item '.repeat(15).trimEnd()}\n  ${'item '.repeat(5).trimEnd()}\n  xxxxx\n`,
    );
  });

  test('counts characters, not bytes', () => {
    expect(mailText(['ñ'.repeat(76)])).toBe(`${'ñ'.repeat(76)}\n`);
  });
});
