import type { Child } from 'hono/jsx';
import { type Column, Table } from '../components/table.tsx';
import { linkFrom, type Shell } from '../shell.ts';
import { copy } from './copy.ts';

type ListProps = {
  shell: Shell;
  caption: string;
  columns: Column[];
  /** The first cell of a row is its header. */
  rows: Child[][];
  /** What is said where there is none. */
  empty?: string;
  pager?: PagerProps;
};

type PagerProps = {
  /** Null on the last page: the address of the next one, which names the key after which it begins. */
  next: string | null;
  /** Null on the first page. */
  first: string | null;
};

/** A table that turns into a list on a phone, in pages by key. */
export function ConsoleList({ shell, caption, columns, rows, empty, pager }: ListProps) {
  return (
    <div class="console-list">
      {rows.length > 0 ? (
        <Table asList caption={caption} columns={columns} rows={rows} />
      ) : (
        <p>{empty ?? copy[shell.language].nothing}</p>
      )}
      {pager && <Pager shell={shell} {...pager} />}
    </div>
  );
}

export function Pager({ shell, next, first }: { shell: Shell } & PagerProps) {
  const words = copy[shell.language];
  if (next === null && first === null) return null;
  return (
    <nav class="pager" aria-label={words.pages}>
      {first !== null && <a href={linkFrom(shell, first)}>{words.newer}</a>}
      {next !== null && (
        <a rel="next" href={linkFrom(shell, next)}>
          {words.older}
        </a>
      )}
    </nav>
  );
}

/** Rows that are decided on one by one. J and K go from one to the next, other keys press the buttons that name them. */
export function Queue({ children }: { children: Child }) {
  return <ol class="queue">{children}</ol>;
}

export function QueueRow({ id, children }: { id: string; children: Child }) {
  return (
    <li class="queue-row" id={id} tabindex={-1} data-row>
      {children}
    </li>
  );
}
