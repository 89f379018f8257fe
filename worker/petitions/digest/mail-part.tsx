import { pathOf } from '../../actions/rules.ts';
import type { MailPart, MailSurroundings } from '../../digests/section.ts';
import type { ActionTally } from '../../digests/tally-rules.ts';
import { barsOf, type TallyWords, tallyWords } from '../../digests/tally-words.ts';
import { MailHeading, MailLink, MailParagraph } from '../../platform/mail/mail-html.tsx';
import { MailBars, MailFigure, MailLines, MailNumbers } from '../../platform/mail/mail-tables.tsx';
import { barsText, linesText, tableText, titleText } from '../../platform/mail/text-tables.ts';
import { petitionDigestCopy } from './copy.ts';

export function petitionMailPart(
  tally: ActionTally,
  { city, language, publicUrl }: MailSurroundings,
): MailPart {
  const copy = petitionDigestCopy[language];
  const words = tallyWords(tally, { wording: copy.tally, city, language });
  const liveUrl = publicUrl + pathOf({ kind: 'petition', slug: tally.slug });
  return {
    campaign: tally.campaign,
    title: words.title,
    summary: words.summary,
    confirmed: tally.confirmed,
    change: tally.change,
    html: (accent) => <PetitionPart words={words} live={copy.mail} liveUrl={liveUrl} accent={accent} />,
    text: [
      titleText(words.title),
      words.summary,
      `${words.confirmed} ${words.verified} (${words.change})`,
      ...words.notes,
      barsText(barsOf(words.counts)),
      tableText(words.counts.account),
      words.counts.partners && tableText(words.counts.partners),
      correctionsText(words),
      `${words.counts.possible.heading}\n${words.counts.possible.text}`,
      linesText(words.next.heading, words.next.lines),
      `${copy.mail.live}\n${liveUrl}`,
    ],
  };
}

function correctionsText({ corrections: { heading, lines, none } }: TallyWords): string {
  return linesText(heading, lines) ?? `${heading}\n${none}`;
}

type PetitionPartProps = {
  words: TallyWords;
  live: { live: string; liveLink: string };
  liveUrl: string;
  accent: string;
};

function PetitionPart({ words, live, liveUrl, accent }: PetitionPartProps) {
  const { counts, corrections } = words;
  return (
    <>
      <MailHeading>{words.title}</MailHeading>
      <MailParagraph>{words.summary}</MailParagraph>
      <MailFigure value={words.confirmed} label={words.verified} change={words.change} />
      {words.notes.map((note) => (
        <MailParagraph>{note}</MailParagraph>
      ))}
      <MailBars table={barsOf(counts)} accent={accent} />
      <MailNumbers {...counts.account} />
      {counts.partners && <MailNumbers {...counts.partners} />}
      <MailLines
        heading={corrections.heading}
        lines={corrections.lines.length > 0 ? corrections.lines : [corrections.none]}
      />
      <MailLines heading={counts.possible.heading} lines={[counts.possible.text]} />
      <MailLines {...words.next} />
      <MailParagraph>
        {live.live} <MailLink href={liveUrl}>{live.liveLink}</MailLink>
      </MailParagraph>
    </>
  );
}
