import { countedByWeekQuery } from '../actions/week-numbers-store.ts';
import type { ConsoleSection } from '../organize/console-section.ts';
import { mapQuery } from '../platform/query.ts';

const label = { en: 'Confirmed sign-ups for events', es: 'Inscripciones confirmadas a eventos' };

export const eventNumbers: NonNullable<ConsoleSection['numbers']> = (db, campaign, weeks) =>
  mapQuery(countedByWeekQuery(db, { campaignId: campaign.id, kind: 'event', weeks }), (counted) =>
    counted ? [{ label, ...counted }] : [],
  );
