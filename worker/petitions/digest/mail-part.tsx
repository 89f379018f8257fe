import { pathOf } from '../../actions/rules.ts';
import { linesBlock, numbersBlock } from '../../digests/mail-blocks.tsx';
import type { MailPart, MailSurroundings } from '../../digests/section.ts';
import type { ActionTally } from '../../digests/tally-rules.ts';
import { barsOf, type TallyWords, tallyWords } from '../../digests/tally-words.ts';
import { MailHeading, MailLink, MailParagraph } from '../../platform/mail/mail-html.tsx';
import { MailBars, MailFigure, MailNumbers } from '../../platform/mail/mail-tables.tsx';
import { barsText, tableText, titleText } from '../../platform/mail/text-tables.ts';
import { petitionDigestCopy } from './copy.ts';

export function petitionMailPart(
  tally: ActionTally,
  { city, language, publicUrl }: MailSurroundings,
): MailPart {
  const copy = petitionDigestCopy[language];
  const words = tallyWords(tally, { wording: copy.tally, city, language });
  const liveUrl = publicUrl + pathOf({ kind: 'petition', slug: tally.slug });
  const { counts, corrections } = words;
  const bars = barsOf(counts);
  return {
    campaign: tally.campaign,
    title: words.title,
    summary: words.summary,
    subject: words.subject,
    hasChanged: tally.change !== 0,
    news: words.news,
    blocks: [
      {
        rank: 0,
        html: () => <Head words={words} />,
        text: [
          titleText(words.title),
          words.summary,
          `${words.confirmed} ${words.verified} (${words.change})`,
          ...words.notes,
        ].join('\n\n'),
      },
      { rank: 1, html: (accent) => <MailBars table={bars} accent={accent} />, text: barsText(bars) },
      { rank: 1, html: () => <MailNumbers {...counts.account} />, text: tableText(counts.account) },
      ...(counts.partners ? [numbersBlock(counts.partners)] : []),
      linesBlock({
        heading: corrections.heading,
        lines: corrections.lines.length > 0 ? corrections.lines : [corrections.none],
      }),
      linesBlock({ heading: counts.possible.heading, lines: [counts.possible.text] }),
      ...(counts.paper ? [{ ...linesBlock(counts.paper), rank: 1 as const }] : []),
      { ...linesBlock(words.next), rank: 1 },
      {
        rank: 0,
        html: () => (
          <MailParagraph>
            {copy.mail.live} <MailLink href={liveUrl}>{copy.mail.liveLink}</MailLink>
          </MailParagraph>
        ),
        text: `${copy.mail.live}\n${liveUrl}`,
      },
    ],
  };
}

function Head({ words }: { words: TallyWords }) {
  return (
    <>
      <MailHeading>{words.title}</MailHeading>
      <MailParagraph>{words.summary}</MailParagraph>
      <MailFigure value={words.confirmed} label={words.verified} change={words.change} />
      {words.notes.map((note) => (
        <MailParagraph>{note}</MailParagraph>
      ))}
    </>
  );
}
