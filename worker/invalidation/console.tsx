import { strikeWords } from '../../web/components/strike-words.ts';
import type { Text } from '../../web/language.ts';
import { strikeCodes } from '../actions/strike-rules.ts';
import type { ActKind, ConsoleSection } from '../organize/console-section.ts';
import { subjectText } from '../organize/subject-words.ts';
import { mapQuery } from '../platform/query.ts';
import { count, listPage } from './count-routes.tsx';
import { decide, decidePage, onePage, press, undoPage } from './decide-routes.tsx';
import { undoable, workName } from './rules.ts';
import { askedQuery, findInvalidation, moveStatement } from './store.ts';
import { invalidationSubjectsQuery } from './subject-store.ts';

/** Neither asks for the passkey: counting changes nothing, and stopping must be quick. */
const look = 'count-signatures';
const change = 'invalidate';

/** Where an undo is another act, or none: only `invalidate` is undone from the log. */
const told = (en: string, es: string, verb = look): ActKind => ({ words: { en, es }, verb });

const bulkWords: Text = { en: 'Signatures in bulk on “{title}”', es: 'Firmas en bloque en «{title}»' };

export const invalidationSection: ConsoleSection = {
  verbs: { [look]: { role: 'moderator' }, [change]: { role: 'moderator', stepUp: true } },
  menu: [
    {
      path: '/invalidations',
      order: 40,
      label: { en: 'Invalidate in bulk', es: 'Anular en bloque' },
      verb: look,
      counts: 'invalidations',
    },
  ],
  waits: (db, campaign) =>
    mapQuery(askedQuery(db, campaign.id), ({ n, more, oldest }) =>
      oldest === null
        ? []
        : [
            {
              kind: 'invalidations',
              words: {
                en: '{n, plural, one {# request to strike signatures off waits} other {# requests to strike signatures off wait}} for a second organizer',
                es: '{n, plural, one {# solicitud de anular firmas espera} other {# solicitudes de anular firmas esperan}} a otra persona de la organización',
              },
              count: n,
              more,
              oldestAt: new Date(oldest),
              path: '/invalidations',
              verb: change,
            },
          ],
    ),
  routes(console) {
    console.get('/invalidations', look, (c) => listPage(c));
    console.post('/invalidations', look, count);
    console.get('/invalidations/:invalidation', look, onePage);
    console.post('/invalidations/:invalidation', look, press);
    console.get('/invalidations/:invalidation/decide', change, (c) => decidePage(c));
    console.post('/invalidations/:invalidation/decide', change, decide);
    console.get('/invalidations/:invalidation/undo', change, undoPage);
  },
  acts: {
    'count-signatures': told(
      'Signatures with something in common are being counted',
      'Se cuentan las firmas con algo en común',
    ),
    'discard-count': told('A count was discarded', 'Se descartó un recuento'),
    'ask-to-invalidate': told(
      'A second organizer was asked to agree to strike signatures off',
      'Se pidió a otra persona que acepte anular firmas',
      change,
    ),
    'invalidate-alone': told(
      'It was decided to strike a few signatures off',
      'Se decidió anular unas pocas firmas',
      change,
    ),
    'agree-to-invalidate': told(
      'A second organizer agreed to strike signatures off',
      'Otra persona aceptó anular firmas',
      change,
    ),
    'decline-to-invalidate': told(
      'A second organizer declined to strike signatures off',
      'Otra persona no aceptó anular firmas',
      change,
    ),
    'invalidation-changed': told(
      'Much had changed before the start, so nothing was struck off',
      'Mucho cambió antes de empezar, así que no se anuló nada',
    ),
    'cancel-invalidation': told('The striking off was stopped midway', 'Se detuvo la anulación a la mitad'),
    'invalidation-done': told(
      '{count, plural, one {# signature was} other {# signatures were}} struck off together',
      'Se {count, plural, one {anuló # firma} other {anularon # firmas}} en bloque',
    ),
    'invalidation-undone': told(
      '{count, plural, one {# signature was} other {# signatures were}} taken back together',
      'Se {count, plural, one {restableció # firma} other {restablecieron # firmas}} en bloque',
    ),
    invalidate: {
      words: {
        en: 'Striking off {count, plural, one {# signature} other {# signatures}} began',
        es: 'Empezó la anulación de {count, plural, one {# firma} other {# firmas}}',
      },
      verb: change,
      /** Begins in the background. Another act at the end says how many it took back and left. */
      async undo({ db, wake }, { subject }, { actor, now }) {
        const one = await findInvalidation(db, subject);
        if (!one || !undoable.includes(one.state)) return null;
        const statement = moveStatement(db, {
          ...{ id: one.id, from: [one.state], to: 'undoing', cursor: 0, passed: 0, restored: 0 },
          ...{ ended_by: actor, next_at: now.getTime() },
        });
        await wake(workName, 1);
        return { steps: [{ statement, changes: 1 }], count: one.struck, left: 0 };
      },
    },
  },
  subjects: (db, { id }, subjects) =>
    mapQuery(invalidationSubjectsQuery(db, id, subjects), (found) => {
      const page = (one: string) => ({ path: `/invalidations/${one}`, verb: look });
      return new Map(
        found.map(({ id: one, titles }) => [
          one,
          { words: subjectText(bulkWords, { titles }), page: page(one) },
        ]),
      );
    }),
  facts: {
    codes: Object.fromEntries(
      strikeCodes.map((code) => [code, { en: strikeWords(code, 'en'), es: strikeWords(code, 'es') }]),
    ),
  },
};
