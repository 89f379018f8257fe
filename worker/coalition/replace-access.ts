import type { Actor } from '../organize/act-rules.ts';
import { commitWithAct, type Step } from '../organize/commit-with-act.ts';
import type { Deps } from '../platform/deps.ts';
import type { Partner } from './rules.ts';
import { replaceKeyStatement, replaceLinkStatement } from './store.ts';

/** `link`, `key`: the old one ends, and a new one holds. `end-key`: the same, but nobody is told the new one. */
export const accessChanges = ['link', 'key', 'end-key', 'both'] as const;
export type AccessChange = (typeof accessChanges)[number];

const kinds: Record<AccessChange, string> = {
  link: 'replace-partner-link',
  key: 'make-partner-key',
  'end-key': 'end-partner-key',
  both: 'replace-partner-access',
};

/**
 * Of a partner as it was seen. It cannot be undone: a link or a key that was ended, because somebody else had it, must
 * never hold again.
 */
export async function replaceAccess(
  { db }: Pick<Deps, 'db'>,
  {
    partner,
    change,
    campaign,
    actor,
    now,
  }: {
    partner: Partner;
    change: AccessChange;
    campaign: { id: number; slug: string };
    actor: Actor;
    now: Date;
  },
) {
  const statements = {
    link: change === 'link' || change === 'both' ? [replaceLinkStatement(db, partner)] : [],
    key: change === 'link' ? [] : [replaceKeyStatement(db, partner)],
  };
  const steps = [...statements.link, ...statements.key].map((statement): Step => ({ statement, changes: 1 }));
  const { link, keyVersion, slug } = partner;
  const after = { link: link + statements.link.length, key: keyVersion + statements.key.length };
  const done = await commitWithAct(
    { db },
    {
      act: { campaign, actor, kind: kinds[change], subject: slug, before: { link, key: keyVersion }, after },
      steps,
      now,
    },
  );
  return done.ok
    ? { ok: true as const, value: { ...partner, link: after.link, keyVersion: after.key } }
    : done;
}
