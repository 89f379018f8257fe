import type { Language } from '../../web/language.ts';
import { type ActionKinds, kindNamed } from '../actions/kind.ts';
import { pathOf } from '../actions/rules.ts';
import type { Campaign } from '../campaigns/rules.ts';
import { shellOf } from '../campaigns/shell.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import type { WebhooksShown } from '../webhooks/partner-webhooks.ts';
import { PartnerLinkPage, type PartnerLinkPageProps } from './pages/partner-link-page.tsx';
import { PartnerPage } from './pages/partner-page.tsx';
import type { ActionBrought } from './partner-rules.ts';
import type { Partner } from './rules.ts';

export function partnerPage(
  c: PageContext,
  { partner, campaign }: { partner: Partner; campaign: Campaign },
  shown: { token: string; kinds: ActionKinds; actions: ActionBrought[]; webhooks: WebhooksShown },
) {
  const { language, deps, now } = c.var;
  const { token, kinds, actions, webhooks } = shown;
  return (
    <PartnerPage
      shell={shellOf(c, campaign, `/partners/${token}`)}
      token={token}
      partner={{ name: partner.name[language], role: partner.role[language], retired: partner.retired }}
      asOf={now}
      timeZone={campaign.city.timeZone}
      actions={actions.map((action) => ({
        ...shownAction(action, deps.settings.publicUrl, language),
        words: kindNamed(kinds, action.kind).words[language].partner,
      }))}
      received={kinds.map(({ words }) => words[language].partner.received)}
      norms={campaign.norms.map((norm) => norm[language])}
      normsOn={partner.normsOn}
      contactEmail={campaign.contactEmail}
      shareHref={`/campaigns/${campaign.slug}/share`}
      webhooks={webhooks}
    />
  );
}

function shownAction(action: ActionBrought, publicUrl: string, language: Language) {
  const href = pathOf(action);
  const embedded = action.sources.find(({ kind }) => kind === 'embed');
  return {
    ...action,
    href,
    embedHref: `${href}/embed?source=${(embedded ?? action.sources[0])?.source ?? ''}`,
    title: action.title[language],
    credits: action.credits.map(({ partner, credited }) => {
      return { name: partner?.name[language] ?? null, credited };
    }),
    sources: action.sources.map((source) => ({
      ...source,
      name: source.name[language],
      url: `${publicUrl}${href}?source=${source.source}`,
    })),
  };
}

/** Without a campaign it is nobody's page. */
export function partnerLinkPage(
  c: PageContext,
  campaign: Campaign | null,
  about: PartnerLinkPageProps['about'],
) {
  return <PartnerLinkPage shell={shellOf(c, campaign)} about={about} />;
}
