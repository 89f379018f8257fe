import type { Child } from 'hono/jsx';
import { accents, isAccent } from '../../web/accents.ts';
import { mailStyles } from '../platform/mail/mail-html.tsx';
import type { NumberRow, NumberTable } from './mail-rows.ts';
import type { PetitionWords } from './mail-words.ts';
import type { TallyWords } from './pages/copy.ts';

const cell = `${mailStyles.ink};${mailStyles.rule};font-size:16px;padding:6px 8px 6px 0;text-align:left;font-weight:400;vertical-align:top`;
const number = `${cell};${mailStyles.figures};padding-right:12px`;
const head = `${mailStyles.muted};padding:4px 8px 4px 0;text-align:left;font-weight:400`;
const caption = `${mailStyles.heading};font-size:20px;text-align:left;padding:32px 0 8px`;
const strong = 'font-weight:700';

/** A bar is a table of one cell as wide as its share: every mail reader draws that, Outlook too. */
export function Districts(props: { petition: PetitionWords; words: TallyWords; accent: string }) {
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

export function Numbers({ caption: title, heads, rows, total }: NumberTable) {
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
