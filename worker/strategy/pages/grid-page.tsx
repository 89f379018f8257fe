import { Table } from '../../../web/components/table.tsx';
import { formatNumber, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { gridColumns, gridOf, gridRows, gridSize } from '../grid-rules.ts';
import type { Stakeholder } from '../rules.ts';
import { consoleCopy } from './console-copy.ts';
import { influenceWords, markWords, positionWords, StrategyPage, type StrategyProps } from './frame.tsx';
import { pictureCopy } from './picture-copy.ts';
import { Shapes, Symbolized } from './symbols.tsx';

type GridPageProps = StrategyProps & {
  /** In the order of their numbers. */
  stakeholders: readonly Stakeholder[];
  isPart: boolean;
};

const width = gridSize.left + gridColumns.length * gridSize.column;
const height = gridSize.top + gridRows.length * gridSize.row;

/** Influence by position and, with the same content, its table. */
export function GridPage(props: GridPageProps) {
  const { frame, path, today, stakeholders, isPart } = props;
  const { shell } = frame;
  const { language } = shell;
  const words = consoleCopy[language];
  const say = pictureCopy[language].grid;
  return (
    <StrategyPage {...props} title={say.title} here="grid">
      {stakeholders.length === 0 ? (
        <p>{pictureCopy[language].map.empty}</p>
      ) : (
        <>
          <p>{say.lead}</p>
          {isPart && (
            <p>
              {message(
                pictureCopy[language].map.few,
                { n: formatNumber(stakeholders.length, language) },
                language,
              )}
            </p>
          )}
          <p class="hint sideways">{pictureCopy[language].map.sideways}</p>
          <Picture {...props} />
          <Table
            asList
            caption={say.caption}
            columns={[
              { label: pictureCopy[language].map.number, numeric: true },
              { label: pictureCopy[language].map.name },
              { label: say.influence },
              { label: words.list.support },
              { label: words.list.marks },
            ]}
            rows={stakeholders.map((one, i) => [
              formatNumber(i + 1, language),
              <a href={linkFrom(shell, path(`/stakeholders/${one.id}`))}>{one.name[language]}</a>,
              influenceWords(one, language),
              positionWords(one, today, language),
              markWords(one, language) || '–',
            ])}
          />
        </>
      )}
    </StrategyPage>
  );
}

function Picture({ frame, today, stakeholders }: GridPageProps) {
  const { language } = frame.shell;
  const words = consoleCopy[language];
  const { spots, more } = gridOf(stakeholders, today);
  const known = new Map(stakeholders.map((one, i) => [one.id, { one, n: i + 1 }]));
  const { left, top, column, row } = gridSize;
  return (
    <section class="picture" aria-label={pictureCopy[language].grid.picture} tabindex={0}>
      <svg class="symbols grid" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <Shapes />
        {gridColumns.map((position, i) => (
          <>
            <path class="edge" d={`M${left + i * column} ${top}V${height}`} />
            <text class="head" x={left + (i + 0.5) * column} y={top - 12}>
              {words.positions[position]}
            </text>
          </>
        ))}
        {gridRows.map((influence, i) => (
          <>
            <path class="edge" d={`M0 ${top + i * row}H${width}`} />
            <text class="side" x="0" y={top + i * row + 28}>
              {influenceWords({ influence }, language)}
            </text>
          </>
        ))}
        {spots.map(({ id, x, y }) => {
          const found = known.get(id);
          return found && <Symbolized {...found.one} x={x} y={y} n={found.n} />;
        })}
        {more.map(({ n, x, y }) => (
          <text class="more" x={x} y={y}>
            {message(pictureCopy[language].grid.more, { n: formatNumber(n, language) }, language)}
          </text>
        ))}
      </svg>
    </section>
  );
}
