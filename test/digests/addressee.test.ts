import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { copy as mails } from '../../worker/digests/copy.ts';
import { copy as pages } from '../../worker/digests/pages/copy.ts';
import { petitionDigestCopy } from '../../worker/petitions/digest/copy.ts';
import { surveyCopy } from '../../worker/surveys/digest/pages/survey-copy.ts';
import { sectionCopy } from '../../worker/surveys/digest/section-copy.ts';
import { copy as surveyPages } from '../../worker/surveys/pages/copy.ts';
import { supporterCopy } from '../../worker/surveys/pages/supporter-copy.ts';
import { testApp } from '../support/app.ts';
import { sampleSurvey } from '../surveys/digest/survey-sample.ts';
import { campaignOfAugust, historyOf } from './history.ts';
import { sampleTally } from './sample.ts';
import { committeeOf } from './two-weeks.ts';
import { writeDigest } from './write-digest.ts';

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

/** Without what is said only of a committee, and without names that are filled in. */
function withoutChoices(text: string): string {
  return text.replace(/other \{[^{}]*(\{[^{}]*\}[^{}]*)*\}/g, '').replaceAll('{committee}', '');
}

describe('an addressee that is the whole council', () => {
  const catalogues = {
    mails,
    pages,
    petitionDigestCopy,
    surveyCopy,
    sectionCopy,
    surveyPages,
    supporterCopy,
  };

  test.each(Object.entries(catalogues))('is not called a committee in %s', (_, catalogue) => {
    for (const text of textsIn(catalogue)) expect(withoutChoices(text)).not.toMatch(/committee|comité/i);
  });

  test.each(['en', 'es'] as const)('is not called one in its digest (%s)', (language) => {
    const content = sampleTally();
    const [petition] = content.petitions;
    const whole = {
      ...content,
      committee: { slug: 'whole-council', name: content.council.name },
      petitions: [{ ...petition!, thresholds: { reached: [], next: null } }],
      surveys: [sampleSurvey(12)],
    };
    const { text } = writeDigest(whole, language);
    expect(text).toContain(content.council.name[language].split(' ')[0]);
    expect(text).not.toMatch(/committee|comité/i);
  });
});

test('a committee whose kit says so gets its digest in Spanish, in its mailbox', async () => {
  const app = testApp();
  const { action: petition } = await campaignOfAugust({ digest: { day: 1, hour: 7, language: 'es' } });
  const { sign } = historyOf(petition);
  for (const place of ['1', '2']) await sign('2026-09-02T12:00:00Z', { place });
  await app.cron('2026-09-07T11:00:00Z');
  const { contact_email } = await committeeOf(petition.id);
  const [mail, ...others] = await app.mailTo(contact_email);
  expect(others).toEqual([]);
  expect(mail?.subject).toMatch(/tiene 2 firmas \(\+2\)$/);
  expect(mail?.html).toContain('<html lang="es"');
  const said = mail?.text.replace(/\s+/g, ' ') ?? '';
  expect(said).toContain('2 personas han firmado y confirmado: este es el primer recuento.');
  expect(said).toContain('Todas las firmas verificadas 2 +2');
  expect(said).not.toMatch(/received in all|verified|counted|staff page/i);
  const [row] = (
    await env.DB.prepare('SELECT language FROM committees WHERE contact_email = ?').bind(contact_email).all()
  ).results;
  expect(row).toEqual({ language: 'es' });
});
