import type { Feature } from '../main/feature.ts';
import { forgetOldCaps } from './http/limits.ts';
import { drainOutbox } from './mail/drain.ts';
import type { DrainDeps } from './mail/drain-run.ts';
import { deliverAtHome } from './mail/events.ts';
import { findLongestDue, forgetStatement, purgeOutbox } from './mail/outbox.ts';
import { mailboxRoutes } from './mail/routes.tsx';
import { webhookRoutes } from './mail/webhook-routes.ts';
import { knownQuery } from './query.ts';
import { isPause, listSwitches } from './switches.ts';
import { minute } from './time/clock.ts';

const late = 20 * minute;

export const platform: Feature = {
  name: 'platform',
  tables: ['outbox', 'mail_days', 'suppressions', 'suppression_counts', 'switches', 'daily_caps'],
  routes(app, { renderMails, mailBounced }, { resend }) {
    app.route('/', mailboxRoutes(renderMails));
    if (resend?.webhookSecret) {
      app.route('/', webhookRoutes({ secret: resend.webhookSecret, bounced: mailBounced }));
    }
  },
  scheduled: [
    {
      name: 'drain-outbox',
      stage: 'send',
      run(deps, now, { house }) {
        const options = { bounced: house.mailBounced };
        const sent: DrainDeps['sent'] = (mails, at) => deliverAtHome(deps, mails, { ...options, now: at });
        const own = deps.deliversAtHome ? { ...deps, sent } : deps;
        return drainOutbox(own, now, house.renderMails(deps, now));
      },
    },
  ],
  retention: [
    { name: 'purge-outbox', run: ({ db }, now) => purgeOutbox(db, now) },
    { name: 'forget-caps', run: ({ db }, now) => forgetOldCaps(db, now) },
  ],
  whenErased: (db, { ids }) => [forgetStatement(db, ids)],
  privacy: async () => {
    const { platformPrivacy } = await import('./privacy.ts');
    return () => knownQuery(platformPrivacy);
  },
  async health(db, now) {
    const [dueSince, switches] = await Promise.all([findLongestDue(db), listSwitches(db, now)]);
    const isLate = dueSince !== null && now.getTime() - dueSince.getTime() > late;
    return [
      ...switches.flatMap(({ name, since }) =>
        isPause(name) ? [`${name} since ${since.toISOString()}`] : [],
      ),
      ...(isLate ? ['mail waits longer than it should'] : []),
    ];
  },
};
