import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList } from '../../../web/console/list.tsx';
import { formatDate, type Language, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import type { StoryNow } from '../console-rules.ts';
import type { Pay, Use } from '../rules.ts';
import { consoleCopy } from './console-copy.ts';

/** `from`: on the city's calendar. */
export type StateNow = { state: StoryNow; from: string | null };

export function stateWords({ state, from }: StateNow, language: Language): string {
  return message(
    consoleCopy[language].states[state],
    { date: from ? formatDate(from, language) : '' },
    language,
  );
}

type WaitingRow = { id: string; number: number; on: string; use?: Use; state?: StateNow };

type StoriesConsoleProps = {
  frame: ConsoleFrame;
  path: (rest: string) => string;
  publicPath: string;
  look: readonly WaitingRow[];
  owed: readonly WaitingRow[];
  renew: readonly WaitingRow[];
  back: readonly WaitingRow[];
  rows: readonly {
    id: string;
    number: number;
    partner: string;
    state: StateNow;
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
        {(['look', 'owed', 'renew', 'back'] as const).map((kind) => (
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
            { label: words.list.pay },
          ]}
          rows={rows.map(({ id, number, partner, state, pay }) => [
            <a href={linkFrom(shell, path(`/stories/${id}`))}>
              {message(words.number, { number: String(number) }, language)}
            </a>,
            partner,
            stateWords(state, language),
            words.pay.states[pay],
          ])}
          pager={pager}
        />
      </div>
    </ConsolePage>
  );
}

function Waits({
  frame,
  path,
  kind,
  ...props
}: StoriesConsoleProps & { kind: 'look' | 'owed' | 'renew' | 'back' }) {
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
        {rows.map(({ id, number, on, use, state }) => {
          const date = formatDate(on, language);
          const values = {
            number: String(number),
            date,
            use: use ? copy.uses[use] : '',
            state: state ? stateWords(state, language) : '',
          };
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
