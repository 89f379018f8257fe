import { expect } from 'vitest';
import { askedToken } from '../../worker/samples/links.ts';
import type { Statement } from '../../worker/statements/rules/statement.ts';
import type { TestApp } from '../support/app.ts';
import type { OrganizerClient } from '../support/organizer.ts';

/** The path of a sample's page in the console, for a Wednesday of 2026-W48. */
export async function announced(
  organizer: OrganizerClient,
  petition: string,
  fields: Record<string, string> = {},
): Promise<string> {
  const answer = await organizer.post('/samples', {
    ...{ petition, size: '40', days: '14', source: 'the Pick 4 evening draw', seed_on: '2026-11-30' },
    ...fields,
  });
  expect(answer.status).toBe(303);
  const path = new URL(answer.headers.get('location') ?? '', 'http://x').pathname;
  return path.slice(path.indexOf('/samples/'));
}

export async function statementOf(app: TestApp, slug: string, week: string): Promise<Statement> {
  return (await app.request(`/statements/${slug}/${week}.json`)).json();
}

/** The paths that are mailed to the owners of these signatures, in their order. */
export function askedPaths(
  { deps }: TestApp,
  sampleId: number,
  signatures: readonly string[],
): Promise<string[]> {
  return Promise.all(
    signatures.map(
      async (signatureId) =>
        `/asked/${await askedToken(deps.keyring, { sampleId, signatureId, generation: 1 })}`,
    ),
  );
}
