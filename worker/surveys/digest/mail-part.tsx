import { pathOf } from '../../actions/rules.ts';
import type { MailPart, MailSurroundings } from '../../digests/section.ts';
import { MailHeading, MailLink, MailParagraph, MailSmall } from '../../platform/mail/mail-html.tsx';
import { MailFigure, MailLines, MailNumbers } from '../../platform/mail/mail-tables.tsx';
import { linesText, tableText, titleText } from '../../platform/mail/text-tables.ts';
import { type SurveyWords, surveyWords } from './mail-surveys.ts';
import { sectionCopy } from './section-copy.ts';
import type { ReadableSurvey } from './survey-tally-rules.ts';

export function surveyMailPart(
  tally: ReadableSurvey,
  { city, language, publicUrl, staffUrl }: MailSurroundings,
): MailPart {
  const words = surveyWords(tally, city, language);
  const links = {
    ...sectionCopy[language].mail,
    staffUrl,
    liveUrl: publicUrl + pathOf({ kind: 'survey', slug: tally.slug }),
  };
  const linesOf = ({ heading, lines }: { heading: string; lines: string[] }) => linesText(heading, lines);
  return {
    campaign: tally.campaign,
    title: words.title,
    summary: words.summary,
    confirmed: tally.confirmed,
    change: tally.change,
    html: () => <SurveyPart words={words} links={links} />,
    text: [
      titleText(words.title),
      words.summary,
      words.numbers.map(({ label, value, change }) => `${value} ${label} (${change})`).join('\n'),
      words.overlap,
      ...words.notes,
      linesOf(words.findings),
      linesOf(words.suggestions),
      ...words.tables.map(tableText),
      linesOf(words.texts),
      linesOf(words.words),
      linesOf(words.corrections),
      `${links.more}\n${links.staffUrl}`,
      `${links.live}\n${links.liveUrl}`,
    ],
  };
}

type Links = Record<'more' | 'moreLink' | 'staffUrl' | 'live' | 'liveLink' | 'liveUrl', string>;

/** Its three numbers first, then what stands out, then a table for each question. */
function SurveyPart({ words, links }: { words: SurveyWords; links: Links }) {
  return (
    <>
      <MailHeading>{words.title}</MailHeading>
      <MailParagraph>{words.summary}</MailParagraph>
      {words.numbers.map((number, i) => (
        <MailFigure {...number} size={i === 0 ? 48 : 24} space={i === 0 ? 8 : 4} />
      ))}
      <MailSmall>{words.overlap}</MailSmall>
      {words.notes.map((note) => (
        <MailParagraph>{note}</MailParagraph>
      ))}
      <MailLines {...words.findings} />
      <MailLines {...words.suggestions} />
      {words.tables.map((table) => (
        <MailNumbers {...table} />
      ))}
      <MailLines {...words.texts} />
      <MailLines {...words.words} />
      <MailLines {...words.corrections} />
      <MailParagraph>
        {links.more} <MailLink href={links.staffUrl}>{links.moreLink}</MailLink>
        <br />
        {links.live} <MailLink href={links.liveUrl}>{links.liveLink}</MailLink>
      </MailParagraph>
    </>
  );
}
