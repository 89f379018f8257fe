import {
  MailHeading,
  MailLayout,
  MailLink,
  MailParagraph,
  MailSmall,
  mailStyles,
} from '../platform/mail/mail-html.tsx';
import { SurveyPart } from '../surveys/digest/mail-survey.tsx';
import { copy } from './copy.ts';
import { Districts, Numbers } from './mail-tables.tsx';
import type { DigestWords, PetitionWords } from './mail-words.ts';
import { copy as shared } from './pages/copy.ts';

/** `said` is the digest in words; one column, nothing loaded from anywhere. */
export function DigestMailBody({ said, accent }: { said: DigestWords; accent: string }) {
  const words = copy[said.language].digest;
  const { links } = said;
  return (
    <MailLayout
      language={said.language}
      title={said.subject}
      preheader={(said.petitions[0] ?? said.surveys[0])?.summary ?? ''}
      masthead={said.masthead}
      footer={[
        said.questions,
        <>
          {words.staff} <MailLink href={links.staffUrl}>{words.staffLink}</MailLink>
        </>,
        <>
          {words.frequency} <MailLink href={links.deliveryUrl}>{words.frequencyLink}</MailLink>
        </>,
        said.why,
      ]}
    >
      {said.petitions.map((petition) => (
        <PetitionPart petition={petition} said={said} accent={accent} />
      ))}
      {said.surveys.map((survey) => (
        <SurveyPart survey={survey} said={said} />
      ))}
      <MailHeading level={2}>{shared[said.language].how.heading}</MailHeading>
      {said.how.map((line) => (
        <MailSmall>{line}</MailSmall>
      ))}
    </MailLayout>
  );
}

function PetitionPart(props: { petition: PetitionWords; said: DigestWords; accent: string }) {
  const { petition, said, accent } = props;
  const words = shared[said.language];
  const { corrections, next } = petition;
  return (
    <>
      <MailHeading>{petition.title}</MailHeading>
      <MailParagraph>{petition.summary}</MailParagraph>
      <BigNumber petition={petition} label={words.verified} />
      {petition.notes.map((note) => (
        <MailParagraph>{note}</MailParagraph>
      ))}
      <Districts petition={petition} words={words} accent={accent} />
      <Numbers
        caption={words.account.heading}
        heads={[words.account.what, words.account.number]}
        rows={petition.account}
        total={petition.received}
      />
      {petition.partners && <Numbers {...petition.partners} />}
      <Lines
        heading={words.corrections.heading}
        lines={corrections.length > 0 ? corrections : [words.corrections.none]}
      />
      <Lines heading={words.possible.heading} lines={[petition.possible]} />
      {next.length > 0 && <Lines heading={words.next.heading} lines={next} />}
      <MailParagraph>
        {copy[said.language].digest.live}{' '}
        <MailLink href={petition.liveUrl}>{copy[said.language].digest.liveLink}</MailLink>
      </MailParagraph>
    </>
  );
}

function BigNumber({ petition, label }: { petition: PetitionWords; label: string }) {
  return (
    <p class="ink" style={`margin:0 0 16px;${mailStyles.ink}`}>
      <span class="ink" style={`${mailStyles.heading};font-size:48px;line-height:1`}>
        {petition.confirmed}
      </span>{' '}
      {label}
      {', '}
      <b style="white-space:nowrap">{petition.change}</b>
    </p>
  );
}

function Lines({ heading, lines }: { heading: string; lines: string[] }) {
  return (
    <>
      <MailHeading level={2}>{heading}</MailHeading>
      {lines.map((line) => (
        <MailParagraph>{line}</MailParagraph>
      ))}
    </>
  );
}
