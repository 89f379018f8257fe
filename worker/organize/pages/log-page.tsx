import { Button } from '../../../web/components/button.tsx';
import { Select, TextField } from '../../../web/components/field.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList } from '../../../web/console/list.tsx';
import { message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { logCopy } from './log-copy.ts';

export type LogRow = {
  id: string;
  when: string;
  /** Null for a command. */
  who: string | null;
  words: string;
  /** `page`: its own, where there is one. `href`: the log of it alone. */
  subject: { words: string; page: string | null; id: string; href: string };
  reason: string;
  before: string[];
  after: string[];
  left: number;
  isUndone: boolean;
  canUndo: boolean;
};

export type LogPageProps = {
  frame: ConsoleFrame;
  rows: LogRow[];
  head: string | null;
  /** The name of the time zone. */
  zone: string;
  filter: { kind: string; actor: string; subject: string; day: string; of: string };
  csv: string;
  /** Where it is checked that the chain is whole. */
  check: string;
  kinds: { value: string; label: string }[];
  actors: { value: string; label: string }[];
  pager: { next: string | null; first: string | null };
};

export function LogPage(props: LogPageProps) {
  const { frame, rows, head, pager, csv } = props;
  const { shell } = frame;
  const words = logCopy[shell.language];
  const { columns } = words;
  const isFiltered = Object.values(props.filter).some((value) => value !== '');
  const home = `/organize/campaigns/${frame.campaign.slug}/log`;
  return (
    <ConsolePage frame={frame} title={words.title}>
      <div class="flow">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        {(head !== null || isFiltered) && <Filter {...props} />}
        <ConsoleList
          shell={shell}
          caption={message(words.caption, { zone: props.zone }, shell.language)}
          empty={isFiltered ? words.empty : words.noHead}
          columns={[columns.when, columns.who, columns.what, columns.facts, columns.undo].map((label) => ({
            label,
          }))}
          rows={rows.map((row) => [
            <span class="when">{row.when}</span>,
            <span class="address">{row.who ?? words.command}</span>,
            <What frame={frame} row={row} />,
            <Facts row={row} />,
            <Undo frame={frame} row={row} back={home} />,
          ])}
          pager={pager}
        />
        {head !== null && (
          <>
            <p class="address">{message(words.head, { hash: head }, shell.language)}</p>
            <p class="hint">{words.headHint}</p>
            <p>
              <a href={linkFrom(shell, props.check)}>{words.check.link}</a>
            </p>
            <p>
              <a href={linkFrom(shell, csv)}>{words.export}</a>
            </p>
          </>
        )}
      </div>
    </ConsolePage>
  );
}

function What({ frame, row }: { frame: ConsoleFrame; row: LogRow }) {
  const { language } = frame.shell;
  const words = logCopy[language];
  return (
    <>
      <p>{row.words}</p>
      {row.reason !== '' && <p class="hint">{message(words.reason, { reason: row.reason }, language)}</p>}
      {row.left > 0 && <p class="hint">{message(words.left, { n: row.left }, language)}</p>}
      <p class="hint address">
        <Subject frame={frame} subject={row.subject} />
      </p>
    </>
  );
}

function Subject({ frame, subject }: { frame: ConsoleFrame; subject: LogRow['subject'] }) {
  const { shell } = frame;
  const { words, page, id, href } = subject;
  const log = logCopy[shell.language];
  // "sample 1" is a name for programs, in English alone.
  const isCode = !id.includes(' ');
  if (words === id) return <a href={linkFrom(shell, href)}>{id}</a>;
  return (
    <>
      {page ? <a href={linkFrom(shell, page)}>{words}</a> : words}
      {' · '}
      <a href={linkFrom(shell, href)}>
        {isCode ? message(log.allAbout, { id }, shell.language) : log.allAboutIt}
      </a>
    </>
  );
}

function Facts({ row }: { row: LogRow }) {
  const both = [row.before.join(', '), row.after.join(', ')].filter((text) => text !== '');
  return <span class="address">{both.length > 0 ? both.join(' → ') : '–'}</span>;
}

function Undo({ frame, row, back }: { frame: ConsoleFrame; row: LogRow; back: string }) {
  const words = logCopy[frame.shell.language];
  if (row.isUndone) return <>{words.undone}</>;
  if (!row.canUndo) return <>–</>;
  const action = `/organize/campaigns/${frame.campaign.slug}/acts/${row.id}/undo`;
  return (
    <ConsoleForm shell={frame.shell} formToken={frame.formToken} action={action}>
      <input type="hidden" name="back" value={back} />
      <button class="link" type="submit" data-working={words.undoing}>
        {words.undo}
        <span class="unseen"> {row.words}</span>
      </button>
    </ConsoleForm>
  );
}

function Filter({ frame, filter, kinds, actors }: LogPageProps) {
  const { language } = frame.shell;
  const words = logCopy[language];
  const all = { value: '', label: words.all };
  const field = { language, error: null };
  const isOpen = Object.values(filter).some((value) => value !== '');
  return (
    <details open={isOpen}>
      <summary>{words.filter}</summary>
      <form action={linkFrom(frame.shell, `/organize/campaigns/${frame.campaign.slug}/log`)}>
        <Select {...field} name="kind" label={words.kind} value={filter.kind} options={[all, ...kinds]} />
        <Select {...field} name="actor" label={words.actor} value={filter.actor} options={[all, ...actors]} />
        <TextField {...field} name="subject" label={words.subject} value={filter.subject} />
        <TextField
          {...field}
          name="day"
          label={words.day}
          hint={words.dayHint}
          value={filter.day}
          width="short"
        />
        <Select
          {...field}
          name="of"
          label={words.of}
          value={filter.of}
          options={[
            { value: '', label: words.ofCampaign },
            { value: 'site', label: words.ofSite },
          ]}
        />
        <Button secondary>{words.show}</Button>
      </form>
    </details>
  );
}
