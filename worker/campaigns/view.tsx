import type { Language } from '../../web/language.ts';
import type { Shell } from '../../web/shell.ts';
import { joinQueries, listQuery, runQuery } from '../platform/query.ts';
import { renderMarkdown } from '../platform/text/markdown.ts';
import { dateIn } from '../platform/time/clock.ts';
import type { CampaignBlock, Slot } from './block.ts';
import { CampaignPage } from './pages/campaign-page.tsx';
import { HomePage } from './pages/home-page.tsx';
import { publicCampaign } from './public.ts';
import { type Campaign, nextJuncture, spokenIn, timelineOf } from './rules.ts';
import { factOf, headlineFactOf, helpOf } from './shell.ts';
import { campaignNamed, campaignQuery, pageOfCampaignsQuery } from './store.ts';

const campaignsOnHomePage = 50;

/** Loads the pages that are made of the features' blocks. */
type Reader = { db: D1Database; blocks: readonly CampaignBlock[]; now: Date };

/** Null if there is no such campaign. */
export async function campaignPage(
  { db, blocks, now }: Reader,
  slug: string,
  { site, shellOf }: { site: string; shellOf: (campaign: Campaign) => Shell },
) {
  const named = campaignNamed(slug);
  const parts = blocks.flatMap(({ page }) => page?.(db, named) ?? []);
  const query = joinQueries({ campaign: campaignQuery(db, named), show: listQuery(parts) });
  const { campaign, show } = await runQuery(db, query);
  if (!campaign) return null;
  const shell = shellOf(campaign);
  const shown = show.map((part) => part({ campaign, shell, now }));
  const inSlot = (slot: Slot) => shown.map((part) => part[slot]);
  return (
    <CampaignPage
      shell={shell}
      site={site}
      {...textOf(campaign, shell.language, now)}
      blocks={{
        ...{ act: inSlot('act'), side: inSlot('side'), news: inSlot('news') },
        ...{ dates: inSlot('dates'), end: inSlot('end') },
      }}
    />
  );
}

function textOf(campaign: Campaign, language: Language, now: Date) {
  const today = dateIn(campaign.city.timeZone, now);
  const next = nextJuncture(campaign.junctures, today);
  return {
    title: campaign.title[language],
    city: campaign.city,
    ask: campaign.ask[language],
    summaryHtml: renderMarkdown(campaign.summary[language]),
    headlineFact: headlineFactOf(campaign.headlineFact, language),
    facts: campaign.facts.map((fact) => factOf(fact, language)),
    help: helpOf(campaign.care, language),
    nextJuncture: next && { name: next.name[language], on: next.on, days: next.days },
    timeline: timelineOf(campaign, today).map(({ name, summary, from, until, when }) => {
      return { name: name[language], text: summary[language], on: from, until, when };
    }),
  };
}

/** Null if there is no such campaign. */
export async function campaignJson(
  { db, blocks, now }: Reader,
  slug: string,
  language: Language,
): Promise<object | null> {
  const named = campaignNamed(slug);
  const parts = blocks.flatMap(({ json }) => json?.query(db, named) ?? []);
  const query = joinQueries({ campaign: campaignQuery(db, named), show: listQuery(parts) });
  const { campaign, show } = await runQuery(db, query);
  if (!campaign) return null;
  const spoken = spokenIn(campaign, language);
  const own = publicCampaign(campaign, { now, language: spoken });
  return Object.assign(own, ...show.map((part) => part(spoken, now)));
}

/** The campaigns after the one of that slug, or the first ones; null where there is none of that slug. */
export async function homePage({ db, blocks }: Reader, after: string | null, shell: Shell) {
  const page = { after, most: campaignsOnHomePage };
  const parts = blocks.flatMap(({ home }) => home?.(db, page) ?? []);
  const query = joinQueries({ listed: pageOfCampaignsQuery(db, page), lines: listQuery(parts) });
  const { listed, lines } = await runQuery(db, query);
  if (!listed) return null;
  const last = listed.campaigns.at(-1)?.slug;
  return (
    <HomePage
      shell={shell}
      campaigns={listed.campaigns.map((campaign) => {
        return { campaign, lines: lines.flatMap((linesOf) => linesOf(campaign.id, shell.language)) };
      })}
      more={listed.hasMore ? `/?after=${last}` : null}
    />
  );
}
