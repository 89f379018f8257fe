import { mapQuery } from '../platform/query.ts';
import type { StatementSample } from '../statements/rules/statement.ts';
import type { StatementPart } from '../statements/statement-part.ts';
import { toldAt } from './rules.ts';
import { samplesOfCommitteeQuery } from './store.ts';

/** Each statement tells of the samples of its week, as they stood at its end. */
export const samplesStatementPart: StatementPart = {
  load: (db, committeeId, { from, until }) =>
    mapQuery(samplesOfCommitteeQuery(db, committeeId, from), (found) => {
      const told = new Map<number, { samples: StatementSample[] }>();
      for (const sample of found) {
        if (sample.announcedAt >= until) continue;
        const { samples } = told.get(sample.actionId) ?? { samples: [] };
        told.set(sample.actionId, { samples: [...samples, toldAt(sample, until)] });
      }
      return told;
    }),
};
