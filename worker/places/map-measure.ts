import type { Area, Measured } from './map-rules.ts';
import { type Box, boxAround, type Flat, overlap } from './map-scan-rules.ts';

/** How many lines an area is measured on. The figure is off by less than a thousandth then. */
const lines = 2000;

/** Where borders cross each line of a box from south to north: on each line from west to east. */
type Crossings = number[][];

/**
 * How much may still be measured: lines, edges and crossings. A border of 200,000 points that goes up and down between
 * two of them crosses every line each time, and would keep the server from everything else for minutes.
 */
export type Meter = { left: number };

/** About eight times what the maps of Charlotte need. */
const mostMeasured = 10_000_000;

class TooMuch extends Error {}

/** Null if the maps need more than the meter allows. */
export function withinLimit<T>(measured: (meter: Meter) => T): T | null {
  try {
    return measured({ left: mostMeasured });
  } catch (error) {
    if (error instanceof TooMuch) return null;
    throw error;
  }
}

type Edge = { x0: number; y0: number; x1: number; y1: number; first: number; end: number };

/** Each edge, with the lines that it crosses: from `first`, before `end`. */
function eachEdge(polygons: readonly Flat[][], { south, north }: Box, onEdge: (edge: Edge) => void): void {
  const step = (north - south) / lines;
  for (const ring of polygons.flat()) {
    for (let at = 3; at < ring.length; at += 2) {
      const [x0, y0, x1, y1] = [ring[at - 3] ?? 0, ring[at - 2] ?? 0, ring[at - 1] ?? 0, ring[at] ?? 0];
      const first = Math.max(0, Math.ceil((Math.min(y0, y1) - south) / step - 0.5));
      const end = Math.min(lines, Math.ceil((Math.max(y0, y1) - south) / step - 0.5));
      onEdge({ x0, y0, x1, y1, first, end });
    }
  }
}

/**
 * An area is measured on lines from west to east: what lies between its first and second crossing, its third and
 * fourth, and so on. So holes, several polygons and borders that cross need no special care, and the time grows with the
 * points alone. A degree of longitude is shorter in the north, which the cosine of the latitude says exactly.
 */
function crossingsOf(polygons: readonly Flat[][], box: Box, meter: Meter): Crossings {
  meter.left -= lines;
  eachEdge(polygons, box, ({ first, end }) => {
    meter.left -= 1 + Math.max(0, end - first);
  });
  if (meter.left < 0) throw new TooMuch();
  const found: number[][] = Array.from({ length: lines }, () => []);
  const step = (box.north - box.south) / lines;
  eachEdge(polygons, box, ({ x0, y0, x1, y1, first, end }) => {
    for (let line = first; line < end; line += 1) {
      const y = box.south + (line + 0.5) * step;
      found[line]?.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0));
    }
  });
  for (const xs of found) xs.sort((a, b) => a - b);
  return found;
}

/** In square degrees at the equator, each line weighed by its latitude. */
function sizeOf(crossings: Crossings, box: Box, lengthAt: (line: number[], index: number) => number): number {
  const step = (box.north - box.south) / lines;
  return crossings.reduce((sum, line, index) => {
    const latitude = ((box.south + (index + 0.5) * step) * Math.PI) / 180;
    return sum + lengthAt(line, index) * Math.cos(latitude) * step;
  }, 0);
}

function lengthOf(line: number[]): number {
  let sum = 0;
  for (let i = 1; i < line.length; i += 2) sum += (line[i] ?? 0) - (line[i - 1] ?? 0);
  return sum;
}

/** How long two areas are both inside on a line. */
function commonLength(a: number[], b: number[]): number {
  let sum = 0;
  for (let i = 1, j = 1; i < a.length && j < b.length; ) {
    const [from, to] = [Math.max(a[i - 1] ?? 0, b[j - 1] ?? 0), Math.min(a[i] ?? 0, b[j] ?? 0)];
    if (to > from) sum += to - from;
    if ((a[i] ?? 0) < (b[j] ?? 0)) i += 2;
    else j += 2;
  }
  return sum;
}

/** How much of a ZIP area lies in which district. */
export function measure(zip: Area, districts: readonly Area[], meter: Meter): Measured {
  const mine = crossingsOf(zip.polygons, zip.box, meter);
  const size = sizeOf(mine, zip.box, lengthOf);
  const shares = districts
    .filter(({ box }) => overlap(zip.box, box))
    .flatMap(({ name, polygons }) => {
      const theirs = crossingsOf(polygons, zip.box, meter);
      const both = sizeOf(mine, zip.box, (line, index) => commonLength(line, theirs[index] ?? line));
      const share = shareOf(both, size);
      return share === null ? [] : [[name, share] as const];
    });
  const inside = shares.reduce((sum, [, share]) => sum + share, 0);
  return { zip: zip.name, shares: Object.fromEntries(shares), outside: Math.max(0, 1 - inside) };
}

/** Rounded to a thousandth. Less than half a percent is where two maps draw one border differently. */
function shareOf(part: number, whole: number): number | null {
  const share = Math.round((part / whole) * 1000) / 1000;
  return whole > 0 && share >= 0.005 ? Math.min(share, 1) : null;
}

/** More than the lines may be off by, and less than matters for a share. */
const unclearFrom = 0.004;

/**
 * Whether what lies inside of the borders differs from what they go around: then they cross, or one lies over another,
 * or they enclose nothing.
 */
export function isUnclear(polygons: readonly Flat[][], meter: Meter): boolean {
  const box = boxAround(polygons.flat().map((ring) => ({ box: boxOf(ring) })));
  const around = polygons.reduce((sum, [border, ...holes]) => {
    return sum + holes.reduce((left, hole) => left - goneAround(hole), border ? goneAround(border) : 0);
  }, 0);
  const inside = sizeOf(crossingsOf(polygons, box, meter), box, lengthOf);
  return !(around > 0) || Math.abs(inside / around - 1) > unclearFrom;
}

function boxOf(ring: Flat): Box {
  const box = { west: ring[0] ?? 0, east: ring[0] ?? 0, south: ring[1] ?? 0, north: ring[1] ?? 0 };
  for (let at = 2; at < ring.length; at += 2) {
    box.west = Math.min(box.west, ring[at] ?? 0);
    box.east = Math.max(box.east, ring[at] ?? 0);
    box.south = Math.min(box.south, ring[at + 1] ?? 0);
    box.north = Math.max(box.north, ring[at + 1] ?? 0);
  }
  return box;
}

/** What a ring goes around, in the same measure: what it goes around the other way is taken off. */
function goneAround(ring: Flat): number {
  let sum = 0;
  for (let at = 3; at < ring.length; at += 2) {
    const [x0, y0, x1, y1] = [ring[at - 3] ?? 0, ring[at - 2] ?? 0, ring[at - 1] ?? 0, ring[at] ?? 0];
    // The sine is the integral of the cosine over the latitudes of the edge.
    const [low, high] = [(y0 * Math.PI) / 180, (y1 * Math.PI) / 180];
    const mean = high === low ? Math.cos(low) : (Math.sin(high) - Math.sin(low)) / (high - low);
    sum += ((x0 + x1) / 2) * (y1 - y0) * mean;
  }
  return Math.abs(sum);
}
