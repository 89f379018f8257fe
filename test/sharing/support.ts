import { env } from 'cloudflare:workers';
import { aWednesday, testApp } from '../support/app.ts';
import { someCare } from '../support/care.ts';
import { smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';

export const both = (text: string) => ({ en: text, es: `${text} (es)` });

const source = (slug: string, kind: string, partner?: string) => {
  return { slug, name: both(`Source ${slug}`), kind, ...(partner && { partner }) };
};

/** A campaign with a source for each way of sharing, one of them a partner's, and a survey with a short link. */
export function sharedKit() {
  const kit = smallKit();
  const { slug } = kit.city;
  const [petition] = kit.petitions;
  return {
    ...kit,
    campaign: {
      ...kit.campaign,
      care: someCare,
      partners: [
        {
          slug: 'choir',
          name: both('The Choir'),
          sector: 'faith',
          contact_email: 'choir@example.org',
          role: both('Sings'),
        },
      ],
      sources: [
        ...kit.campaign.sources.filter((one) => one.slug !== 'poster'),
        ...['link', 'whatsapp', 'sms', 'email', 'telegram', 'facebook', 'x'].map((way) =>
          source(`share-${way}`, 'share'),
        ),
        source('choir-poster', 'poster', 'choir'),
        source('wall', 'poster'),
        source('flyer', 'flyer'),
        source('paper', 'paper'),
      ],
      share: [] as object[],
    },
    petitions: kit.petitions,
    surveys: [
      {
        slug: `${slug}-survey`,
        committee: 'safety',
        title: both('A small survey'),
        ask: both('What do you think?'),
        text: both('Think.'),
        opens_on: '2026-09-01',
        closes_on: '2027-06-30',
        sections: [
          {
            id: 'one',
            title: both('One'),
            questions: [{ id: 'thought', kind: 'short-text', title: both('A thought') }],
          },
        ],
        links: [{ code: `${slug}-wall`, source: 'wall' }],
      },
    ],
    slugs: {
      campaign: kit.campaign.slug,
      petition: petition?.slug ?? '',
      survey: `${slug}-survey`,
    },
  };
}

/** Opens the kit, and returns an application that serves it. */
export async function openShared(change: (kit: ReturnType<typeof sharedKit>) => void = () => {}) {
  const made = sharedKit();
  change(made);
  const { slugs, ...kit } = made;
  const opened = await openKit(env.DB, kit, aWednesday);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const app = testApp({ publicUrl: 'https://petitions.example.org' });
  const read = async (path: string) => (await app.request(path)).text();
  return {
    app,
    ...slugs,
    share: (query = '') => read(`/campaigns/${slugs.campaign}/share${query}`),
    print: (print: string, query: Record<string, string> = {}) =>
      app.request(
        `/campaigns/${slugs.campaign}/print/${print}?${new URLSearchParams({ action: slugs.petition, ...query })}`,
      ),
  };
}

/** The links of a page, decoded as a browser does. */
export function hrefsOf(html: string): string[] {
  return [...html.matchAll(/ href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
}
