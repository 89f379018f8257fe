import type { Area } from './map-rules.ts';
import { boxAround, type Flat } from './map-scan-rules.ts';

const [width, height] = [600, 480];
const longestName = 14;

/** Districts as thick lines with their names, ZIP areas as thin ones, and those where residents are asked shaded. */
export function drawnMap(
  districts: Area[],
  zips: (Area & { isShaded: boolean })[],
  nameOf: (code: string) => string,
): string {
  const { west, east, south, north } = boxAround(districts);
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(width / ((east - west) * squeeze || 1), height / (north - south || 1));
  const across = (x: number) => Math.round((x - west) * squeeze * scale);
  const down = (y: number) => Math.round((north - y) * scale);
  /** Its points, each where it stands on the drawing, without those that fall onto the one before. */
  const lineOf = (ring: Flat): string => {
    const points: string[] = [];
    for (let at = 0; at < ring.length; at += 2) {
      const point = `${across(ring[at] ?? 0)} ${down(ring[at + 1] ?? 0)}`;
      if (point !== points.at(-1)) points.push(point);
    }
    return `M${points.join('L')}Z`;
  };
  const path = ({ polygons }: Area) => polygons.flat().map(lineOf).join('');
  const labels = districts.map(({ name, polygons }) => {
    const [x, y] = middle(polygons[0]?.[0] ?? new Float64Array());
    const words = shortName(nameOf(name), name);
    // About half of its width at a phone's size, so that no edge cuts it.
    const half = words.length * 8;
    const at = Math.max(half, Math.min(across(x), width - half));
    return `<text x="${at}" y="${down(y)}" text-anchor="middle" fill="currentColor">${escaped(words)}</text>`;
  });
  return [
    `<svg class="district-map" viewBox="-4 -4 ${width + 8} ${height + 8}" aria-hidden="true">`,
    ...zips.map(
      (zip) =>
        `<path d="${path(zip)}" fill="currentColor" fill-rule="evenodd" fill-opacity="${zip.isShaded ? '.15' : '0'}" stroke="currentColor" stroke-width=".5"/>`,
    ),
    ...districts.map(
      (district) => `<path d="${path(district)}" fill="none" stroke="currentColor" stroke-width="2"/>`,
    ),
    ...labels,
    '</svg>',
  ].join('');
}

/** A name that would reach into other districts gives way to its code. The table beside the map has both. */
function shortName(name: string, code: string): string {
  return name.length <= longestName ? name : code;
}

function middle(ring: Flat): [number, number] {
  const n = Math.max(ring.length / 2, 1);
  let [x, y] = [0, 0];
  for (let at = 0; at < ring.length; at += 2) {
    x += ring[at] ?? 0;
    y += ring[at + 1] ?? 0;
  }
  return [x / n, y / n];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
