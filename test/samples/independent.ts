/* Written from docs/verify.md alone: it shares no code with worker/samples. */

type Tree = { treeSize: number; size: number; counts: (leaf: number) => boolean };

export async function independentDraw(seed: string, { treeSize, size, counts }: Tree) {
  const drawn: number[] = [];
  const seen = new Set<bigint>();
  const limit = (2n ** 48n / BigInt(treeSize)) * BigInt(treeSize);
  for (let i = 0; i < 20_000 && drawn.length < size && seen.size < treeSize; i += 1) {
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${seed}\n${i}`));
    const number = new DataView(hash).getBigUint64(0) >> 16n;
    const leaf = number % BigInt(treeSize);
    if (number >= limit || seen.has(leaf)) continue;
    seen.add(leaf);
    if (counts(Number(leaf))) drawn.push(Number(leaf));
  }
  return drawn;
}

/** Which leaves count: entries of 32 bytes whose leaf hash no entry of 33 bytes names. */
export async function countingOf(entries: readonly Uint8Array[]): Promise<(leaf: number) => boolean> {
  const sha256 = async (bytes: number[]) =>
    String(new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes))));
  const removed = new Set(
    entries.filter(({ length }) => length === 33).map((entry) => String(entry.slice(1))),
  );
  const hashes = await Promise.all(entries.map((entry) => sha256([0, ...entry])));
  return (leaf) => entries[leaf]?.length === 32 && !removed.has(hashes[leaf]!);
}
