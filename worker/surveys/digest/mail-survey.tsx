import { copy } from '../../digests/copy.ts';
import { Numbers } from '../../digests/mail-tables.tsx';
import type { DigestWords } from '../../digests/mail-words.ts';
import {
  MailHeading,
  MailLink,
  MailParagraph,
  MailSmall,
  mailStyles,
} from '../../platform/mail/mail-html.tsx';
import type { SurveyWords } from './mail-surveys.ts';
import { surveyCopy } from './pages/survey-copy.ts';

/** A survey in a digest: its three numbers first, then what stands out, then a table for each question. */
export function SurveyPart({ survey, said }: { survey: SurveyWords; said: DigestWords }) {
  const words = surveyCopy[said.language];
  const digest = copy[said.language].digest;
  return (
    <>
      <MailHeading>{survey.title}</MailHeading>
      <MailParagraph>{survey.summary}</MailParagraph>
      {survey.numbers.map((number, i) => (
        <OneNumber number={number} isFirst={i === 0} />
      ))}
      <MailSmall>{survey.overlap}</MailSmall>
      {survey.notes.map((note) => (
        <MailParagraph>{note}</MailParagraph>
      ))}
      <Lines heading={words.findings.heading} lines={survey.findings} />
      <Lines heading={words.suggestions.heading} lines={survey.suggestions} />
      {survey.tables.map((table) => (
        <Numbers {...table} />
      ))}
      <Lines heading={words.texts} lines={survey.texts} />
      <Lines heading={words.words.heading} lines={survey.words} />
      <Lines heading={words.tally.corrections.heading} lines={survey.corrections} />
      <MailParagraph>
        {digest.moreOfSurvey} <MailLink href={said.links.staffUrl}>{digest.staffLink}</MailLink>
        <br />
        {digest.liveSurvey} <MailLink href={survey.liveUrl}>{digest.liveSurveyLink}</MailLink>
      </MailParagraph>
    </>
  );
}

function OneNumber({ number, isFirst }: { number: SurveyWords['numbers'][number]; isFirst: boolean }) {
  return (
    <p class="ink" style={`margin:0 0 ${isFirst ? 8 : 4}px;${mailStyles.ink}`}>
      <span class="ink" style={`${mailStyles.heading};font-size:${isFirst ? 48 : 24}px;line-height:1`}>
        {number.value}
      </span>{' '}
      {number.label}
      {', '}
      <b style="white-space:nowrap">{number.change}</b>
    </p>
  );
}

function Lines({ heading, lines }: { heading: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <MailHeading level={2}>{heading}</MailHeading>
      {lines.map((line) => (
        <MailParagraph>{line}</MailParagraph>
      ))}
    </>
  );
}
