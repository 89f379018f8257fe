import { hex } from '../statements/rules/bytes.ts';
import type { Hash } from '../statements/rules/hashes.ts';
import type { Statement } from '../statements/rules/statement.ts';
import { expect, type Site } from './site-report.ts';

type Log = { statements: readonly (Statement | null)[]; leaves: readonly Hash[] };

/**
 * What a roll-up names of the same log has to be in it, with the same number. What it names of other logs can only be
 * checked on their sites, which is said. Its sums are checked with those of its statement.
 */
export function checkRollups(site: Site, { statements, leaves }: Log): void {
  const byLeaf = new Map(leaves.map((leaf, index) => [hex(leaf), statements[index]]));
  const others = new Set<string>();
  for (const statement of statements) {
    for (const named of statement?.rollup?.cities.flatMap((city) => city.statements) ?? []) {
      if (named.log !== null) {
        others.add(named.log);
        continue;
      }
      const { action, week, n, leaf } = named;
      const found = byLeaf.get(leaf);
      const isSame = found?.action === action && found.week === week && found.account.confirmed === n;
      const what = `${statement?.action}, ${statement?.week}: the statement of ${action}, ${week}, that it adds up is in the log`;
      expect(site, isSame, what);
    }
  }
  for (const log of [...others].toSorted())
    site.report.notes.push(`Statements of the log ${log} are added up here. Check them on its own site.`);
}
