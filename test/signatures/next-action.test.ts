import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { openKit } from '../support/kits.ts';
import { surveyKit } from '../support/surveys.ts';

test('the thank-you page of a petition leads to what is open in its campaign, and not past its end', async () => {
  const app = testApp();
  const kit = surveyKit({ survey: { closes_on: '2026-12-20' } });
  const opened = await openKit(env.DB, kit, new Date('2026-11-23T15:00:00Z'));
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const { petitions, surveys } = kit as unknown as Record<'petitions' | 'surveys', { slug: string }[]>;
  const petition = petitions[0]?.slug ?? '';
  const survey = surveys[0]?.slug ?? '';
  const thanks = async () => (await app.request(`/petitions/${petition}/thank-you?lang=es`)).text();
  expect(await thanks()).toContain(`href="/surveys/${survey}?lang=es"`);
  expect(await (await app.request(`/surveys/${survey}/thank-you`)).text()).toContain(
    `href="/petitions/${petition}"`,
  );
  app.setNow('2026-12-22T15:00:00Z');
  expect(await thanks()).not.toContain(`/surveys/${survey}`);
});
