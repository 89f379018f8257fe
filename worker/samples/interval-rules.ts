/** Of the share of all signatures, in ten-thousandths; rounded outwards. */
export type Interval = { low: number; high: number };

const scale = 10_000;
/** Half of the 5% that the interval leaves out. */
const tail = 0.025;

/**
 * The Clopper-Pearson interval at 95% for a share of which `yes` of `n` were found. It takes no account of how many there
 * are in all, so for a small petition it is wider than it would have to be.
 */
export function clopperPearson(yes: number, n: number): Interval {
  const low = yes === 0 ? 0 : shareAt((share) => chanceOf({ from: yes, to: n, n }, share) - tail);
  const high = yes === n ? 1 : shareAt((share) => tail - chanceOf({ from: 0, to: yes, n }, share));
  return { low: Math.floor(low * scale + 1e-6), high: Math.ceil(high * scale - 1e-6) };
}

/** Where a function that rises with the share crosses zero. */
function shareAt(rising: (share: number) => number): number {
  let [low, high] = [0, 1];
  for (let turn = 0; turn < 40; turn += 1) {
    const middle = (low + high) / 2;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The chance that between `from` and `to` of `n` say yes. */
function chanceOf({ from, to, n }: { from: number; to: number; n: number }, share: number): number {
  const [yes, no] = [Math.log(share), Math.log1p(-share)];
  // The logarithm of n over k.
  let ways = 0;
  let chance = 0;
  for (let k = 0; k <= to; k += 1) {
    if (k >= from) chance += Math.exp(ways + k * yes + (n - k) * no);
    ways += Math.log(n - k) - Math.log(k + 1);
  }
  return chance;
}

/** What a sample of so many shows at best: in ten-thousandths. */
export type Shows = {
  size: number;
  /** Half the width of the interval where half of them say yes: the widest there is. */
  halfWidth: number;
  /** At least so many signed if all of them say yes. */
  ifAllSayYes: number;
};

export function whatShows(size: number): Shows {
  const { low, high } = clopperPearson(Math.floor(size / 2), size);
  return { size, halfWidth: Math.ceil((high - low) / 2), ifAllSayYes: clopperPearson(size, size).low };
}
