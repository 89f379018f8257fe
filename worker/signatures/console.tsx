import { strikeWords } from '../../web/components/strike-words.ts';
import type { Language, Text } from '../../web/language.ts';
import type { CountedHooks } from '../actions/counted-hooks.ts';
import { strikeCodes } from '../actions/strike-rules.ts';
import type { ConsoleSection } from '../organize/console-section.ts';
import { listQuery, mapQuery } from '../platform/query.ts';
import { signatureSubjects } from './act-subjects.ts';
import { listPage } from './console-list.tsx';
import { decideOne, mailOne, onePage, openOne, strikeOne, strikePage } from './console-one.tsx';
import { decideOnPair, openPair, pairsPage, pairsPageAfterRate } from './console-pairs.tsx';
import { decideOnRate } from './console-rates.tsx';
import { askSearch, showSearch } from './console-search.tsx';
import { undoDecisions, undoTakingBack } from './decide.ts';
import { undoPair } from './decide-pair.ts';
import { undoClearing } from './decide-rate.ts';
import { openingCodes } from './look-into.ts';
import { oneCopy } from './pages/console-one-copy.ts';
import { waitingPairsQuery } from './pair-store.ts';
import { waitingRatesQuery } from './rate-store.ts';
import { signatureNumbers } from './week-numbers.ts';

/** Its path and verb are those of the page that shows both. */
const waiting = {
  pairs: {
    kind: 'duplicates',
    words: {
      en: '{n, plural, one {# possible duplicate waits} other {# possible duplicates wait}} for a look',
      es: '{n, plural, one {# posible duplicado} other {# posibles duplicados}} por revisar',
    },
  },
  rates: {
    kind: 'rates',
    words: {
      en: '{n, plural, one {# unusual number within an hour waits} other {# unusual numbers within an hour wait}} for a look',
      es: '{n, plural, one {# cantidad inusual en una hora} other {# cantidades inusuales en una hora}} por revisar',
    },
  },
};
const both = { path: '/duplicates', verb: 'decide-signatures' };

/** The list of signatures, and the decisions about one. */
export function signaturesSection(hooks: CountedHooks): ConsoleSection {
  return {
    verbs: {
      'look-at-signatures': { role: 'moderator' },
      'decide-signatures': { role: 'moderator' },
      'open-person': { role: 'moderator' },
      'send-to-signer': { role: 'moderator' },
      'strike-off': { role: 'moderator', stepUp: true },
    },
    menu: [
      {
        path: '/signatures',
        order: 30,
        next: { en: 'Look at the signatures', es: 'Ver las firmas' },
        label: { en: 'Signatures', es: 'Firmas' },
        verb: 'look-at-signatures',
      },
      {
        path: '/duplicates',
        order: 20,
        label: { en: 'Possible duplicates', es: 'Posibles duplicados' },
        verb: 'look-at-signatures',
        counts: ['duplicates', 'rates'],
      },
    ],
    waits: (db, { id }) =>
      mapQuery(listQuery([waitingPairsQuery(db, id), waitingRatesQuery(db, id)]), (found) =>
        found.flatMap((one, index) => {
          const told = waiting[index === 0 ? 'pairs' : 'rates'];
          return one ? { ...told, ...both, count: one.n, more: one.more, oldestAt: one.oldestAt } : [];
        }),
      ),
    numbers: signatureNumbers,
    subjects: signatureSubjects,
    routes(console) {
      console.get('/signatures', 'look-at-signatures', listPage);
      console.post('/signature-search', 'look-at-signatures', askSearch);
      console.get('/signature-search', 'look-at-signatures', showSearch);
      console.get('/signatures/:signature', 'look-at-signatures', onePage);
      console.post('/signatures/:signature/decide', 'decide-signatures', decideOne(hooks));
      console.post('/signatures/:signature/open', 'open-person', openOne);
      console.post('/signatures/:signature/mail', 'send-to-signer', mailOne);
      console.get('/signatures/:signature/strike-off', 'strike-off', strikePage);
      console.post('/signatures/:signature/strike-off', 'strike-off', strikeOne(hooks));
      console.get('/duplicates', 'look-at-signatures', pairsPage);
      console.post('/duplicates/:pair/decide', 'decide-signatures', decideOnPair(hooks));
      console.post('/duplicates/:pair/open', 'open-person', openPair);
      console.post('/unusual-rates/:rate/decide', 'decide-signatures', decideOnRate(pairsPageAfterRate));
    },
    acts: {
      'decide-pair': {
        words: { en: 'A possible duplicate was decided', es: 'Se decidió un posible duplicado' },
        verb: 'decide-signatures',
        undo: undoPair(hooks),
      },
      'clear-rate': {
        words: {
          en: 'Nothing was found wrong with an unusual number within an hour',
          es: 'Se dio por buena una cantidad inusual en una hora',
        },
        verb: 'decide-signatures',
        undo: undoClearing,
      },
      'strike-off': {
        words: { en: 'A signature was struck off', es: 'Se anuló una firma' },
        verb: 'strike-off',
        undo: undoDecisions(hooks, 'struck-off'),
      },
      'set-aside': {
        words: { en: 'A signature was set aside', es: 'Se apartó una firma' },
        verb: 'decide-signatures',
        undo: undoDecisions(hooks, 'set-aside'),
      },
      'take-back': {
        words: {
          en: 'A decision about a signature was taken back',
          es: 'Se revirtió una decisión sobre una firma',
        },
        verb: 'decide-signatures',
        // It strikes off again, so it asks for the passkey, as the strike did.
        undoVerb: ({ before }) => (before.state === 'invalidated' ? 'strike-off' : 'decide-signatures'),
        undo: undoTakingBack(hooks),
      },
      'open-person': {
        words: { en: 'A sealed person was opened', es: 'Se abrió una persona sellada' },
        verb: 'open-person',
      },
      'send-confirmation': {
        words: {
          en: 'The link to confirm was sent again',
          es: 'Se volvió a enviar el enlace para confirmar',
        },
        verb: 'send-to-signer',
      },
      'lift-suppression': {
        words: {
          en: 'Mail to an address was allowed again',
          es: 'Se volvió a permitir el correo a una dirección',
        },
        verb: 'send-to-signer',
      },
    },
    facts: { codes: { ...codesOf(strikeCodes, strikeWords), ...codesOf(tellable, openingWords) } },
  };
}

/** `duplicate` is a state too, of which the house has the words. */
const tellable = openingCodes.filter((code) => code !== 'duplicate');
const openingWords = (code: (typeof openingCodes)[number], language: Language) =>
  oneCopy[language].sealed.codes[code];

function codesOf<Code extends string>(
  codes: readonly Code[],
  words: (code: Code, language: Language) => string,
): Record<string, Text> {
  return Object.fromEntries(codes.map((code) => [code, { en: words(code, 'en'), es: words(code, 'es') }]));
}
