import type { ReadableContent } from './stored.ts';

const both = (en: string, es = en) => ({ en, es });
const district = (code: string, confirmed: number, change: number) => ({
  place: code,
  name: both(`District ${code}`, `Distrito ${code}`),
  confirmed,
  change,
});

/** An invented week of the Charlotte petition: 412 verified of 520 received. */
export function sampleTally(): ReadableContent {
  return {
    committee: {
      slug: 'safe-communities',
      name: both('Committee on Safe Communities', 'Comité de Comunidades Seguras'),
    },
    council: { name: both('Charlotte City Council', 'Concejo Municipal de Charlotte') },
    city: { slug: 'charlotte', name: 'Charlotte', timeZone: 'America/New_York' },
    week: '2026-W45',
    weekStartsOn: '2026-11-02',
    weekEndsOn: '2026-11-08',
    asOf: '2026-11-09T05:00:00.000Z',
    dueOn: '2026-11-09',
    petitions: [
      {
        slug: 'arrest-traffickers',
        title: both('Arrest the traffickers', 'Arresten a los tratantes'),
        state: 'open',
        campaign: {
          slug: 'arrest-the-trafficker',
          name: both('Arrest the Trafficker, Not the Trafficked', 'Arresten al tratante, no a la víctima'),
          contactEmail: 'organizers@example.org',
        },
        confirmed: 412,
        account: {
          received: 520,
          confirmed: 412,
          unconfirmed: 61,
          duplicate: 23,
          flagged: 4,
          withdrawn: 12,
          invalidated: 8,
        },
        possibleDuplicates: 7,
        byPlace: [
          district('1', 84, 12),
          district('2', 52, 8),
          district('3', 65, 5),
          district('4', 50, 3),
          district('5', 27, 0),
          district('6', 4, 1),
          district('7', 17, -1),
          { place: 'outside', name: null, confirmed: 91, change: 8 },
          { place: 'unknown', name: null, confirmed: 22, change: 2 },
        ],
        bySource: [
          { source: 'direct', name: both('Came directly', 'Llegaron directamente'), confirmed: 280 },
          { source: 'poster', name: both('Posters', 'Carteles'), confirmed: 100 },
          { source: 'other', name: null, confirmed: 32 },
        ],
        change: 38,
        changeSince: { week: '2026-W44', weekEndsOn: '2026-11-01' },
        sinceLastMail: null,
        corrections: [
          { week: '2026-W43', weekEndsOn: '2026-10-25', what: 'withdrawn', count: 2 },
          { week: '2026-W44', weekEndsOn: '2026-11-01', what: 'moved', count: 1 },
        ],
        thresholds: {
          reached: [
            {
              signatures: 250,
              name: both('The committee is asked for a date', 'Se pide una fecha al comité'),
              reachedAt: '2026-10-20T15:00:00.000Z',
            },
          ],
          next: { signatures: 500, name: both('We ask for a hearing', 'Pedimos una audiencia') },
        },
        nextJuncture: {
          name: both('City Council budget vote', 'Voto del presupuesto municipal'),
          on: '2027-06-14',
        },
      },
    ],
  };
}

/** The plain text mail of the week above. */
export const digestInText = `Committee on Safe Communities, Charlotte City Council · Week ending November
8, 2026

Arrest the traffickers
======================

412 people have signed and confirmed: 38 more than in the tally of the week
ending November 1, 2026. 299 live in a district of Charlotte.

412 verified signatures (+38)

Verified signatures by district
  Place                                    Number  Change
  District 1                                   84     +12  ################
  District 3                                   65      +5  ############
  District 2                                   52      +8  ##########
  District 4                                   50      +3  ##########
  District 5                                   27       0  #####
  District 7                                   17      −1  ###
  District 6                                    4      +1  #
  -------------------------------------------------------
  In a district of Charlotte                  299     +28
  Outside Charlotte                            91      +8
  Place not known                              22      +2
  -------------------------------------------------------
  All verified signatures                     412     +38

The account of every signature received
  What happened to it                      Number
  Verified: confirmed from the signer’s
    own mailbox, counted once                 412
  Waiting for the signer to confirm            61
  Duplicates, not counted                      23
  Set aside by an organizer, not
    counted                                     4
  Withdrawn by the signer                      12
  Not valid: never confirmed, mail
    returned, or struck off by an
    organizer                                   8
  -----------------------------------------------
  Received in all                             520

Corrections to earlier weeks
- Of the signatures confirmed in the week ending October 25, 2026, 2 were
  withdrawn by the signer.
- Of the signatures confirmed in the week ending November 1, 2026, 1 is now
  counted in another place; the total stays.

Possible duplicates
- 7 verified signatures have the name and the ZIP code or street of another
  one that was counted before them. They count, since many people share a
  name.

Thresholds, and what comes next
- 250 signatures (The committee is asked for a date) reached on October 20,
  2026.
- 88 more signatures to reach 500: We ask for a hearing.
- City Council budget vote: Monday, June 14, 2027.

The petition as it stands now:
https://petitions.example.org/petitions/arrest-traffickers

How this is counted
- Each person counts once: one name at one mailbox is one signature, however
  it is spelled. Two people with one ZIP code may share a mailbox.
- A signature counts from the moment its signer confirms it with a link
  mailed to them.
- The district follows from the ZIP code that the signer gave, or is the
  signer’s own answer where a ZIP code leaves it open.
- A week runs from the start of Monday to the end of Sunday in Charlotte
  (Eastern Time). A tally is frozen when it is made; later corrections are
  lines in later tallies.

-------------------------------------------------------------------------

Questions about these numbers: organizers@example.org

Your staff page, with the trend, earlier weeks, CSV and JSON:
https://petitions.example.org/tallies/STAFF

Get it monthly, only at thresholds, or not at all:
https://petitions.example.org/digests/DELIVERY

You get this because the petition is addressed to the Committee on Safe
Communities. It holds no personal data of the people who signed.
`;
