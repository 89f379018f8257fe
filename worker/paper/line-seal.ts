import type { ActionContext } from '../actions/context.ts';
import { hex } from '../platform/crypto/bytes.ts';
import { type Keyring, orNull } from '../platform/crypto/keyring.ts';
import type { Deps } from '../platform/deps.ts';
import { makeKeys, makeSignatureId } from '../signatures/keys.ts';
import { prepareSignature } from '../signatures/sign.ts';
import type { NewSignature } from '../signatures/store.ts';
import type { Line } from './line-store.ts';
import { type LineContent, submissionOfLine, unread } from './rules.ts';
import type { Sheet } from './sheet-store.ts';

type Where = { sheetId: string; line: number };

const contextOf = ({ sheetId, line }: Where) => `paper line ${sheetId} ${line}`;

/** What is stored of a line: all of it sealed, and nothing for a line that cannot be read. */
export async function sealLine(
  keyring: Keyring,
  actionId: number,
  where: Where,
  content: LineContent,
): Promise<{ mark: LineContent['mark']; nameZipKey: string | null; sealed: string | null }> {
  if (content.mark !== 'signed') return { mark: content.mark, nameZipKey: null, sealed: null };
  const { nameZipKey } = await makeKeys(keyring, actionId, { ...content, email: '', street: '' });
  return { mark: 'signed', nameZipKey, sealed: hex(await keyring.seal(contextOf(where), content)) };
}

/** Null once erased. */
export async function openLine(
  keyring: Keyring,
  where: Where,
  { mark, sealed }: Pick<Line, 'mark' | 'sealed'>,
): Promise<LineContent | null> {
  if (mark !== 'signed') return unread(mark);
  return sealed && keyring.open<LineContent>(contextOf(where), sealed);
}

/** For pages: null too where it cannot be opened. The paper is there to type it again from. */
export function tryOpenLine(...given: Parameters<typeof openLine>): Promise<LineContent | null> {
  return orNull(openLine(...given));
}

/**
 * The pending signature of a line with an address, as a resident's own form would make it. Null if the line has no
 * address or the action is closed; then it counts on paper. With another `round`, a line that was taken back and
 * entered again becomes another signature.
 */
export async function invitationOf(
  { keyring }: Pick<Deps, 'keyring'>,
  context: ActionContext,
  { sheet, line, round }: { sheet: Pick<Sheet, 'id' | 'source' | 'language'>; line: number; round: string },
  { content, now }: { content: LineContent; now: Date },
): Promise<NewSignature | null> {
  if (content.mark !== 'signed' || content.email === '') return null;
  const submission = submissionOfLine(content, sheet.source);
  const id = await makeSignatureId(
    keyring,
    context.action.id,
    `sheet ${sheet.id} ${line} ${round}`,
    submission,
  );
  const made = await prepareSignature({ keyring }, context, submission, {
    id,
    shownAt: now,
    language: sheet.language,
    connection: null,
    now,
  });
  return made.ok ? made.value : null;
}
