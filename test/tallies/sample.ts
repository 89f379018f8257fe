import type { TallyContent } from '../../worker/tallies/rules.ts';

const both = (en: string, es = en) => ({ en, es });
const district = (code: string, confirmed: number) => ({
  place: code,
  name: both(`District ${code}`, `Distrito ${code}`),
  confirmed,
});

/** A made-up week of the Charlotte petition: 412 verified of 520 received. */
export function sampleTally(): TallyContent {
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
          district('1', 84),
          district('2', 52),
          district('3', 65),
          district('4', 50),
          district('5', 27),
          district('6', 4),
          district('7', 17),
          { place: 'outside', name: null, confirmed: 91 },
          { place: 'unknown', name: null, confirmed: 22 },
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
