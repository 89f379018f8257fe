/** What a map shows of a city. `count` sizes its dot. */
export type MapCity = {
  name: string;
  longitude: number;
  latitude: number;
  count: number;
  /** Its numbers are in the sum. */
  isCounted: boolean;
};

export type Outline = {
  west: number;
  north: number;
  across: number;
  down: number;
  width: number;
  height: number;
  path: string;
};

export type MapLabel = { x: number; y: number; anchor: 'start' | 'middle' | 'end' };
export type MapDot = {
  name: string;
  x: number;
  y: number;
  r: number;
  isCounted: boolean;
  label: MapLabel | null;
};
export type DrawnMap = {
  dots: MapDot[];
  /** The names of cities that stand outside of the outline or beside which their name has no room. */
  unnamed: string[];
};

/** In units of the drawing, which is 600 wide at most. Labels are laid out for a phone, where they are largest. */
export const fontSize = 26;
const letterWidth = 0.56 * fontSize;
const [smallest, largest] = [6, 22];
const gap = 5;
/** Around the outline, for dots on the border and their names. */
export const margin = 30;

type Box = { left: number; right: number; top: number; bottom: number };

/** Dots by city, the largest first. A name stands where it covers no dot and no other name; the larger city chooses first. */
export function drawnMap(outline: Outline, cities: readonly MapCity[]): DrawnMap {
  const most = Math.max(1, ...cities.map(({ count }) => count));
  const sorted = cities.toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const placed = sorted.map(({ name, longitude, latitude, count, isCounted }) => ({
    ...{ name, isCounted },
    x: Math.round((longitude - outline.west) * outline.across),
    y: Math.round((outline.north - latitude) * outline.down),
    r: Math.round(smallest + (largest - smallest) * Math.sqrt(Math.max(0, count) / most)),
  }));
  const inside = placed.filter(({ x, y }) => x >= 0 && x <= outline.width && y >= 0 && y <= outline.height);
  const taken: Box[] = inside.map(({ x, y, r }) => ({
    left: x - r,
    right: x + r,
    top: y - r,
    bottom: y + r,
  }));
  const dots = inside.map((dot) => {
    const found = placesFor(dot).find(
      ({ box }) => isWithin(box, outline) && !taken.some((one) => meet(one, box)),
    );
    if (found) taken.push(found.box);
    return { ...dot, label: found?.label ?? null };
  });
  const named = new Set(dots.filter(({ label }) => label).map(({ name }) => name));
  return { dots, unnamed: sorted.map(({ name }) => name).filter((name) => !named.has(name)) };
}

/** Right, left, above and below the dot, and then the corners. */
function placesFor({
  name,
  x,
  y,
  r,
}: Pick<MapDot, 'name' | 'x' | 'y' | 'r'>): { label: MapLabel; box: Box }[] {
  const width = name.length * letterWidth;
  const away = r + gap;
  const aslant = Math.round(r * 0.7) + gap;
  const middle = Math.round(fontSize * 0.35);
  const place = (anchor: MapLabel['anchor'], atX: number, baseline: number) => {
    const left = anchor === 'start' ? atX : anchor === 'end' ? atX - width : atX - width / 2;
    const box = {
      left,
      right: left + width,
      top: baseline - fontSize * 0.8,
      bottom: baseline + fontSize * 0.25,
    };
    return { label: { anchor, x: atX, y: baseline }, box };
  };
  const above = (by: number) => y - by - Math.round(fontSize * 0.25);
  const below = (by: number) => y + by + Math.round(fontSize * 0.8);
  return [
    place('start', x + away, y + middle),
    place('end', x - away, y + middle),
    place('middle', x, above(away - gap)),
    place('middle', x, below(away - gap)),
    place('start', x + aslant, above(aslant - gap)),
    place('start', x + aslant, below(aslant - gap)),
    place('end', x - aslant, above(aslant - gap)),
    place('end', x - aslant, below(aslant - gap)),
  ];
}

function isWithin({ left, right, top, bottom }: Box, { width, height }: Outline): boolean {
  return left >= -margin && right <= width + margin && top >= -margin && bottom <= height + margin;
}

function meet(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
