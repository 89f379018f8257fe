import { formatDay, formatInstant } from '../../web/language.ts';
import type { ConsoleContext, ConsoleRouter, ConsoleSection } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { mailKindOf } from '../platform/mail/mail.ts';
import { type Fate, fates, type MailDay, mailDaysQuery } from '../platform/mail/mail-days.ts';
import { countedAtMost, queuedQuery, unsentCountQuery, unsentQuery } from '../platform/mail/unsent.ts';
import { joinQueries, mapQuery, runQuery, waitingAtMost } from '../platform/query.ts';
import { dateIn, day } from '../platform/time/clock.ts';
import { decideMail } from './decide-mail.ts';
import { mailCopy } from './pages/mail-copy.ts';
import { type FateRow, MailPage } from './pages/mail-page.tsx';

const daysShown = 14;
const shownAtOnce = 25;

export function mailRoutes(console: ConsoleRouter): void {
  console.get('/mail', 'look-at-mail', (c) => mailPage(c));
  console.post('/mail/:mail', 'send-mail-again', decide);
}

/** Refused mail waits for a decision. It belongs to the whole site, so the owners of every campaign see it. */
export const mailWaits: NonNullable<ConsoleSection['waits']> = (db) =>
  mapQuery(unsentCountQuery(db, waitingAtMost), (found) =>
    found
      ? [
          {
            kind: 'unsent-mail',
            words: {
              en: '{n, plural, one {# mail was not sent} other {# mails were not sent}}',
              es: '{n, plural, one {# correo no salió} other {# correos no salieron}}',
            },
            count: found.n,
            more: found.more,
            oldestAt: found.oldest,
            path: '/mail',
            verb: 'send-mail-again',
          },
        ]
      : [],
  );

async function mailPage(c: ConsoleContext, isChanged = false) {
  const { deps, campaign, language, now } = c.var;
  const since = dateIn('UTC', new Date(now.getTime() - (daysShown - 1) * day));
  const [frame, { queued, unsent, days }] = await Promise.all([
    consoleFrame(c),
    runQuery(
      deps.db,
      joinQueries({
        queued: queuedQuery(deps.db),
        unsent: unsentQuery(deps.db, shownAtOnce),
        days: mailDaysQuery(deps.db, since),
      }),
    ),
  ]);
  const told = (at: Date) => formatInstant(at, campaign.timeZone, language);
  const page = (
    <MailPage
      frame={frame}
      queued={{ ...queued, oldest: queued.oldest && told(queued.oldest) }}
      countedAtMost={countedAtMost}
      unsent={unsent.map(({ at, kind, ...mail }) => ({ ...mail, kind: mailKindOf(kind), when: told(at) }))}
      byDay={summed(days, ({ day: on }) => formatDay(on, language))}
      byDomain={summed(days, ({ domain }) =>
        domain === 'other' ? mailCopy[language].other : domain,
      ).toSorted((a, b) => b.sent - a.sent)}
      mayDecide={c.var.may('send-mail-again')}
      isChanged={isChanged}
    />
  );
  return c.html(page, isChanged ? 409 : 200);
}

function summed(days: MailDay[], labelOf: (one: MailDay) => string): FateRow[] {
  const rows = new Map<string, FateRow>();
  for (const one of days) {
    const label = labelOf(one);
    const known = rows.get(label);
    const add = (fate: Fate) => (known?.[fate] ?? 0) + one[fate];
    const sums = Object.fromEntries(fates.map((fate) => [fate, add(fate)])) as Record<Fate, number>;
    rows.set(label, { label, ...sums });
  }
  return [...rows.values()];
}

async function decide(c: ConsoleContext) {
  const { deps, campaign, organizer, form, now } = c.var;
  const { seen, decision } = form.values;
  if (seen !== 'failed' && seen !== 'uncertain') return refuse(c, 'bad-request');
  if (decision !== 'again' && decision !== 'leave') return refuse(c, 'bad-request');
  const id = c.req.param('mail') ?? '';
  const done = await decideMail(deps, { id, seen, decision, campaign, actor: organizer.id, now });
  if (!done.ok) return mailPage(c, true);
  if (decision === 'again') await deps.wakeOutbox();
  return c.redirect(withDone(consolePath(campaign, '/mail'), done.value.id), 303);
}
