import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList } from '../../../web/console/list.tsx';
import { formatDate, formatNumber, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import type { Pay, Use } from '../rules.ts';
import { consoleCopy } from './console-copy.ts';

export type ConsoleState = keyof typeof consoleCopy.en.states;
type WaitingRow = { id: string; number: number; on: string; use?: Use };

type StoriesConsoleProps = {
  frame: ConsoleFrame;
  path: (rest: string) => string;
  publicPath: string;
  look: readonly WaitingRow[];
  renew: readonly WaitingRow[];
  back: readonly WaitingRow[];
  rows: readonly {
    id: string;
    number: number;
    partner: string;
    state: ConsoleState;
    standing: number;
    pay: Pay;
  }[];
  pager: { next: string | null; first: string | null };
};

/** What waits for a guide, and all stories by their numbers; no text. */
export function StoriesConsole(props: StoriesConsoleProps) {
  const { frame, path, publicPath, rows, pager } = props;
  const { shell } = frame;
  const { language } = shell;
  const words = consoleCopy[language];
  return (
    <ConsolePage frame={frame} title={words.title}>
      <div class="flow">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <p>
          <a href={linkFrom(shell, publicPath)}>{words.public}</a>
        </p>
        {(['look', 'renew', 'back'] as const).map((kind) => (
          <Waits {...props} kind={kind} />
        ))}
        <ConsoleList
          shell={shell}
          caption={words.list.caption}
          empty={words.list.empty}
          columns={[
            { label: words.list.story },
            { label: words.list.partner },
            { label: words.list.state },
            { label: words.list.standing, numeric: true },
            { label: words.list.pay },
          ]}
          rows={rows.map(({ id, number, partner, state, standing, pay }) => [
            <a href={linkFrom(shell, path(`/stories/${id}`))}>
              {message(words.number, { number: String(number) }, language)}
            </a>,
            partner,
            words.states[state],
            formatNumber(standing, language),
            words.pay.states[pay],
          ])}
          pager={pager}
        />
      </div>
    </ConsolePage>
  );
}

function Waits({ frame, path, kind, ...props }: StoriesConsoleProps & { kind: 'look' | 'renew' | 'back' }) {
  const { shell } = frame;
  const { language } = shell;
  const copy = consoleCopy[language];
  const words = copy[kind];
  const rows = props[kind];
  if (rows.length === 0) return null;
  return (
    <section class="flow" aria-labelledby={`waits-${kind}`}>
      <h2 id={`waits-${kind}`}>{words.heading}</h2>
      <p>{words.lead}</p>
      <ul>
        {rows.map(({ id, number, on, use }) => {
          const date = formatDate(on, language);
          const values = { number: String(number), date, use: use ? copy.uses[use] : '' };
          return (
            <li>
              <a href={linkFrom(shell, path(`/stories/${id}`))}>{message(words.row, values, language)}</a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
