import { commitWithAct } from '../../worker/organize/commit-with-act.ts';
import type { ConsoleSection } from '../../worker/organize/console-section.ts';
import { consoleFrame, withDone } from '../../worker/organize/frame.ts';
import { rowsQuery } from '../../worker/platform/query.ts';

export const leafletsTable = `CREATE TABLE IF NOT EXISTS leaflets (
  id TEXT PRIMARY KEY, campaign_id INTEGER NOT NULL, state TEXT NOT NULL, at INTEGER NOT NULL) STRICT`;

const setState = (db: D1Database, { id, from, to }: { id: string; from: string; to: string }) =>
  db.prepare('UPDATE leaflets SET state = ?3 WHERE id = ?1 AND state = ?2').bind(id, from, to);

/** A feature's section as small as it can be: leaflets that wait until somebody has looked at them. */
export const leaflets: ConsoleSection = {
  verbs: {
    'look-at-leaflets': { role: 'viewer' },
    'decide-leaflets': { role: 'moderator' },
    'burn-leaflets': { role: 'owner', stepUp: true },
  },
  menu: [
    {
      path: '/leaflets',
      order: 15,
      label: { en: 'Leaflets', es: 'Volantes' },
      verb: 'look-at-leaflets',
      counts: 'leaflets',
    },
  ],
  waits: (db, campaign) =>
    rowsQuery(
      db
        .prepare(
          "SELECT count(*) AS n, min(at) AS oldest FROM leaflets WHERE campaign_id = ? AND state = 'waiting'",
        )
        .bind(campaign.id),
      ([row]: { n: number; oldest: number }[]) =>
        row && row.n > 0
          ? [
              {
                kind: 'leaflets',
                words: {
                  en: '{n, plural, one {# leaflet waits} other {# leaflets wait}}',
                  es: '{n, plural, one {# volante} other {# volantes}}',
                },
                count: row.n,
                oldestAt: new Date(row.oldest),
                path: '/leaflets',
                verb: 'decide-leaflets',
              },
            ]
          : [],
    ),
  routes(console) {
    console.get('/leaflets', 'look-at-leaflets', async (c) => c.json(await consoleFrame(c)));
    console.post('/leaflets/:leaflet', 'decide-leaflets', async (c) => {
      const { deps, campaign, organizer, form, now } = c.var;
      const id = c.req.param('leaflet') ?? '';
      const to = form.values.decision ?? '';
      const done = await commitWithAct(deps, {
        act: {
          campaign,
          actor: organizer.id,
          kind: 'decide-leaflet',
          subject: id,
          reason: form.values.reason ?? '',
          before: { state: 'waiting' },
          after: { state: to },
        },
        steps: [{ statement: setState(deps.db, { id, from: 'waiting', to }), changes: 1 }],
        now,
      });
      if (!done.ok) return c.text(done.error.reason, 409);
      return c.redirect(withDone(`/organize/campaigns/${campaign.slug}/leaflets`, done.value.id), 303);
    });
    console.post('/leaflets/:leaflet/burn', 'burn-leaflets', (c) => c.text('burned'));
    console.get('/leaflets/:leaflet/burn', 'burn-leaflets', (c) => c.text('burn?'));
  },
  acts: {
    'decide-leaflet': {
      words: { en: 'Leaflet {subject} decided', es: 'Volante {subject} decidido' },
      verb: 'decide-leaflets',
      async undo({ db }, { subject, after, before }) {
        const statement = setState(db, { id: subject, from: String(after.state), to: String(before.state) });
        return { steps: [{ statement, changes: 1 }], count: 1, left: 0 };
      },
    },
  },
};
