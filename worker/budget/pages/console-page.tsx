import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList } from '../../../web/console/list.tsx';
import { linkFrom } from '../../../web/shell.ts';
import { consoleCopy } from './console-copy.ts';

type BudgetConsoleProps = {
  frame: ConsoleFrame;
  /** Null for who may not edit. */
  formsPath: string | null;
  comparisons: readonly {
    title: string;
    publicPath: string;
    /** `line` is null for what is of the whole comparison. `field` is added to the path of the forms. */
    toFill: readonly { line: string | null; what: string; field: string }[];
  }[];
};

/** The comparisons, and which of their numbers are to be filled in. */
export function BudgetConsole({ frame, formsPath, comparisons }: BudgetConsoleProps) {
  const { shell } = frame;
  const words = consoleCopy[shell.language];
  return (
    <ConsolePage frame={frame} title={words.title}>
      <div class="flow">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        {formsPath && (
          <p>
            <a href={linkFrom(shell, formsPath)}>{words.forms}</a>
          </p>
        )}
        {comparisons.map(({ title, publicPath, toFill }) => (
          <>
            <h2>{title}</h2>
            <p>
              <a href={linkFrom(shell, publicPath)}>{words.public}</a>
            </p>
            <ConsoleList
              shell={shell}
              caption={`${title} (${toFill.length})`}
              columns={[{ label: words.line }, { label: words.number }]}
              rows={toFill.map(({ line, what, field }) => {
                const named = words.of[what] ?? what;
                const link = formsPath && <a href={linkFrom(shell, formsPath + field)}>{named}</a>;
                return [line ?? words.whole, link ?? named];
              })}
              empty={words.complete}
            />
          </>
        ))}
      </div>
    </ConsolePage>
  );
}
