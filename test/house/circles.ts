/** `from` needs `to`; `told` says in which line. */
export type Edge = { from: string; to: string; told: string };

/**
 * The circles of a graph as lists of edges. Each group of nodes that reach one another is reported by one shortest
 * circle.
 */
export function circlesIn(edges: readonly Edge[]): string[] {
  const next = new Map<string, Map<string, string>>();
  for (const { from, to, told } of edges) {
    if (from === to) continue;
    const known = next.get(from) ?? new Map<string, string>();
    next.set(from, known.has(to) ? known : known.set(to, told));
  }
  const told = new Set<string>();
  const circles: string[] = [];
  for (const start of [...next.keys()].sort()) {
    if (told.has(start)) continue;
    const circle = shortestBack(next, start);
    if (!circle) {
      // This node is on no circle, so later searches can skip it.
      next.delete(start);
      continue;
    }
    for (const node of circle) told.add(node);
    const ends = [...circle.slice(1), start];
    circles.push(circle.map((node, index) => next.get(node)?.get(ends[index] ?? '') ?? node).join(', '));
  }
  return circles;
}

/** The nodes of a shortest path from `start` back to it. */
function shortestBack(next: Map<string, Map<string, string>>, start: string): string[] | null {
  const before = new Map<string, string>();
  const queue = [start];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    for (const to of next.get(node)?.keys() ?? []) {
      if (to === start) return wayTo(before, start, node);
      if (before.has(to)) continue;
      before.set(to, node);
      queue.push(to);
    }
  }
  return null;
}

function wayTo(before: Map<string, string>, start: string, end: string): string[] {
  const way = [end];
  for (let node = end; node !== start; ) {
    node = before.get(node) ?? start;
    way.unshift(node);
  }
  return way;
}
