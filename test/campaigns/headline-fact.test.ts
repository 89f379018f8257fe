import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { smallKit } from '../support/factories.ts';
import { changed, opened } from '../support/opened-kits.ts';
import { surveyKit } from '../support/surveys.ts';

const app = testApp();

async function read(path: string): Promise<string> {
  const answer = await app.request(path);
  expect(answer.status).toBe(200);
  return answer.text();
}

/** A small campaign with facts but without a headline fact. */
async function openWithoutFact() {
  const kit = surveyKit();
  const { headline_fact: _, ...campaign } = kit.campaign;
  await opened({ ...kit, campaign });
  return { campaign: kit.campaign.slug, petition: kit.petitions[0]!, survey: kit.surveys[0]! };
}

test('a figure is shown large before a statement that begins with something else', async () => {
  const kit = changed(smallKit(), ({ campaign }) => {
    campaign.headline_fact.figure = { en: '90%', es: '90 %' };
    campaign.headline_fact.statement = { en: 'Most of us say so: 90%.', es: 'Casi todos: 90 %.' };
  });
  await opened(kit);
  const page = await read(`/campaigns/${kit.campaign.slug}`);
  expect(page).toMatch(/<b class="number">90%<\/b> Most of us say so: 90%\./);
  const shared = await read(`/campaigns/${kit.campaign.slug}/share`);
  expect(shared).toMatch(/<textarea [^>]*>[^<]*\nMost of us say so: 90%\.\nSource: A survey, 2020/);
});

test('a statement that opens with its figure is said once', async () => {
  const kit = smallKit();
  await opened(kit);
  const page = await read(`/campaigns/${kit.campaign.slug}`);
  expect(page).toMatch(/<b class="number">9 in 10<\/b> say that it is so\./);
  const shared = await read(`/campaigns/${kit.campaign.slug}/share`);
  expect(shared).toMatch(/<textarea [^>]*>9 in 10 say that it is so\. You can help/);
});

test('pages of a campaign without a headline fact have neither the fact nor a heading for it', async () => {
  const { campaign, petition } = await openWithoutFact();
  expect(await read(`/campaigns/${campaign}`)).not.toContain('class="headline-fact"');
  const shared = await read(`/campaigns/${campaign}/share`);
  expect(shared).not.toContain('class="headline-fact"');
  expect(shared).not.toContain('The fact to lead with');
  expect(shared).not.toMatch(/\{fact\}|\{source\}|undefined/);
  expect(shared).toContain(
    'Our council should hear from many people. Do the small thing. Read and sign here:',
  );
  const page = await read(`/petitions/${petition.slug}`);
  expect(page.match(/<figure class="fact">/g)?.length).toBe(1);
});

test.each(['petition', 'survey'] as const)(
  'a poster of a %s has its title in the place of the fact, in both languages',
  async (kind) => {
    const made = await openWithoutFact();
    for (const language of ['en', 'es'] as const) {
      const path = `/campaigns/${made.campaign}/print/poster?action=${made[kind].slug}&lang=${language}`;
      const poster = await read(path);
      expect(poster).not.toContain('<figcaption>');
      expect(poster).toContain(`>${made[kind].title[language]}</p>`);
      expect(poster).toContain(made[kind].ask[language]);
    }
  },
);

test('the picture of a campaign without a headline fact says where the campaign is', async () => {
  const { campaign } = await openWithoutFact();
  const picture = await app.request(`/cards/campaigns/${campaign}.png`);
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
});
