/**
 * Whom an action is for, as sentences name it. `whole` is for ICU's `select`: it says that it is the council itself and
 * none of its committees.
 */
export type Addressee = { committee: string; council: string; whole: 'yes' | 'no' };

export function addressee({ committee, council }: Omit<Addressee, 'whole'>): Addressee {
  return { committee, council, whole: committee === council ? 'yes' : 'no' };
}
