/** One thing needs another; `told` says where. */
export type Edge = { from: string; to: string; told: string };

/** Every circle of a graph once, told edge by edge: a shortest one of each knot of nodes that reach one another. */
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
      // On no circle at all: the searches that follow need not go through it.
      next.delete(start);
      continue;
    }
    for (const node of circle) told.add(node);
    const ends = [...circle.slice(1), start];
    circles.push(circle.map((node, index) => next.get(node)?.get(ends[index] ?? '') ?? node).join(', '));
  }
  return circles;
}

/** The nodes of a shortest way from `start` back to it. */
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
