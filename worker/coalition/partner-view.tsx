import type { Campaign } from '../campaigns/rules.ts';
import { shellOf } from '../campaigns/shell.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import { type Agreement, isToThese, type Norms } from './norms-rules.ts';
import { PartnerLinkPage, type PartnerLinkPageProps } from './pages/partner-link-page.tsx';
import { PartnerPage } from './pages/partner-page.tsx';
import type { PartnerPageSlot, PartnerView, PartOfPartnerPage } from './partner-page-section.ts';

export function partnerPage(
  c: PageContext,
  view: PartnerView,
  {
    token,
    parts,
    columns,
    norms,
    agreement,
  }: {
    token: string;
    parts: PartOfPartnerPage[];
    columns: Record<string, string> | null;
    norms: Norms | null;
    agreement: Agreement | null;
  },
) {
  const { partner, campaign } = view;
  const { language, deps } = c.var;
  const href = `/partners/${token}`;
  const shell = shellOf(c, campaign, href);
  const shown = parts.map((part) => part({ ...view, shell, publicUrl: deps.settings.publicUrl }));
  const inSlot = (slot: PartnerPageSlot) => shown.map((part) => part[slot] ?? '');
  return (
    <PartnerPage
      shell={shell}
      partner={{ name: partner.name[language], role: partner.role[language], retired: partner.retired }}
      contactEmail={campaign.contactEmail}
      norms={{
        norms: norms?.texts.map((text) => text[language]) ?? [],
        normsOn: norms && isToThese(agreement, norms) ? agreement.on : null,
        hasAgreed: agreement !== null,
        together: partner.retired ? null : `${href}/coalition`,
      }}
      downloads={{ href, columns }}
      numbers={inSlot('numbers')}
      tools={inSlot('tools')}
    />
  );
}

/** An unknown link has no campaign, so its page has no campaign's name or colors. */
export function partnerLinkPage(
  c: PageContext,
  campaign: Campaign | null,
  about: PartnerLinkPageProps['about'],
) {
  return <PartnerLinkPage shell={shellOf(c, campaign)} about={about} />;
}
