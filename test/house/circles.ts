/** Every circle of a graph once, as "a -> b -> a": a shortest one of each knot of nodes that reach one another. */
export function circlesIn(edges: readonly (readonly [from: string, to: string])[]): string[] {
  const next = new Map<string, Set<string>>();
  for (const [from, to] of edges) {
    if (from === to) continue;
    next.set(from, (next.get(from) ?? new Set()).add(to));
  }
  const told = new Set<string>();
  const circles: string[] = [];
  for (const start of [...next.keys()].sort()) {
    if (told.has(start)) continue;
    const circle = shortestBack(next, start);
    if (!circle) continue;
    for (const node of circle) told.add(node);
    circles.push([...circle, start].join(' -> '));
  }
  return circles;
}

/** The nodes of a shortest way from `start` back to it. */
function shortestBack(next: Map<string, Set<string>>, start: string): string[] | null {
  const before = new Map<string, string>();
  const queue = [start];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    for (const to of next.get(node) ?? []) {
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
