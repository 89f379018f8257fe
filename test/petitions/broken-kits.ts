import type { BrokenKit } from '../support/broken-kits.ts';

export const brokenPetitions: BrokenKit[] = [
  [
    'a committee that is none',
    (kit) => (kit.petitions[0].committee = 'parks'),
    'petitions[0].committee: is not a committee of this council',
  ],
  [
    'a short link from nowhere',
    (kit) => (kit.petitions[0].links[0] = { code: 'one', source: 'moon' }),
    'petitions[0].links[0].source: is not a source of this campaign',
  ],
  [
    'a short link with answers to a petition',
    (kit) => (kit.petitions[0].links[1].answers = {}),
    'petitions[0].links[1].answers: is not a key of a kit',
  ],
  [
    'a petition that closes first',
    (kit) => (kit.petitions[0].closes_on = '2026-08-31'),
    'petitions[0].closes_on: is before opens_on',
  ],
  [
    'thresholds that fall',
    (kit) => (kit.petitions[0].thresholds[1].signatures = 100),
    'petitions[0].thresholds[1].signatures: must be more than the one before',
  ],
  [
    'a petition used twice',
    (kit) => kit.petitions.push({ ...kit.petitions[0], links: [] }),
    'petitions[1].slug: arrest-traffickers is used twice',
  ],
  [
    'a held word without letters',
    (kit) => (kit.campaign.held_words = ['traitor', '42']),
    'campaign.held_words[1]: needs two letters or more: what has none holds back nothing or everything',
  ],
  [
    'a state of people',
    (kit) => (kit.petitions[0].state = 'shut'),
    'petitions[0].state: must be one of draft, open, closed, rejected, removed',
  ],
];
