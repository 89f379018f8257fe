import { HelpLines, type HelpLinesProps } from '../../../web/components/help-lines.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Table } from '../../../web/components/table.tsx';
import { formatDate, type Language, message } from '../../../web/language.ts';
import type { NormsChange } from '../norms-rules.ts';
import type { Sector } from '../rules.ts';
import { coalitionCopy } from './campaign-copy.ts';
import { togetherCopy } from './together-copy.ts';

export type ShownNorms = { version: number; since: string; texts: string[] };

export type ShownPartner = {
  name: string;
  sector: Sector;
  role: string;
  brings: string | null;
  decides: string | null;
  agreed: { version: number; on: string } | null;
};

/** No field asks for a case: it says so, and who to call. */
export function NoCase({ language, help }: { language: Language; help: HelpLinesProps | null }) {
  const words = togetherCopy[language].noCase;
  return help ? (
    <HelpLines heading={`${words.heading}. ${words.text}`} lines={help.lines} note={null} />
  ) : (
    <Notice>
      <p>
        <b>{words.heading}</b>
      </p>
      <p>{words.none}</p>
    </Notice>
  );
}

export function NormsText({ language, norms }: { language: Language; norms: ShownNorms | null }) {
  const words = togetherCopy[language].norms;
  if (!norms) return <p>{words.none}</p>;
  return (
    <>
      <p>
        {message(
          words.version,
          { version: String(norms.version), date: formatDate(norms.since, language) },
          language,
        )}
      </p>
      <ol>
        {norms.texts.map((text) => (
          <li>{text}</li>
        ))}
      </ol>
    </>
  );
}

/** What is new and what is gone since the version that a partner agreed to. */
export function NormsChanged({
  language,
  change: { added, gone },
  version,
}: {
  language: Language;
  change: NormsChange;
  version: number;
}) {
  const words = togetherCopy[language].norms;
  return (
    <>
      <h3>{message(words.since, { version: String(version) }, language)}</h3>
      {added.length + gone.length === 0 && <p>{words.sameHere}</p>}
      {added.length > 0 && (
        <>
          <p>{words.added}</p>
          <ul>
            {added.map((text) => (
              <li>
                <ins>{text}</ins>
              </li>
            ))}
          </ul>
        </>
      )}
      {gone.length > 0 && (
        <>
          <p>{words.goneNow}</p>
          <ul>
            {gone.map((text) => (
              <li>
                <del>{text}</del>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Who is here, by sector: what each does, brings and decides, and to which version of the norms it agreed. */
export function Everybody({
  language,
  partners,
  version,
}: {
  language: Language;
  partners: readonly ShownPartner[];
  /** Of the norms that stand; null where there are none. */
  version: number | null;
}) {
  const words = togetherCopy[language].partners;
  const { columns } = words;
  const sectors = coalitionCopy[language].sectors;
  const bySector = [...Map.groupBy(partners, ({ sector }) => sector).values()].flat();
  return (
    <Table
      asList
      caption={words.caption}
      columns={[columns.who, columns.does, columns.brings, columns.decides, columns.agreed].map((label) => ({
        label,
      }))}
      rows={bySector.map(({ name, sector, role, brings, decides, agreed }) => [
        <>
          {name}
          <br />
          <span class="small">{sectors[sector]}</span>
        </>,
        role,
        brings ?? words.unsaid,
        decides ?? words.unsaid,
        agreed
          ? message(
              agreed.version === version ? words.to : words.earlier,
              { version: String(agreed.version), date: formatDate(agreed.on, language) },
              language,
            )
          : words.not,
      ])}
    />
  );
}
