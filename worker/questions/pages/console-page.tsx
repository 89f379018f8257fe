import { Button, ButtonLink } from '../../../web/components/button.tsx';
import { ConsoleForm, Decision } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList, Pager, Queue, QueueRow } from '../../../web/console/list.tsx';
import { formatNumber } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { hiddenReasons } from '../rules.ts';
import { consoleCopy } from './console-copy.ts';

export type WaitingRow = {
  id: string;
  seen: string;
  /** Null if it cannot be opened. */
  text: string | null;
  when: string;
  alike: { value: string; label: string }[];
};

export type EntryRow = {
  id: string;
  label: string;
  kind: 'question' | 'myth';
  state: 'shown' | 'hidden';
  version: number;
};

export type QuestionsConsoleProps = {
  frame: ConsoleFrame;
  path: (rest: string) => string;
  waiting: WaitingRow[];
  pager: { next: string | null; first: string | null };
  entries: EntryRow[];
  mayAnswer: boolean;
  mayDecide: boolean;
  isChanged: boolean;
  publicPath: string;
};

export function QuestionsConsole(props: QuestionsConsoleProps) {
  const { frame, waiting, pager, isChanged } = props;
  const { shell } = frame;
  const words = consoleCopy[shell.language];
  return (
    <ConsolePage frame={frame} title={words.title} isError={isChanged}>
      <div class="flow">
        <h1>{words.title}</h1>
        {isChanged && (
          <p class="notice" role="status">
            {words.changed}
          </p>
        )}
        <p>{words.lead}</p>
        {waiting.length > 0 ? (
          <Queue>
            {waiting.map((row) => (
              <QueueRow id={`question-${row.id}`}>
                <Waiting {...props} row={row} />
              </QueueRow>
            ))}
          </Queue>
        ) : (
          <p>{words.none}</p>
        )}
        <Pager shell={shell} {...pager} />
        <Entries {...props} />
      </div>
    </ConsolePage>
  );
}

function Waiting({ frame, path, row, mayAnswer, mayDecide }: QuestionsConsoleProps & { row: WaitingRow }) {
  const { shell, formToken } = frame;
  const { language } = shell;
  const words = consoleCopy[language];
  const form = { shell, formToken, action: path(`/questions/${row.id}/decide`), seen: row.seen };
  return (
    <div class="flow">
      <p class="small">{row.when}</p>
      {row.text === null ? <p>{words.unreadable}</p> : <blockquote>{row.text}</blockquote>}
      {mayAnswer && row.text !== null && (
        <p>
          <ButtonLink href={linkFrom(shell, path(`/questions/${row.id}/answer`))}>{words.answer}</ButtonLink>
        </p>
      )}
      {mayDecide && row.alike.length > 0 && row.text !== null && (
        <Decision
          {...form}
          isAside
          name={`merge-${row.id}`}
          choices={[{ value: 'merge', label: words.merge, key: 'S' }]}
        >
          <div class="field">
            <label for={`entry-${row.id}`}>{words.mergeWith}</label>
            <select id={`entry-${row.id}`} name="entry">
              {row.alike.map(({ value, label }) => (
                <option value={value}>{label}</option>
              ))}
            </select>
          </div>
        </Decision>
      )}
      {mayDecide && (
        <Decision
          {...form}
          isAside
          name={row.id}
          choices={[{ value: 'hide', label: words.hide, key: 'H' }]}
          reason={{
            label: words.why,
            codes: hiddenReasons.map((value) => ({ value, label: words.reasons[value] })),
          }}
        />
      )}
    </div>
  );
}

function Entries({ frame, path, entries, mayAnswer, publicPath }: QuestionsConsoleProps) {
  const { shell } = frame;
  const { language } = shell;
  const words = consoleCopy[language].entries;
  return (
    <>
      <h2>{words.heading}</h2>
      <p>
        <a href={linkFrom(shell, publicPath)}>{words.public}</a>
      </p>
      <ConsoleList
        shell={shell}
        caption={words.caption}
        empty={words.empty}
        columns={[
          { label: words.what },
          { label: words.kind },
          { label: words.status },
          { label: words.version, numeric: true },
          ...(mayAnswer ? [{ label: words.change }] : []),
        ]}
        rows={entries.map((entry) => [
          mayAnswer ? (
            <a href={linkFrom(shell, path(`/question-entries/${entry.id}`))}>{entry.label}</a>
          ) : (
            entry.label
          ),
          words.kinds[entry.kind],
          words.states[entry.state],
          formatNumber(entry.version, language),
          ...(mayAnswer ? [<Turn frame={frame} path={path} entry={entry} />] : []),
        ])}
      />
      {mayAnswer && (
        <ul>
          <li>
            <a href={linkFrom(shell, path('/new-question-entry'))}>{words.newQuestion}</a>
          </li>
          <li>
            <a href={linkFrom(shell, path('/new-question-entry?kind=myth'))}>{words.newMyth}</a>
          </li>
        </ul>
      )}
    </>
  );
}

function Turn({ frame, path, entry }: Pick<QuestionsConsoleProps, 'frame' | 'path'> & { entry: EntryRow }) {
  const words = consoleCopy[frame.shell.language].entries;
  const to = entry.state === 'shown' ? 'hide' : 'show';
  return (
    <ConsoleForm
      shell={frame.shell}
      formToken={frame.formToken}
      action={path(`/question-entries/${entry.id}/turn`)}
    >
      <Button secondary name="decision" value={to} working={words.working}>
        {words[to]}
      </Button>
    </ConsoleForm>
  );
}
