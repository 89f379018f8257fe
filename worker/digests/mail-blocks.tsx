import type { NumberTableProps } from '../../web/components/number-table.tsx';
import { MailHeading, MailLink, MailParagraph } from '../platform/mail/mail-html.tsx';
import { MailFigure, type MailFigureProps, MailLines, MailNumbers } from '../platform/mail/mail-tables.tsx';
import { linesText, tableText } from '../platform/mail/text-tables.ts';
import type { MailBlock } from './section.ts';

/** Nothing where there are no lines. */
export function linesBlock({ heading, lines }: { heading: string; lines: string[] }): MailBlock {
  return {
    rank: 2,
    html: () => <MailLines heading={heading} lines={lines} />,
    text: linesText(heading, lines),
  };
}

type Paragraphs = {
  heading: string;
  lines: string[];
  more?: { href: string; text: string };
  /** What the first line says, as a large number where there is HTML. */
  figure?: MailFigureProps | null;
};

/** Sentences under a heading of their own, and where there is more. */
export function paragraphsBlock(
  rank: MailBlock['rank'],
  { heading, lines, more, figure = null }: Paragraphs,
): MailBlock {
  return {
    rank,
    html: () => (
      <>
        <MailHeading level={figure ? 1 : 2}>{heading}</MailHeading>
        {figure && <MailFigure {...figure} />}
        {lines.slice(figure ? 1 : 0).map((line) => (
          <MailParagraph>{line}</MailParagraph>
        ))}
        {more && (
          <MailParagraph>
            <MailLink href={more.href}>{more.text}</MailLink>
          </MailParagraph>
        )}
      </>
    ),
    text: linesText(heading, more ? [...lines, `${more.text}: ${more.href}`] : lines),
  };
}

export function numbersBlock(table: NumberTableProps): MailBlock {
  return { rank: 2, html: () => <MailNumbers {...table} />, text: tableText(table) };
}
