import { createHash } from 'node:crypto';
import { findCampaignById } from '../campaigns/store.ts';
import { commitWithAct } from '../organize/commit-with-act.ts';
import { base64url, fromBase64url, utf8 } from '../platform/crypto/bytes.ts';
import { newId } from '../platform/crypto/ids.ts';
import type { Deps } from '../platform/deps.ts';
import { findSuppressed } from '../platform/mail/suppressions.ts';
import { spreadsheetHead, spreadsheetRows } from '../platform/text/spreadsheet.ts';
import { tryOpenPerson } from '../signatures/sealing.ts';
import { type ActionNamed, listActionsOf, listNext, type Walker } from './people-store.ts';
import { fieldsOf, type Listed, rowOf } from './preset-rules.ts';
import {
  type Export,
  findExport,
  finishStatement,
  insertExportStatement,
  insertPartStatement,
  listMaking,
  listParts,
  walkStatement,
} from './store.ts';

/** Rows read in one step. A part holds those who may be written to. */
const rowsAStep = 500;
const partsRead = 5;
/** Steps within the request, so that a small campaign has its file at once. */
export const stepsAtOnce = 10;
const stepsARun = 40;

export type ExportRequest = Pick<Export, 'campaignId' | 'actionId' | 'partnerId' | 'preset' | 'organizerId'>;

/** Begins an export. `goOn` makes its steps, here or in the scheduled work. */
export async function askForExport(deps: Deps, asked: ExportRequest, now: Date): Promise<string> {
  const id = newId(now);
  await insertExportStatement(deps.db, { id, ...asked }, now).run();
  await goOn(deps, { id, steps: stepsAtOnce, now });
  return id;
}

/** Continues exports that are not ready, and schedules itself for the rest. */
export async function makeExports(deps: Deps, now: Date): Promise<void> {
  for (const id of await listMaking(deps.db, 5)) {
    const isReady = await goOn(deps, { id, steps: stepsARun, now });
    if (!isReady) await deps.wakeOutbox();
  }
}

/** Makes some steps. Runs may overlap; only one of them stores a step. Returns true when nothing is left to do. */
export async function goOn(
  deps: Deps,
  { id, steps, now }: { id: string; steps: number; now: Date },
): Promise<boolean> {
  for (let step = 0; step < steps; step += 1) {
    const found = await findExport(deps.db, id);
    if (!found || found.readyAt || found.goneAt) return true;
    const wanted = await listActionsOf(deps.db, found.campaignId);
    const actions = wanted.filter((action) => found.actionId === null || action.id === found.actionId);
    const action = actions.find((one) => one.id >= found.atAction);
    if (!action) {
      await finish(deps, found, now);
      return true;
    }
    await makeStep(deps, found, action);
  }
  return false;
}

async function makeStep(deps: Deps, found: Export, action: ActionNamed): Promise<void> {
  const after = action.id === found.atAction ? found.atRow : 0;
  const rows = await listNext(deps.db, { actionId: action.id, after, most: rowsAStep }, found);
  const { listed, leftOut } = await peopleOf(deps, rows, { found, action });
  const fields = fieldsOf(found);
  const lines = spreadsheetRows(
    fields,
    listed.map((one) => rowOf(found, one)),
  );
  const text = found.parts === 0 ? spreadsheetHead(fields) + lines : lines;
  const last = rows.at(-1);
  const isDone = rows.length < rowsAStep;
  const walked = {
    atAction: isDone ? action.id + 1 : action.id,
    atRow: isDone ? 0 : (last?.row ?? 0),
    parts: found.parts + (text === '' ? 0 : 1),
    people: found.people + listed.length,
    leftOut: found.leftOut + leftOut,
  };
  const part = text === '' ? [] : [insertPartStatement(deps.db, await sealedPart(deps, found, text))];
  await deps.db.batch([walkStatement(deps.db, found, walked), ...part]);
}

async function sealedPart({ keyring }: Deps, { id, parts }: Export, text: string) {
  const sealed = await keyring.seal(`export ${id} ${parts}`, text);
  return { exportId: id, nth: parts, sealed: base64url(sealed) };
}

/**
 * An address that mail came back from, or whose owner called it spam, is in no list. Neither is one that cannot be
 * opened. All of them are told as left out.
 */
async function peopleOf(
  deps: Deps,
  rows: Walker[],
  { found, action }: { found: Export; action: ActionNamed },
): Promise<{ listed: Listed[]; leftOut: number }> {
  const opened = await Promise.all(
    rows.map(async (row) => ({ row, person: await tryOpenPerson(deps.keyring, row) })),
  );
  const people = opened.flatMap(({ row, person }) => (person ? [{ row, person }] : []));
  const suppressed = await findSuppressed(
    deps,
    people.map(({ person }) => person.email),
  );
  const listed = people
    .filter(({ person }) => !suppressed.has(person.email))
    .map(({ row, person }): Listed => {
      return {
        email: person.email,
        givenName: person.givenName,
        familyName: person.familyName,
        zip: row.zip ?? '',
        district: row.place,
        language: row.language,
        action: action.slug,
        source: row.source,
        confirmedOn: row.confirmedOn ?? '',
        consent: found.partnerSlug ?? 'news',
      };
    });
  return { listed, leftOut: rows.filter(({ sealed }) => sealed).length - listed.length };
}

/** The text of the file, part by part. Throws if a part is missing. */
export async function* textsOf({ db, keyring }: Deps, { id, parts }: Export): AsyncGenerator<string> {
  for (let from = 0; from < parts; ) {
    const found = await listParts(db, { exportId: id, from, most: partsRead });
    if (found.length === 0) throw new Error('a part of the export is gone');
    for (const { nth, sealed } of found) {
      if (nth !== from) throw new Error('a part of the export is gone');
      yield await keyring.open<string>(`export ${id} ${nth}`, fromBase64url(sealed) ?? new Uint8Array());
      from += 1;
    }
  }
}

/** Hashes the bytes that a download will have. */
async function finish(deps: Deps, found: Export, now: Date): Promise<void> {
  const { id, campaignId, organizerId, preset, people, leftOut } = found;
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const text of textsOf(deps, found)) {
    const part = utf8(text);
    bytes += part.length;
    hash.update(part);
  }
  const digest = hash.digest('hex');
  const campaign = await findCampaignById(deps.db, campaignId);
  if (!campaign) return;
  await commitWithAct(deps, {
    act: {
      campaign,
      actor: organizerId,
      kind: 'make-export',
      subject: id,
      before: {},
      after: {
        preset,
        consent: found.partnerSlug ?? 'news',
        of: found.actionSlug ?? 'all',
        people,
        left_out: leftOut,
        bytes,
        hash: digest,
      },
      count: people,
    },
    steps: [{ statement: finishStatement(deps.db, { id, hash: digest, bytes, now }), changes: 1 }],
    now,
  });
}
