import { Button } from '../../../web/components/button.tsx';
import { Chart, type ChartRow } from '../../../web/components/chart.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList } from '../../../web/console/list.tsx';
import { formatNumber } from '../../../web/language.ts';
import type { Narrowing } from '../condition-rules.ts';
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
    lists: { kind: Narrowing; rows: EvidenceRow[] }[];
    examples: { id: string; state: string; day: string; place: string; source: string }[];
  };
};

export function EvidenceParts({ frame, id, evidence }: EvidenceProps) {
  const { shell } = frame;
  const { language } = shell;
  const words = oneCopy[language];
  const { times, lists, examples } = evidence;
  const { columns } = words.examples;
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
      {lists.map(({ kind, rows }) => (
        <ConsoleList
          shell={shell}
          caption={
            rows.length < 10 ? words.evidence[kind] : `${words.evidence[kind]}. ${words.evidence.most}`
          }
          columns={[
            { label: words.evidence[kind] },
            { label: words.evidence.n, numeric: true },
            { label: words.evidence.share, numeric: true },
            { label: words.evidence.narrow },
          ]}
          rows={rows.map((row) => [
            <span class="address">{row.label}</span>,
            formatNumber(row.n, language),
            row.share,
            row.narrow && <Narrow frame={frame} id={id} row={row} />,
          ])}
        />
      ))}
      <h2>{words.examples.heading}</h2>
      <p>{words.examples.hint}</p>
      <ConsoleList
        shell={shell}
        caption={words.examples.heading}
        columns={[columns.id, columns.state, columns.day, columns.place, columns.source].map((label) => ({
          label,
        }))}
        rows={examples.map((example) => [
          <code class="address">{example.id}</code>,
          example.state,
          example.day,
          example.place,
          example.source,
        ])}
      />
    </>
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
