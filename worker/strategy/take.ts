import { commitWithAct } from '../organize/commit-with-act.ts';
import { sha256 } from '../platform/crypto/bytes.ts';
import type { Deps } from '../platform/deps.ts';
import { runQuery } from '../platform/query.ts';
import { allDaysQuery, detailsQuery, type EvidenceRow } from './export-store.ts';
import { fadesBefore, keepOf, keyOf, type Stakeholder } from './rules.ts';
import { stakeholdersQuery } from './store.ts';
import type { By } from './write.ts';

const atOnce = 500;

/**
 * Everything that organizers entered, as a file. It is the only way by which any of it leaves the console, and the act
 * is in the log before anybody has the file.
 */
export async function takeStrategy({ db }: Pick<Deps, 'db'>, by: By): Promise<string> {
  const { campaign, actor, now, today } = by;
  const keep = keepOf('all');
  const stakeholders: object[] = [];
  const ties: object[] = [];
  for (let after: Stakeholder | null | undefined = null; after !== undefined; ) {
    const asked = {
      ...{ campaignId: campaign.id, keep, most: atOnce, since: fadesBefore(today) },
      after: after && { id: after.id, key: keyOf(after, keep) },
    };
    const page: { rows: Stakeholder[]; next: string | null } = await runQuery(
      db,
      stakeholdersQuery(db, asked),
    );
    const found = await runQuery(
      db,
      detailsQuery(
        db,
        page.rows.map(({ id }) => id),
      ),
    );
    const evidence = Map.groupBy(found.evidence, ({ stakeholder_id }) => stakeholder_id);
    stakeholders.push(...page.rows.map((one) => told(one, evidence.get(one.id) ?? [])));
    ties.push(...found.ties.map(({ fromId, toId, kind }) => ({ from: fromId, to: toId, kind })));
    after = page.next === null ? undefined : page.rows.at(-1);
  }
  const road = await runQuery(db, allDaysQuery(db, campaign.id));
  const whole = { campaign: campaign.slug, as_of: now.toISOString(), stakeholders, ties, road };
  const text = `${JSON.stringify(whole, null, 2)}\n`;
  const done = await commitWithAct(
    { db },
    {
      act: {
        ...{ campaign, actor, kind: 'take-strategy', subject: 'strategy' },
        after: { sha256: sha256(text) },
        count: stakeholders.length,
      },
      steps: [],
      now,
    },
  );
  if (!done.ok) throw new Error(done.error.reason);
  return text;
}

function told(
  { id, name, about, kind, seat, isTarget, isAgent }: Stakeholder,
  evidence: readonly EvidenceRow[],
): object {
  return {
    ...{ id, name, about, kind, seat, target: isTarget, agent_of_change: isAgent },
    evidence: evidence.map(({ kind, on_day, support, influence, said_by, link, what }) => ({
      ...{ kind, on: on_day, support, influence, said_by, link, what },
    })),
  };
}
