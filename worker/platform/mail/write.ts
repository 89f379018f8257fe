import { err, ok, type Result } from '../result.ts';
import type { Claim, Member } from './claims.ts';
import type { Run } from './drain-run.ts';
import { freeze } from './freeze.ts';
import { type Letter, type Mail, openLetter, sealLetter } from './mail.ts';
import { findSuppressed } from './suppressions.ts';

export type Ready = { id: string; letter: Letter };

/**
 * The letters of a batch, stored in the database: unchanged if an earlier attempt stored them, otherwise rendered now.
 * The error is what rendering or opening threw; database errors are thrown.
 */
export async function writeLetters(run: Run, claim: Claim, at: Date): Promise<Result<Ready[], unknown>> {
  const written = await attempt(() => write(run, claim));
  if (!written.ok) return written;
  const { ready, contents, cancelled, suppressed } = written.value;
  const frozen = await freeze(run.deps.db, claim, { now: at, contents, cancelled, suppressed });
  run.report.cancelled += cancelled.length + suppressed.length;
  return ok(ready.filter(({ id }) => frozen.has(id)));
}

type Written = {
  ready: Ready[];
  contents: Map<string, Uint8Array | null>;
  cancelled: string[];
  suppressed: string[];
};

async function write(run: Run, claim: Claim): Promise<Written> {
  const unwritten = claim.members.filter(({ content }) => content === null);
  const mails =
    unwritten.length > 0 ? await run.render(unwritten.map(toWrite)) : new Map<string, Mail | null>();
  const addresses = [...mails.values()].flatMap((mail) => (mail ? [mail.to] : []));
  const closed = await findSuppressed(run.deps, addresses);
  const written: Written = { ready: [], contents: new Map(), cancelled: [], suppressed: [] };
  for (const member of claim.members) {
    if (member.content) {
      written.ready.push({
        id: member.id,
        letter: await openLetter(run.deps.keyring, member.id, member.content),
      });
      written.contents.set(member.id, null);
      continue;
    }
    const mail = mails.get(member.id);
    // Not the same as null: an older version of the code that does not know a kind must not cancel its mails.
    if (mail === undefined) throw new Error(`nothing renders a mail of kind ${member.kind}`);
    if (!mail) {
      written.cancelled.push(member.id);
      continue;
    }
    if (closed.has(mail.to)) {
      written.suppressed.push(member.id);
      continue;
    }
    const { isNews, ...content } = mail;
    const { mailFrom, newsFrom } = run.deps.settings;
    const subject = subjectLine(mail.subject);
    const letter = { ...content, subject, from: isNews ? newsFrom : mailFrom, id: member.id };
    written.ready.push({ id: member.id, letter });
    written.contents.set(member.id, await sealLetter(run.deps.keyring, member.id, letter));
  }
  return written;
}

/** A subject is one line: a line break in a header could begin another header. */
function subjectLine(subject: string): string {
  return subject.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

function toWrite({ id, ref, kind }: Member) {
  return { id, ref, kind };
}

async function attempt<Value>(work: () => Promise<Value>): Promise<Result<Value, unknown>> {
  try {
    return ok(await work());
  } catch (failure) {
    return err(failure);
  }
}
