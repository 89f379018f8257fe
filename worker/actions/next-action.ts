import type { Language } from '../../web/language.ts';
import type { ActionContext } from './context.ts';
import type { NextAction } from './kind.ts';
import { listOpenBeside } from './list-store.ts';
import { pathOf } from './rules.ts';

/** Another open action of the campaign: the one after this, or else the first; null if there is no other. */
export async function nextInCampaign(
  db: D1Database,
  { action, campaign }: ActionContext,
  { now, language }: { now: Date; language: Language },
): Promise<NextAction[]> {
  const open = await listOpenBeside(db, { campaignId: campaign.id, actionId: action.id, now });
  const next = open.find(({ id }) => id > action.id) ?? open[0];
  return next ? [{ title: next.title[language], description: next.ask[language], href: pathOf(next) }] : [];
}
