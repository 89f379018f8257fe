import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { openSurvey } from '../support/surveys.ts';

const app = testApp();
const read = async (path: string) => (await app.request(path)).text();

test('a petition and a survey lead to their statements, and a petition that is not yet open does not', async () => {
  const { action } = await openPetition(env.DB);
  const link = `href="/statements/${action.slug}"`;
  expect(await read(`/petitions/${action.slug}`)).toContain(link);
  expect(await read(`/embed/petitions/${action.slug}`)).not.toContain(link);
  const survey = await openSurvey(app);
  expect(await read(`/surveys/${survey.action.slug}`)).toContain(`href="/statements/${survey.action.slug}"`);
  const later = await openPetition(env.DB, { opensOn: '2027-01-10' });
  expect(await read(`/petitions/${later.action.slug}`)).not.toContain('/statements/');
});
