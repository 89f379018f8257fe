import { unconfirmedQuery } from '../actions/week-numbers-store.ts';
import type { ConsoleSection } from '../organize/console-section.ts';
import { mapQuery } from '../platform/query.ts';

const label = { en: 'Waiting for their confirmation', es: 'Por confirmar' };

export const signatureNumbers: NonNullable<ConsoleSection['numbers']> = (db, campaign) =>
  mapQuery(unconfirmedQuery(db, campaign.id), (inAll) => [{ label, inAll }]);
