import { type Influence, influences, type Position, positionOf, type Stakeholder } from './rules.ts';

/** Columns of the grid, from the left. `absent` is no position, and only the table has it. */
export const gridColumns: readonly Position[] = ['against', 'leans-against', 'unknown', 'leans-for', 'for'];
/** Rows from the top. Null: nothing says how much influence. */
export const gridRows: readonly (Influence | null)[] = [...influences.toReversed(), null];

export const gridSize = { left: 150, top: 36, column: 170, row: 132 };
const perLine = 5;
/** More than fit in a cell are counted beside the last one. */
export const perCell = 20;

export type GridSpot = { id: string; x: number; y: number };
export type GridMore = { n: number; x: number; y: number };

/** Where each is drawn, in the order that is given, and how many are left out of a full cell. */
export function gridOf(
  stakeholders: readonly Pick<Stakeholder, 'id' | 'support' | 'supportOn' | 'influence'>[],
  today: string,
): { spots: GridSpot[]; more: GridMore[] } {
  const cells = Map.groupBy(stakeholders, (one) => cellOf(positionOf(one, today), one.influence));
  const spots: GridSpot[] = [];
  const more: GridMore[] = [];
  for (const [cell, those] of cells) {
    if (cell === null) continue;
    const [column = 0, row = 0] = cell.split(' ').map(Number);
    const left = gridSize.left + column * gridSize.column;
    const top = gridSize.top + row * gridSize.row;
    for (const [i, { id }] of those.slice(0, perCell).entries()) {
      spots.push({ id, x: left + 20 + (i % perLine) * 32, y: top + 20 + Math.floor(i / perLine) * 30 });
    }
    if (those.length > perCell) {
      more.push({ n: those.length - perCell, x: left + gridSize.column - 8, y: top + gridSize.row - 2 });
    }
  }
  return { spots, more };
}

function cellOf(position: Position, influence: Influence | null): string | null {
  const column = gridColumns.indexOf(position);
  return column < 0 ? null : `${column} ${gridRows.indexOf(influence)}`;
}
