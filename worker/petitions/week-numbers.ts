import { countedByWeekQuery } from '../actions/week-numbers-store.ts';
import type { ConsoleSection } from '../organize/console-section.ts';
import { mapQuery } from '../platform/query.ts';

const label = { en: 'Confirmed signatures', es: 'Firmas confirmadas' };

export const petitionNumbers: NonNullable<ConsoleSection['numbers']> = (db, campaign, weeks) =>
  mapQuery(countedByWeekQuery(db, { campaignId: campaign.id, kind: 'petition', weeks }), (counted) =>
    counted ? [{ label, ...counted }] : [],
  );
