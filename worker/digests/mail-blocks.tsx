import type { NumberTableProps } from '../../web/components/number-table.tsx';
import { MailHeading, MailParagraph } from '../platform/mail/mail-html.tsx';
import { MailLines, MailNumbers } from '../platform/mail/mail-tables.tsx';
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

/** Sentences under a heading of their own. */
export function paragraphsBlock(
  rank: MailBlock['rank'],
  { heading, lines }: { heading: string; lines: string[] },
): MailBlock {
  return {
    rank,
    html: () => (
      <>
        <MailHeading level={2}>{heading}</MailHeading>
        {lines.map((line) => (
          <MailParagraph>{line}</MailParagraph>
        ))}
      </>
    ),
    text: linesText(heading, lines),
  };
}

export function numbersBlock(table: NumberTableProps): MailBlock {
  return { rank: 2, html: () => <MailNumbers {...table} />, text: tableText(table) };
}
