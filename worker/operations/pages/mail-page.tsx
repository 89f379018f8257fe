import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Table } from '../../../web/components/table.tsx';
import { Decision } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { Queue, QueueRow } from '../../../web/console/list.tsx';
import { formatNumber, type Language, message } from '../../../web/language.ts';
import { mailCopy } from './mail-copy.ts';

export type FateRow = {
  label: string;
  sent: number;
  delivered: number;
  bounced: number;
  complained: number;
  failed: number;
};

export type MailPageProps = {
  frame: ConsoleFrame;
  queued: { waiting: number; oldest: string | null; claimed: number; bounced: number; complained: number };
  countedAtMost: number;
  unsent: { id: string; kind: string; state: 'failed' | 'uncertain'; error: string | null; when: string }[];
  byDay: FateRow[];
  byDomain: FateRow[];
  mayDecide: boolean;
  isChanged: boolean;
};

export function MailPage(props: MailPageProps) {
  const { frame, isChanged } = props;
  const { language } = frame.shell;
  const words = mailCopy[language];
  return (
    <ConsolePage frame={frame} title={words.title} isError={isChanged}>
      <div class="flow">
        <ErrorSummary
          language={language}
          lines={isChanged ? [{ href: '#unsent', text: words.changed }] : []}
        />
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <Unsent {...props} />
        <Now {...props} />
        <Fates rows={props.byDay} caption={words.byDay} first={words.day} language={language} />
        <Fates rows={props.byDomain} caption={words.byDomain} first={words.domain} language={language} />
        <p class="hint">{words.ratesHint}</p>
      </div>
    </ConsolePage>
  );
}

function Unsent({ frame, unsent, mayDecide }: MailPageProps) {
  const { shell, formToken, campaign } = frame;
  const { language } = shell;
  const words = mailCopy[language];
  if (unsent.length === 0) return <p class="lead">{words.allSent}</p>;
  return (
    <section class="flow" id="unsent">
      <h2>{message(words.unsent, { n: unsent.length }, language)}</h2>
      <Queue>
        {unsent.map(({ id, kind, state, error, when }) => (
          <QueueRow id={id}>
            <p>
              <strong>{words.states[state]}</strong> {message(words.kind, { kind, when }, language)}
            </p>
            {error && <p class="hint address">{error}</p>}
            {mayDecide && (
              <Decision
                shell={shell}
                formToken={formToken}
                action={`/organize/campaigns/${campaign.slug}/mail/${id}`}
                name={id}
                seen={state}
                choices={[
                  { value: 'again', label: words.again, key: 'A' },
                  { value: 'leave', label: words.leave, key: 'H' },
                ]}
              />
            )}
          </QueueRow>
        ))}
      </Queue>
    </section>
  );
}

function Now({ frame, queued, countedAtMost }: MailPageProps) {
  const { language } = frame.shell;
  const words = mailCopy[language];
  const count = (n: number) =>
    n > countedAtMost ? message(words.moreThan, { n: countedAtMost }, language) : formatNumber(n, language);
  const { waiting, claimed, bounced, complained, oldest } = queued;
  const rows = [
    [words.waiting, count(waiting)],
    [words.claimed, count(claimed)],
    [words.suppressedBounced, count(bounced)],
    [words.suppressedComplained, count(complained)],
  ];
  return (
    <>
      <Table
        caption={words.now}
        columns={[{ label: words.what }, { label: words.number, numeric: true }]}
        rows={rows}
      />
      {oldest && <p class="hint">{message(words.oldest, { date: oldest }, language)}</p>}
    </>
  );
}

type FatesProps = { rows: FateRow[]; caption: string; first: string; language: Language };

function Fates({ rows, caption, first, language }: FatesProps) {
  const words = mailCopy[language];
  const { columns } = words;
  if (rows.length === 0) return null;
  const labels = [columns.sent, columns.delivered, columns.bounced, columns.complained, columns.failed];
  return (
    <Table
      asList
      caption={caption}
      columns={[{ label: first }, ...labels.map((label) => ({ label, numeric: true }))]}
      rows={rows.map((row) => [
        row.label,
        formatNumber(row.sent, language),
        withRate(row.delivered, row, language),
        withRate(row.bounced, row, language),
        withRate(row.complained, row, language),
        formatNumber(row.failed, language),
      ])}
    />
  );
}

/** "12 (1.5%)", without a rate if nothing was sent. */
function withRate(n: number, { sent }: FateRow, language: Language): string {
  const count = formatNumber(n, language);
  if (n === 0 || sent < n) return count;
  const rate = formatNumber(Math.round((1000 * n) / sent) / 10, language);
  return message(mailCopy[language].rate, { n: count, rate }, language);
}
