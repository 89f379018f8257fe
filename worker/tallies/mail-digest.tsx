import type { Child } from 'hono/jsx';
import { accents, isAccent } from '../../web/accents.ts';
import { copy as shared } from '../../web/pages/tallies/copy.ts';
import {
  MailHeading,
  MailLayout,
  MailLink,
  MailParagraph,
  MailSmall,
  mailStyles,
} from '../platform/mail/mail-html.tsx';
import { copy } from './copy.ts';
import type { DigestWords, NumberRow, PetitionWords } from './mail-words.ts';

/** `said` is the digest in words; one column, nothing loaded from anywhere. */
export function DigestMailBody({ said, accent }: { said: DigestWords; accent: string }) {
  const words = copy[said.language].digest;
  const { links } = said;
  return (
    <MailLayout
      language={said.language}
      title={said.subject}
      preheader={said.petitions[0]?.summary ?? ''}
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
      {label},<b style="white-space:nowrap">{petition.change}</b>
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

const cell = `${mailStyles.ink};${mailStyles.rule};font-size:16px;padding:6px 8px 6px 0;text-align:left;font-weight:400;vertical-align:top`;
const number = `${cell};${mailStyles.figures};padding-right:12px`;
const head = `${mailStyles.muted};padding:4px 8px 4px 0;text-align:left;font-weight:400`;
const caption = `${mailStyles.heading};font-size:20px;text-align:left;padding:32px 0 8px`;
const strong = 'font-weight:700';

type Words = (typeof shared)['en'];

/** A bar is a table of one cell as wide as its share: every mail reader draws that, Outlook too. */
function Districts(props: { petition: PetitionWords; words: Words; accent: string }) {
  const { petition, words, accent } = props;
  const hasBars = petition.districts.some(({ share }) => share);
  return (
    <DataTable
      caption={words.places.heading}
      heads={[words.places.place, words.account.number]}
      hasBars={hasBars}
    >
      {petition.districts.map((row) => (
        <NumberLine row={row}>
          {hasBars && (
            <td class="rule" width="45%" style={`${cell};vertical-align:middle`}>
              {row.share ? <MailBar share={row.share} accent={accent} /> : ''}
            </td>
          )}
        </NumberLine>
      ))}
      {petition.places.map((row) => (
        <NumberLine row={row}>{hasBars && <td class="rule" style={cell} />}</NumberLine>
      ))}
      <NumberLine row={petition.total} weight={strong}>
        {hasBars && <td class="rule" style={cell} />}
      </NumberLine>
    </DataTable>
  );
}

function MailBar({ share, accent }: { share: number; accent: string }) {
  const name = isAccent(accent) ? accent : 'navy';
  const colour = accents[name].light;
  return (
    <table
      role="presentation"
      cellpadding="0"
      cellspacing="0"
      border={0}
      width={`${Math.max(1, Math.round(share * 100))}%`}
    >
      <tr>
        <td
          class={`accent-${name}`}
          bgcolor={colour}
          height="14"
          style={`background-color:${colour};height:14px;font-size:0;line-height:0`}
        >
          &nbsp;
        </td>
      </tr>
    </table>
  );
}

type NumbersProps = { caption: string; heads: [string, string]; rows: NumberRow[]; total: NumberRow };

function Numbers({ caption: title, heads, rows, total }: NumbersProps) {
  return (
    <DataTable caption={title} heads={heads}>
      {rows.map((row) => (
        <NumberLine row={row} />
      ))}
      <NumberLine row={total} weight={strong} />
    </DataTable>
  );
}

type DataTableProps = { caption: string; heads: [string, string]; hasBars?: boolean; children: Child };

function DataTable({ caption: title, heads, hasBars, children }: DataTableProps) {
  return (
    <table width="100%" cellpadding="0" cellspacing="0" border={0} style="border-collapse:collapse">
      <caption class="ink" style={caption}>
        {title}
      </caption>
      <thead>
        <tr>
          <th scope="col" class="muted" style={head}>
            {heads[0]}
          </th>
          <th
            scope="col"
            class="muted"
            style={`${head};text-align:right;white-space:nowrap;padding-right:12px`}
          >
            {heads[1]}
          </th>
          {hasBars && <td />}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

function NumberLine({ row, weight, children }: { row: NumberRow; weight?: string; children?: Child }) {
  const more = weight ? `;${weight}` : '';
  return (
    <tr>
      <th scope="row" class="ink rule" style={`${cell}${more}`}>
        {row.label}
      </th>
      <td class="ink rule" style={`${number}${more}`}>
        {row.value}
      </td>
      {children}
    </tr>
  );
}
