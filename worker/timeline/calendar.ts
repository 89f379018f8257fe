import { type Language, message } from '../../web/language.ts';
import { icalOf } from '../developers/ical.ts';
import type { ConsoleCampaign } from '../organize/console-section.ts';
import { consoleCopy } from './pages/console-copy.ts';
import type { Line, LoadedPlan } from './plan.ts';

type CalendarOptions = { campaign: ConsoleCampaign; publicUrl: string; now: Date; language: Language };

/** Each tactic that is not dropped as an entry of whole days, and the junctures. */
export function planCalendar(
  { dates }: LoadedPlan,
  lines: readonly Line[],
  { campaign, publicUrl, now, language }: CalendarOptions,
): string {
  const words = consoleCopy[language];
  const host = `${campaign.slug}.${new URL(publicUrl).hostname}`;
  const plan = `${publicUrl}/organize/campaigns/${campaign.slug}`;
  return icalOf({
    name: message(words.calendarName, { campaign: campaign.title[language] }, language),
    language,
    timeZone: campaign.timeZone,
    days: [
      ...dates.junctures.map(({ slug, on, name, summary }) => ({
        ...{ id: `juncture-${slug}@${host}`, on, changedAt: now, summary: name[language] },
        ...{ description: summary[language], url: `${plan}/plan` },
      })),
      ...lines
        .filter(({ progress }) => progress !== 'dropped')
        .map(({ id, startsOn, endsOn, title, owner, outcome, measure }) => ({
          ...{ id: `tactic-${id.toLowerCase()}@${host}`, on: startsOn, until: endsOn, changedAt: now },
          summary: title,
          description: [outcome, owner, measure].filter(Boolean).join('\n\n'),
          url: `${plan}/tactics/${id}`,
        })),
    ],
  });
}
