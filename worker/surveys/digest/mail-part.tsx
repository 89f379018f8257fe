import { pathOf } from '../../actions/rules.ts';
import { linesBlock, numbersBlock } from '../../digests/mail-blocks.tsx';
import type { MailPart, MailSurroundings } from '../../digests/section.ts';
import { MailHeading, MailLink, MailParagraph, MailSmall } from '../../platform/mail/mail-html.tsx';
import { MailFigure } from '../../platform/mail/mail-tables.tsx';
import { titleText } from '../../platform/mail/text-tables.ts';
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
  const part = {
    campaign: tally.campaign,
    title: words.title,
    summary: words.summary,
    subject: words.subject,
    hasChanged: tally.change !== 0,
    news: words.news,
  };
  // A survey that nobody has answered is one line.
  if (tally.confirmed === 0) {
    const html = () => (
      <MailParagraph>
        {words.empty} <MailLink href={links.liveUrl}>{links.liveLink}</MailLink>
      </MailParagraph>
    );
    return { ...part, blocks: [{ rank: 0, html, text: `${words.empty}\n${links.liveUrl}` }] };
  }
  return {
    ...part,
    blocks: [
      { rank: 0, html: () => <Head words={words} />, text: headText(words) },
      { ...linesBlock(words.findings), rank: 1 },
      { ...linesBlock(words.suggestions), rank: 1 },
      ...words.tables.map(numbersBlock),
      linesBlock(words.texts),
      linesBlock(words.words),
      linesBlock(words.corrections),
      {
        rank: 0,
        html: () => <Foot links={links} />,
        text: `${links.more}\n${links.staffUrl}\n\n${links.live}\n${links.liveUrl}`,
      },
    ],
  };
}

type Links = Record<'more' | 'moreLink' | 'staffUrl' | 'live' | 'liveLink' | 'liveUrl', string>;

function headText(words: SurveyWords): string {
  return [
    titleText(words.title),
    words.summary,
    words.numbers.map(({ label, value, change }) => `${value} ${label} (${change})`).join('\n'),
    ...(words.overlap ? [words.overlap] : []),
    ...words.notes,
  ].join('\n\n');
}

/** Its three numbers. What stands out follows, then a table for each question. */
function Head({ words }: { words: SurveyWords }) {
  return (
    <>
      <MailHeading>{words.title}</MailHeading>
      <MailParagraph>{words.summary}</MailParagraph>
      {words.numbers.map((number, i) => (
        <MailFigure {...number} size={i === 0 ? 48 : 24} space={i === 0 ? 8 : 4} />
      ))}
      {words.overlap && <MailSmall>{words.overlap}</MailSmall>}
      {words.notes.map((note) => (
        <MailParagraph>{note}</MailParagraph>
      ))}
    </>
  );
}

function Foot({ links }: { links: Links }) {
  return (
    <MailParagraph>
      {links.more} <MailLink href={links.staffUrl}>{links.moreLink}</MailLink>
      <br />
      {links.live} <MailLink href={links.liveUrl}>{links.liveLink}</MailLink>
    </MailParagraph>
  );
}
