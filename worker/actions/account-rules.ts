export const signatureStates = [
  'confirmed',
  'unconfirmed',
  'duplicate',
  'flagged',
  'withdrawn',
  'invalidated',
] as const;
export type SignatureState = (typeof signatureStates)[number];

export type Account = Record<SignatureState, number> & { received: number };

/** `received` is the sum of the states, so the account always balances. */
export function accountOf(counts: Partial<Record<SignatureState, number>>): Account {
  const states = Object.fromEntries(signatureStates.map((state) => [state, counts[state] ?? 0])) as Record<
    SignatureState,
    number
  >;
  return { received: Object.values(states).reduce((sum, n) => sum + n, 0), ...states };
}
