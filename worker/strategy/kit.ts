import { campaignKitSection } from '../campaigns/kit.ts';
import { councilKitSection } from '../councils/kit.ts';
import { list, name, part, problemIf, repeated, repeatedSlugs } from '../kits/problems.ts';
import { kitSection } from '../kits/section.ts';
import { newId } from '../platform/crypto/ids.ts';
import { strategyKeys } from './kit-schema.ts';
import {
  addStakeholdersStatements,
  deleteStakeholdersStatements,
  stakeholdersSnapshotStatement,
} from './kit-store.ts';
import { sortName } from './rules.ts';

/**
 * The offices and organizations that the map of power begins with. Positions, ties and evidence are entered in the
 * console alone, and a kit neither brings nor takes them.
 */
export const strategyKitSection = kitSection({
  forms: async () => (await import('./kit-form-rules.ts')).strategyForms,
  needs: [campaignKitSection, councilKitSection],
  keys: strategyKeys,
  skeleton: {
    strategy: part({ stakeholders: list({ slug: name, seat: name }) }),
    council: part({ seats: list({ slug: name }) }),
  },
  references: ({ strategy, council }) => {
    if (!strategy) return [];
    const { stakeholders } = strategy;
    const seats = council?.seats.map((seat) => seat?.slug);
    return [
      ...repeatedSlugs('strategy.stakeholders', stakeholders),
      ...repeated(
        'strategy.stakeholders',
        'seat',
        stakeholders.map((one) => one?.seat),
      ),
      ...stakeholders.flatMap((one, i) =>
        problemIf(
          one?.seat !== undefined && seats !== undefined && !seats.includes(one.seat),
          `strategy.stakeholders[${i}].seat`,
          'is not a seat of this council',
        ),
      ),
    ];
  },
  open({ strategy, campaign }, { db, now }) {
    const stakeholders = strategy?.stakeholders ?? [];
    return addStakeholdersStatements(
      db,
      campaign.slug,
      stakeholders.map(({ slug, name, about, kind, seat = null }) => ({
        ...{ id: newId(now), kitSlug: slug, name, sortName: sortName(name), kind, seat },
        about: about ?? { en: '', es: '' },
      })),
    );
  },
  takeBack: ({ campaign }, { db }) => deleteStakeholdersStatements(db, campaign.slug),
  entries: ({ strategy }) =>
    (strategy?.stakeholders ?? []).map(({ slug }) => ({ label: `stakeholder ${slug}` })),
  snapshot: ({ campaign }, { db }) => [stakeholdersSnapshotStatement(db, campaign.slug)],
});
