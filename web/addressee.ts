/**
 * Whom an action is addressed to, in the form that sentences use. `whole` is for ICU's `select`: it is 'yes' if the
 * action is addressed to the whole council and not to one of its committees.
 */
export type Addressee = { committee: string; council: string; whole: 'yes' | 'no' };

export function addressee({ committee, council }: Omit<Addressee, 'whole'>): Addressee {
  return { committee, council, whole: committee === council ? 'yes' : 'no' };
}
