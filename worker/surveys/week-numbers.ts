import { countedByWeekQuery } from '../actions/week-numbers-store.ts';
import type { ConsoleSection } from '../organize/console-section.ts';
import { mapQuery } from '../platform/query.ts';

const label = { en: 'Confirmed survey responses', es: 'Respuestas confirmadas a encuestas' };

export const surveyNumbers: NonNullable<ConsoleSection['numbers']> = (db, campaign, weeks) =>
  mapQuery(countedByWeekQuery(db, { campaignId: campaign.id, kind: 'survey', weeks }), (counted) =>
    counted ? [{ label, ...counted }] : [],
  );
