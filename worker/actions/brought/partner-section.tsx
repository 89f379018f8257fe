import type { PartnerPageSection } from '../../coalition/partner-page-section.ts';
import type { Partner } from '../../coalition/rules.ts';
import { log } from '../../platform/log.ts';
import { mapQuery, type Query } from '../../platform/query.ts';
import { type ActionKinds, kindNamed } from '../kind.ts';
import { broughtJson, broughtRows } from './downloads.ts';
import { BroughtPart } from './pages/brought-part.tsx';
import { copy } from './pages/copy.ts';
import { type ActionBrought, broughtBy, imbalancesOfActions } from './rules.ts';
import { broughtQuery } from './store.ts';

/** What each action got through a partner: the numbers of its page. */
export function broughtSection(kinds: ActionKinds): PartnerPageSection {
  return {
    page: (db, partnerId) =>
      mapQuery(
        balancedQuery(db, partnerId),
        (broughtTo) =>
          ({ partner, campaign, now, shell, publicUrl }) => {
            const { language } = shell;
            return {
              numbers: (
                <BroughtPart
                  shell={shell}
                  actions={broughtTo(partner).map((action) => {
                    return { action, words: kindNamed(kinds, action.kind).words[language].partner };
                  })}
                  received={kinds.map(({ words }) => words[language].partner.received)}
                  asOf={now}
                  timeZone={campaign.city.timeZone}
                  publicUrl={publicUrl}
                  shareHref={`/campaigns/${campaign.slug}/share`}
                />
              ),
            };
          },
      ),
    json: (db, partnerId) =>
      mapQuery(balancedQuery(db, partnerId), (broughtTo) => ({ partner }, language) => {
        return { actions: broughtJson(broughtTo(partner), language) };
      }),
    csv: {
      columns: { en: copy.en.columns, es: copy.es.columns },
      rows: (db, partnerId) =>
        mapQuery(balancedQuery(db, partnerId), (broughtTo) => ({ partner }, language) => {
          return broughtRows(broughtTo(partner), language);
        }),
    },
  };
}

/** Numbers that do not add up are not shown to a partner. */
function balancedQuery(db: D1Database, partnerId: number): Query<(partner: Partner) => ActionBrought[]> {
  return mapQuery(broughtQuery(db, partnerId), (snapshot) => (partner) => {
    const actions = broughtBy(partner.slug, snapshot);
    const problems = imbalancesOfActions(actions);
    if (problems.length === 0) return actions;
    log('error', 'partner-page-does-not-balance', { partner: partner.id, first: problems[0] ?? '' });
    throw new Error(`the page of partner ${partner.id} does not balance`);
  });
}
