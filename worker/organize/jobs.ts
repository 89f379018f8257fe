import { asLanguage, formatInstant } from '../../web/language.ts';
import type { Deps } from '../platform/deps.ts';
import { enqueueStatement } from '../platform/mail/outbox.ts';
import { runQuery } from '../platform/query.ts';
import { dateIn, day } from '../platform/time/clock.ts';
import { byCommand } from './act-rules.ts';
import { listOwnCampaigns } from './campaign-store.ts';
import type { NamedSection } from './console-section.ts';
import { waitingQuery, waitingWords } from './frame.ts';
import { endAccess } from './people.ts';
import { listToMail, listUnused, noteMailedStatement } from './people-store.ts';
import { mayDo } from './role-rules.ts';
import { verbsOf } from './sections.ts';

const unusedFor = 90 * day;
const waitedFor = day;
/** Per run. The next run does the rest. */
const mostAtOnce = 50;

/** Ends access that was not used for 90 days. */
export async function endUnused(deps: Deps, now: Date): Promise<void> {
  const before = new Date(now.getTime() - unusedFor);
  for (const { campaignId, slug, organizerId, role } of await listUnused(deps.db, {
    before,
    most: mostAtOnce,
  })) {
    const campaign = { id: campaignId, slug };
    await endAccess(deps, { campaign, organizerId, role, reason: 'unused', actor: byCommand, now });
  }
}

/** Sentences for one organizer about what has waited for more than a day. */
export async function readOverdue(
  deps: Deps,
  {
    organizerId,
    language,
    sections,
    now,
  }: {
    organizerId: string;
    language: 'en' | 'es';
    sections: readonly NamedSection[];
    now: Date;
  },
): Promise<{ campaign: string; what: string[] }[]> {
  const verbs = verbsOf(sections);
  const found: { campaign: string; what: string[] }[] = [];
  for (const campaign of await listOwnCampaigns(deps.db, organizerId)) {
    const waiting = await runQuery(deps.db, waitingQuery(deps.db, { sections, campaign, now, ages: true }));
    const what = waiting
      .filter(({ oldestAt, verb }) => {
        const asked = verbs.get(verb);
        const may = asked && mayDo({ role: asked.role }, { role: campaign.role, passkeyAt: null, now });
        return may === 'yes' && now.getTime() - oldestAt.getTime() > waitedFor;
      })
      .map((one) => {
        const { oldestAt } = one;
        const told = waitingWords(one, language);
        return `${told} (${formatInstant(oldestAt, campaign.timeZone, language)})`;
      });
    if (what.length > 0) found.push({ campaign: campaign.title[language], what });
  }
  return found;
}

/** Once a day to each organizer who wants it, while something has waited for more than a day. */
export async function mailWaiting(
  deps: Deps,
  { sections, now }: { sections: readonly NamedSection[]; now: Date },
): Promise<void> {
  const today = dateIn('UTC', now);
  for (const one of await listToMail(deps.db, { today, most: mostAtOnce })) {
    const language = asLanguage(one.language) ?? 'en';
    const overdue = await readOverdue(deps, { organizerId: one.id, language, sections, now });
    if (overdue.length === 0) continue;
    const mail = { ref: one.id, kind: `organizer-waiting:${today}` };
    await deps.db.batch([
      noteMailedStatement(deps.db, one.id, today),
      enqueueStatement(deps.db, [mail], { now, cap: 1 }),
    ]);
  }
}
