import type { CityReading, CityStatement } from './rules.ts';

type Times = 'readAt' | 'reasonAt' | 'verifiedAt';

/** A reading as a digest stores it: times are texts. */
export type FrozenReading = Omit<CityReading, Times | 'statements'> &
  Record<Times, string | null> & { statements: (Omit<CityStatement, 'readAt'> & { readAt: string })[] };

export function frozen({ readAt, reasonAt, verifiedAt, statements, ...reading }: CityReading): FrozenReading {
  return {
    ...reading,
    readAt: readAt?.toISOString() ?? null,
    reasonAt: reasonAt?.toISOString() ?? null,
    verifiedAt: verifiedAt?.toISOString() ?? null,
    statements: statements.map((one) => ({ ...one, readAt: one.readAt.toISOString() })),
  };
}

export function thawed({ readAt, reasonAt, verifiedAt, statements, ...reading }: FrozenReading): CityReading {
  const dateOf = (at: string | null) => (at === null ? null : new Date(at));
  return {
    ...reading,
    readAt: dateOf(readAt),
    reasonAt: dateOf(reasonAt),
    verifiedAt: dateOf(verifiedAt),
    statements: statements.map((one) => ({ ...one, readAt: new Date(one.readAt) })),
  };
}
