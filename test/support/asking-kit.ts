import { type KitOverrides, smallKit } from './factories.ts';

const both = (text: string) => ({ en: text, es: `${text} (es)` });

/** A small kit whose petition asks two things of its committee at three signatures, and one of another at ten. */
export function askingKit(overrides: KitOverrides = {}) {
  const kit = smallKit(overrides);
  const [petition] = kit.petitions;
  kit.council.committees.push({
    slug: 'budget',
    name: both('Budget Committee'),
    remit: both('Recommends the budget'),
    contact_email: `budget@${kit.city.slug}.example`,
    digest: { day: 1, hour: 7 },
  });
  return {
    ...kit,
    official_responses: [
      {
        petition: petition?.slug ?? '',
        asks: [
          { slug: 'train', text: both('Train every officer') },
          { slug: 'check', text: both('Check each year') },
          { slug: 'pay', text: both('Pay for it') },
        ],
        requests: [
          { at_signatures: 3, asks: ['train', 'check'], answer_within_days: 14 },
          { at_signatures: 10, committee: 'budget', asks: ['pay'] },
        ],
      },
    ],
  };
}
