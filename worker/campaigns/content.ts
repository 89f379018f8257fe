import type * as z from 'zod';
import type { campaignKeys } from './kit-schema.ts';
import type { CampaignContent, Care, Fact } from './rules.ts';

type CampaignOfKit = { [Key in keyof typeof campaignKeys]: z.output<(typeof campaignKeys)[Key]> };
type FactOfKit = CampaignOfKit['facts'][number];

/** The content of a kit's campaign, in the form that pages use. Other features add their parts. */
export function contentOf(
  campaign: CampaignOfKit,
): Omit<
  CampaignContent,
  'languages' | 'norms' | 'areNormsPublic' | 'share' | 'budget' | 'rollup' | 'embed' | 'looks' | 'heldWords'
> {
  const { title, summary, ask, hashtags, headline_fact, updates } = campaign;
  return {
    title,
    summary,
    ask,
    hashtags,
    headlineFact: headline_fact ? factOf(headline_fact) : null,
    facts: campaign.facts.map(factOf),
    phases: campaign.phases.map(({ slug, name, summary, starts_on, ends_on }) => {
      return { slug, name, summary, startsOn: starts_on, endsOn: ends_on ?? null };
    }),
    junctures: campaign.junctures.map(({ slug, name, summary, on, decides }) => {
      return { slug, name, summary, on, decides: decides ?? null };
    }),
    questions: campaign.questions_and_answers ?? [],
    updates,
    care: careOf(campaign.care ?? { exit: false }),
  };
}

function careOf({ help, no_details, exit }: NonNullable<CampaignOfKit['care']>): Care {
  return {
    help: help
      ? {
          heading: help.heading,
          lines: help.lines.map(({ hours, ...line }) => ({ ...line, hours: hours ?? null })),
          note: help.note ?? null,
        }
      : null,
    noDetails: no_details ?? null,
    hasExit: exit,
  };
}

function factOf({ slug, figure, statement, source }: FactOfKit): Fact {
  return { slug, figure: figure ?? null, statement, source: { ...source, url: source.url ?? null } };
}
