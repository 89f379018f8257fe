import type { PartnerPageSection } from '../coalition/partner-page-section.ts';
import { mapQuery } from '../platform/query.ts';
import { inviterQuery } from './kit-store.ts';
import { InviteLink } from './pages/invite-page.tsx';

/** The way to invite, on the page of a partner that may. */
export const storiesSectionOfPartner: PartnerPageSection = {
  page: (db, partnerId) =>
    mapQuery(inviterQuery(db, partnerId), (mayInvite) => ({ shell }) => {
      const { pathname } = new URL(shell.path, 'http://site');
      return mayInvite ? { tools: <InviteLink shell={shell} href={`${pathname}/stories`} /> } : {};
    }),
};
