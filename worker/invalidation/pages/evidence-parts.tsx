import { Button } from '../../../web/components/button.tsx';
import { Chart, type ChartRow } from '../../../web/components/chart.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { districtWords } from '../../../web/console/district-words.ts';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList } from '../../../web/console/list.tsx';
import { formatNumber } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import type { Narrowing } from '../condition-rules.ts';
import { mostRows } from '../rules.ts';
import { pathTo } from './list-page.tsx';
import { oneCopy } from './one-copy.ts';

export type EvidenceRow = {
  label: string;
  n: number;
  share: string;
  narrow: { kind: Narrowing; key: string } | null;
};

export type EvidenceProps = {
  frame: ConsoleFrame;
  id: string;
  evidence: {
    times: { kind: 'hours' | 'days' | 'busiest'; rows: ChartRow[] };
    /** `isCoded`: some of its values are known only as a code. */
    lists: { kind: Narrowing; rows: EvidenceRow[]; isCoded: boolean }[];
    /** Its state, day, district and source in one line. */
    examples: { id: string; code: string; facts: string }[];
  };
};

export function EvidenceParts({ frame, id, evidence }: EvidenceProps) {
  const { shell, campaign } = frame;
  const { language } = shell;
  const words = oneCopy[language];
  const { times, lists, examples } = evidence;
  return (
    <>
      <h2>{words.evidence.heading}</h2>
      <Chart
        title={words.evidence[times.kind]}
        labelHead={times.kind === 'days' ? words.evidence.day : words.evidence.hour}
        valueHead={words.evidence.n}
        rows={times.rows}
        inOrder
        language={language}
      />
      <div class="two-columns">
        {lists.map((list) => (
          <div class="flow">
            <Values frame={frame} id={id} {...list} />
            {list.kind === 'domain' && list.isCoded && <p class="hint">{words.evidence.codes}</p>}
          </div>
        ))}
      </div>
      <h2>{words.examples.heading}</h2>
      <p>{words.examples.hint}</p>
      <ul>
        {examples.map((example) => (
          <li>
            <a href={linkFrom(shell, `/organize/campaigns/${campaign.slug}/signatures/${example.id}`)}>
              <code>{example.code}</code>
            </a>{' '}
            {example.facts}
          </li>
        ))}
      </ul>
    </>
  );
}

type ValuesProps = Pick<EvidenceProps, 'frame' | 'id'> & EvidenceProps['evidence']['lists'][number];

function Values({ frame, id, kind, rows }: ValuesProps) {
  const { language } = frame.shell;
  const words = oneCopy[language].evidence;
  const caption = districtWords(words[kind], frame);
  const canNarrow = rows.some(({ narrow }) => narrow !== null);
  return (
    <ConsoleList
      shell={frame.shell}
      caption={rows.length < mostRows ? caption : `${caption}. ${words.most}`}
      columns={[
        { label: districtWords(words.heads[kind], frame) },
        { label: words.n, numeric: true },
        { label: words.share, numeric: true },
        ...(canNarrow ? [{ label: words.narrow }] : []),
      ]}
      rows={rows.map((row) => [
        <span class="address">{row.label}</span>,
        formatNumber(row.n, language),
        row.share,
        ...(canNarrow ? [row.narrow && <Narrow frame={frame} id={id} row={row} />] : []),
      ])}
    />
  );
}

function Narrow({ frame, id, row }: { frame: ConsoleFrame; id: string; row: EvidenceRow }) {
  const words = oneCopy[frame.shell.language].evidence;
  return (
    <ConsoleForm shell={frame.shell} formToken={frame.formToken} action={pathTo(frame, '')}>
      <input type="hidden" name="within" value={id} />
      <input type="hidden" name="kind" value={row.narrow?.kind} />
      <input type="hidden" name="key" value={row.narrow?.key} />
      <Button secondary working={words.narrowing}>
        {words.narrow} <span class="unseen">{row.label}</span>
      </Button>
    </ConsoleForm>
  );
}
