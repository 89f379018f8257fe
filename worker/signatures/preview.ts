import type { Language } from '../../web/language.ts';
import type { ActionContext } from '../actions/context.ts';
import { hiddenWhy } from '../moderation/hidden-copy.ts';
import type { HiddenReason } from '../moderation/look-rules.ts';
import { placeLabel } from '../places/labels.ts';
import { dateIn } from '../platform/time/clock.ts';
import type { Preview } from './pages/public-preview.tsx';
import type { Person } from './sealing.ts';
import type { Signature } from './store.ts';
import { fullName } from './submission-rules.ts';

type Previewed = {
  signature: Signature;
  context: ActionContext;
  person: Person;
  /** Why parts of it are hidden, if an organizer has hidden them. */
  reasons?: Record<string, HiddenReason>;
};

/** What everybody sees or will see of a signature; before it is confirmed, with today as its day. */
export function previewOf(
  { signature, context, person, reasons = {} }: Previewed,
  { language, now }: { language: Language; now: Date },
): Preview {
  const { nameLook, commentLook, confirmedAt } = signature;
  const { city } = context;
  const name = isToBeSeen(nameLook) ? fullName(person) : null;
  const comment = isToBeSeen(commentLook) ? person.comment : null;
  const isWaiting = nameLook === 'waiting' || commentLook === 'waiting';
  return {
    entry:
      name === null && comment === null
        ? null
        : {
            name,
            comment,
            place: placeLabel(city, signature.place, language),
            on: dateIn(city.timeZone, confirmedAt ?? now),
          },
    when: isWaiting ? 'waiting' : confirmedAt ? 'shown' : 'confirmed',
    hidden: [
      ...(nameLook === 'hidden' ? (['name'] as const) : []),
      ...(commentLook === 'hidden' ? (['comment'] as const) : []),
    ].map((part) => {
      const reason = reasons[part];
      return { part, why: reason ? hiddenWhy[language][reason] : null };
    }),
  };
}

function isToBeSeen(look: Signature['nameLook']): boolean {
  return look === 'waiting' || look === 'shown';
}
