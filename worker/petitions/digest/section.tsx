import { actionSnapshotsQuery } from '../../digests/action-snapshot-store.ts';
import type { DigestSection } from '../../digests/section.ts';
import {
  type ActionNow,
  type ActionSnapshot,
  type ActionTally,
  actionNowOf,
  actionTallyOf,
  isShownNow,
  isToldOf,
  lineOfTally,
  problemsInTally,
} from '../../digests/tally-rules.ts';
import { howCounted } from '../../digests/tally-words.ts';
import { petitionDigestCopy } from './copy.ts';
import { petitionNowJson, petitionWeekJson } from './json.ts';
import { petitionMailPart } from './mail-part.tsx';
import { nowOnPage, weekOnPage } from './view.tsx';

const kind = 'petition';

/** Petitions in the weekly digest of the committee that they are addressed to. */
export const petitionDigest: DigestSection<ActionSnapshot[], ActionTally, ActionTally, ActionNow> = {
  key: 'petitions',
  words: { en: petitionDigestCopy.en.section, es: petitionDigestCopy.es.section },
  snapshot: (db, committeeId, of) => actionSnapshotsQuery(db, committeeId, { ...of, kind }),
  make(petitions, term, { districts }) {
    const tallies = petitions
      .filter((petition) => isToldOf(petition, term))
      .map((petition) => actionTallyOf(petition, term, districts));
    return { tallies, problems: tallies.flatMap(problemsInTally) };
  },
  line: lineOfTally,
  now: (petitions, at, { districts }) =>
    petitions
      .filter((petition) => isShownNow(petition, at))
      .map((petition) => actionNowOf(petition, at, districts)),
  howCounted: (city, language) => howCounted({ wording: petitionDigestCopy[language].tally, city, language }),
  mail: petitionMailPart,
  weekOnPage,
  nowOnPage,
  csv: { kind, counts: (tally) => tally },
  json: { nowKey: 'now', week: petitionWeekJson, now: petitionNowJson },
};
