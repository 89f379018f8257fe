import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import { mapSize, type Point } from './map-rules.ts';
import type { Stakeholder, StakeholderKind, Tie } from './rules.ts';

/** Room for the symbols at the edge. */
const margin = 24;
const ticks = 160;

type Node = SimulationNodeDatum & { id: string; kind: StakeholderKind };

/** Each kind is drawn towards a corner of its own. */
const corners: Record<StakeholderKind, Point> = {
  decides: { x: -260, y: -160 },
  police: { x: 260, y: -160 },
  survivors: { x: -260, y: 160 },
  shares: { x: 260, y: 160 },
};

/**
 * Where each stands on the map, by its id. The same stakeholders and ties give the same places, in whatever order they
 * come: they are sorted first, and the only chance in it has a fixed seed.
 */
export function placesOf(
  stakeholders: readonly Pick<Stakeholder, 'id' | 'kind'>[],
  ties: readonly Tie[],
): Map<string, Point> {
  const nodes: Node[] = stakeholders
    .map(({ id, kind }) => ({ id, kind }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const known = new Set(nodes.map(({ id }) => id));
  const links = ties
    .filter(({ fromId, toId }) => known.has(fromId) && known.has(toId))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ fromId, toId }) => ({ source: fromId, target: toId }));
  forceSimulation(nodes)
    .stop()
    .randomSource(seeded())
    .force(
      'ties',
      forceLink<Node, (typeof links)[number]>(links)
        .id(({ id }) => id)
        .distance(70)
        .strength(0.15),
    )
    .force('apart', forceManyBody().strength(-60).distanceMax(400))
    .force('x', forceX<Node>(({ kind }) => corners[kind].x).strength(0.06))
    .force('y', forceY<Node>(({ kind }) => corners[kind].y).strength(0.09))
    .force('room', forceCollide(17))
    .tick(ticks);
  return fitted(nodes);
}

/** The generator that d3 uses itself, written out so that another release of it cannot change the picture. */
function seeded(): () => number {
  let state = 1;
  return () => {
    state = (1664525 * state + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

/** Moved and scaled so that all fill the picture; whole numbers, for a short page. */
function fitted(nodes: readonly Node[]): Map<string, Point> {
  const scale = (values: number[], size: number) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const room = size - 2 * margin;
    const factor = most > least ? room / (most - least) : 0;
    return (value: number) => Math.round(margin + (factor === 0 ? room / 2 : (value - least) * factor));
  };
  const x = scale(
    nodes.map((node) => node.x ?? 0),
    mapSize.width,
  );
  const y = scale(
    nodes.map((node) => node.y ?? 0),
    mapSize.height,
  );
  return new Map(nodes.map((node) => [node.id, { x: x(node.x ?? 0), y: y(node.y ?? 0) }]));
}
