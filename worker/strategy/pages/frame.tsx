import type { Child } from 'hono/jsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { formatDate, type Language, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { hasFaded, positionOf, type Stakeholder } from '../rules.ts';
import { consoleCopy } from './console-copy.ts';

const paths = { list: '/strategy', map: '/power-map', grid: '/power-grid', road: '/road' } as const;

/** What every page of the strategy needs. `path` gives the whole address of a page of the console. */
export type StrategyProps = { frame: ConsoleFrame; path: (rest: string) => string; today: string };

/** A page of the strategy, with links to its other pages. */
export function StrategyPage({
  frame,
  path,
  title,
  here,
  isError = false,
  children,
}: Omit<StrategyProps, 'today'> & {
  title: string;
  here: keyof typeof paths | null;
  isError?: boolean;
  children: Child;
}) {
  const { shell } = frame;
  const words = consoleCopy[shell.language];
  return (
    <ConsolePage frame={frame} title={title} isError={isError}>
      <div class="flow strategy">
        <h1>{title}</h1>
        <nav class="tabs" aria-label={words.pagesOf}>
          {(['list', 'map', 'grid', 'road'] as const).map((page) => (
            <a href={linkFrom(shell, path(paths[page]))} aria-current={page === here ? 'page' : undefined}>
              {words.pages[page]}
            </a>
          ))}
        </nav>
        {children}
      </div>
    </ConsolePage>
  );
}

/** "For, since November 2, 2026", or that it is too long ago. */
export function positionWords(one: Stakeholder, today: string, language: Language): string {
  const words = consoleCopy[language];
  if (one.supportOn === null) return words.positions.unknown;
  const date = formatDate(one.supportOn, language);
  const position = words.positions[one.support];
  if (hasFaded(one, today)) return message(words.faded, { date, position }, language);
  return message(words.since, { date, position: words.positions[positionOf(one, today)] }, language);
}

export function influenceWords({ influence }: Pick<Stakeholder, 'influence'>, language: Language): string {
  const words = consoleCopy[language];
  return influence === null ? words.notKnown : (words.influences[influence] ?? '');
}

/** "Target, agent of change". */
export function markWords({ isTarget, isAgent }: Stakeholder, language: Language): string {
  const words = consoleCopy[language];
  return [isTarget && words.target, isAgent && words.agent].filter(Boolean).join(', ');
}
