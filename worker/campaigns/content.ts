import type { Kit } from '../kits/schema.ts';
import type { CampaignContent, Fact } from './rules.ts';

/** What a kit's campaign says, as the pages know it. */
export function contentOf(campaign: Kit['campaign']): CampaignContent {
  const { title, summary, ask, hashtags } = campaign;
  return {
    title,
    summary,
    ask,
    hashtags,
    headlineFact: factOf(campaign.headline_fact),
    facts: campaign.facts.map(factOf),
    phases: campaign.phases.map(({ slug, name, summary, starts_on, ends_on }) => {
      return { slug, name, summary, startsOn: starts_on, endsOn: ends_on ?? null };
    }),
    junctures: campaign.junctures.map(({ slug, name, summary, on, decides }) => {
      return { slug, name, summary, on, decides: decides ?? null };
    }),
    questions: campaign.questions_and_answers ?? [],
    norms: campaign.norms,
    share: campaign.share.map(({ slug, action, kind, subject, text }) => {
      return { slug, action: action ?? null, kind, subject: subject ?? null, text };
    }),
    embed: campaign.embed,
    updates: campaign.updates,
  };
}

function factOf({ slug, figure, statement, source }: Kit['campaign']['headline_fact']): Fact {
  return { slug, figure: figure ?? null, statement, source: { ...source, url: source.url ?? null } };
}
