import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The outline of a state, drawn north up, as one path in whole units. A place at a longitude and latitude stands at
 * x = (longitude - west) * across, y = (north - latitude) * down.
 */
export type StateOutline = {
  west: number;
  north: number;
  across: number;
  down: number;
  width: number;
  height: number;
  path: string;
};

type Point = [x: number, y: number];
type Ring = Point[];
type Geometry =
  | { type: 'Polygon'; id: string; arcs: number[][] }
  | { type: 'MultiPolygon'; id: string; arcs: number[][][] };
type Atlas = {
  transform: { scale: Point; translate: Point };
  arcs: Point[][];
  objects: { states: { geometries: Geometry[] } };
};

const [mostAcross, mostDown] = [600, 480];
/** A page of 20 KB has room for so much of a map. */
const longestPath = 3600;
/** Islands that would be less than a dot. In square units. */
const leastArea = 12;

/** By postal code, from the Census Bureau's shapes in the package `us-atlas`. */
export function stateOutlines(): Map<string, StateOutline> {
  const file = fileURLToPath(import.meta.resolve('us-atlas/states-10m.json'));
  const atlas: Atlas = JSON.parse(readFileSync(file, 'utf8'));
  const shapes = new Map(atlas.objects.states.geometries.map((shape) => [shape.id, shape]));
  return new Map(
    Object.entries(codes).flatMap(([code, id]) => {
      const shape = shapes.get(id);
      return shape ? [[code, outlineOf(ringsOf(shape, atlas))] as const] : [];
    }),
  );
}

/** The Aleutian Islands cross the meridian at which longitudes change their sign. */
function ringsOf(shape: Geometry, { arcs, transform: { scale, translate } }: Atlas): Ring[] {
  const lineOf = (index: number): Ring => {
    let [x, y] = [0, 0];
    const line = (arcs[index < 0 ? ~index : index] ?? []).map(([dx, dy]): Point => {
      x += dx;
      y += dy;
      const longitude = x * scale[0] + translate[0];
      return [longitude > 0 ? longitude - 360 : longitude, y * scale[1] + translate[1]];
    });
    return index < 0 ? line.toReversed() : line;
  };
  const polygons = shape.type === 'Polygon' ? [shape.arcs] : shape.arcs;
  return polygons.flat().map((ring) => ring.flatMap((index, n) => lineOf(index).slice(n === 0 ? 0 : 1)));
}

function outlineOf(rings: Ring[]): StateOutline {
  const longitudes = rings.flat().map(([x]) => x);
  const latitudes = rings.flat().map(([, y]) => y);
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(mostAcross / ((east - west) * squeeze), mostDown / (north - south));
  const [across, down] = [Math.fround(squeeze * scale), Math.fround(scale)];
  const drawn = rings
    .map((ring) => ring.map(([x, y]): Point => [(x - west) * across, (north - y) * down]))
    .filter((ring) => area(ring) >= leastArea);
  return {
    ...{ west, north, across, down },
    width: Math.ceil((east - west) * across),
    height: Math.ceil((north - south) * down),
    path: shortEnough(drawn),
  };
}

/** Coarser until it fits: the coast of Alaska is longer than the border of Wyoming. */
function shortEnough(rings: Ring[]): string {
  for (let tolerance = 0.6; ; tolerance *= 1.25) {
    const path = rings
      .map((ring) => pathOf(simplified(ring, tolerance)))
      .filter((one) => one !== null)
      .join('');
    if (path.length <= longestPath) return path;
  }
}

/** In whole units, each point from the one before; null if nothing is left. */
function pathOf(ring: Ring): string | null {
  const points = ring.map(([x, y]): Point => [Math.round(x), Math.round(y)]);
  const [first] = points;
  if (!first) return null;
  let [x, y] = first;
  const steps = points.slice(1).flatMap(([toX, toY]) => {
    const step = `${toX - x}${toY - y < 0 ? '' : ' '}${toY - y}`;
    const isSame = toX === x && toY === y;
    [x, y] = [toX, toY];
    return isSame ? [] : [step];
  });
  if (steps.length < 3) return null;
  return `M${first[0]} ${first[1]}l${steps.join(' ').replaceAll(' -', '-')}z`;
}

/** Douglas and Peucker: no point that is left out is further than that from the line. */
function simplified(line: Ring, tolerance: number): Ring {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 3) return line;
  const distances = line.map((point) => distanceTo(point, first, last));
  const furthest = Math.max(...distances.slice(1, -1));
  if (furthest <= tolerance) return [first, last];
  const at = distances.indexOf(furthest, 1);
  return [
    ...simplified(line.slice(0, at + 1), tolerance).slice(0, -1),
    ...simplified(line.slice(at), tolerance),
  ];
}

/** From a point to a line between two others, which may be the same. */
function distanceTo([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = Math.hypot(dx, dy);
  return length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs(dx * (ay - y) - dy * (ax - x)) / length;
}

function area(ring: Ring): number {
  const twice = ring.reduce((sum, [x, y], n) => {
    const [nextX, nextY] = ring[(n + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** Postal codes and the Census Bureau's numbers: the fifty states, the District of Columbia and Puerto Rico. */
const codes = {
  ...{ AL: '01', AK: '02', AZ: '04', AR: '05', CA: '06', CO: '08', CT: '09', DE: '10', DC: '11', FL: '12' },
  ...{ GA: '13', HI: '15', ID: '16', IL: '17', IN: '18', IA: '19', KS: '20', KY: '21', LA: '22', ME: '23' },
  ...{ MD: '24', MA: '25', MI: '26', MN: '27', MS: '28', MO: '29', MT: '30', NE: '31', NV: '32', NH: '33' },
  ...{ NJ: '34', NM: '35', NY: '36', NC: '37', ND: '38', OH: '39', OK: '40', OR: '41', PA: '42', RI: '44' },
  ...{ SC: '45', SD: '46', TN: '47', TX: '48', UT: '49', VT: '50', VA: '51', WA: '53', WV: '54', WI: '55' },
  ...{ WY: '56', PR: '72' },
} as const;
