import { env } from 'cloudflare:workers';
import { sheetCodeOf } from '../../worker/sharing/sheet-rules.ts';
import type { OrganizerClient } from '../support/organizer.ts';

export type PaperLine = [given: string, family: string, zip: string, email?: string];

let codes = 0;

/** A code that no other sheet has. */
export function freshCode(): string {
  codes += 1;
  return sheetCodeOf(Uint8Array.of(3, 1, 4, codes >> 5, codes & 31, 2, 6));
}

/** Begins a sheet, and gives its path after the console's of the campaign. */
export async function startedSheet(
  organizer: OrganizerClient,
  {
    code = freshCode(),
    page = 1,
    ...fields
  }: { code?: string; page?: number; [field: string]: unknown } = {},
): Promise<string> {
  const answer = await organizer.post('/paper', {
    ...{ decision: 'start', code, page: String(page), paper: 'letter', source: '', language: 'en' },
    ...(fields as Record<string, string>),
  });
  const location = answer.headers.get('location') ?? '';
  if (answer.status !== 303) throw new Error(`no sheet: ${answer.status} ${await answer.text()}`);
  return location.replace(/^\/organize\/campaigns\/[^/]+/, '');
}

/** As the form of lines is sent without a script. */
export function lineFields(lines: PaperLine[], first = 1, was = 0): Record<string, string> {
  return Object.fromEntries(
    lines.flatMap(([given, family, zip, email = ''], index) => {
      const n = first + index;
      return [
        [`given_name.${n}`, given],
        [`family_name.${n}`, family],
        [`zip.${n}`, zip],
        [`email.${n}`, email],
        [`was.${n}`, String(was)],
      ];
    }),
  );
}

/** A whole sheet: begun, entered and counted. Gives the id of the act. */
export async function enteredSheet(
  organizer: OrganizerClient,
  lines: PaperLine[],
  options?: Parameters<typeof startedSheet>[1],
): Promise<{ path: string; act: string }> {
  const path = await startedSheet(organizer, options);
  const answer = await organizer.post(`${path}/lines`, { decision: 'finish', ...lineFields(lines) });
  const act = new URL(answer.headers.get('location') ?? '', 'http://x').searchParams.get('done');
  if (act === null) throw new Error(`not counted: ${answer.status} ${await answer.text()}`);
  return { path, act };
}

export async function paperCounts(actionId: number): Promise<Record<string, number>> {
  const { results } = await env.DB.prepare(
    'SELECT key, n FROM paper_counts WHERE action_id = ? AND n <> 0 ORDER BY key',
  )
    .bind(actionId)
    .all<{ key: string; n: number }>();
  return Object.fromEntries(results.map(({ key, n }) => [key, n]));
}
