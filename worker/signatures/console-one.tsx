import { strikeWords } from '../../web/components/strike-words.ts';
import { formatInstant } from '../../web/language.ts';
import { findContextById } from '../actions/context.ts';
import type { CountedHooks } from '../actions/counted-hooks.ts';
import { asStrikeCode } from '../actions/strike-rules.ts';
import { namesSomebody } from '../organize/act-rules.ts';
import type { ConsoleContext, ConsoleHandler } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { findSuppressions } from '../platform/mail/suppressions.ts';
import { isOfCampaign } from './browse-store.ts';
import { placeWords, sourceWords, stateWords } from './console-list.tsx';
import { type DecideRefusal, decide, takeBack } from './decide.ts';
import { canDecide, codeOf, decisionBehind } from './decision-rules.ts';
import { findStanding, type Seen } from './decision-store.ts';
import { historyOf } from './history.ts';
import {
  liftForOrganizer,
  type MailRefusal,
  openForOrganizer,
  openingCodes,
  sendConfirmationAgain,
} from './look-into.ts';
import { consoleCopy } from './pages/console-copy.ts';
import { SignaturePage, type SignaturePageProps, StrikePage } from './pages/console-signature-page.tsx';
import { type Person, tryOpenPerson } from './sealing.ts';
import { findSignature, type Signature } from './store.ts';

/** The signature that the URL names, if it belongs to the campaign. */
async function asked(c: ConsoleContext): Promise<Signature | null> {
  const { deps, campaign } = c.var;
  const signature = await findSignature(deps.db, c.req.param('signature') ?? '');
  if (!signature) return null;
  return (await isOfCampaign(deps.db, campaign.id, signature.actionId)) ? signature : null;
}

type Shown = {
  problem?: DecideRefusal['reason'] | null;
  mailProblem?: MailRefusal['reason'] | 'none' | null;
  opened?: Person | 'unreadable' | null;
  reason?: { value: string; error: string | null };
  status?: 200 | 409 | 422;
};

export async function onePage(c: ConsoleContext) {
  const signature = await asked(c);
  return signature ? show(c, signature) : refuse(c, 'not-found');
}

async function show(c: ConsoleContext, signature: Signature, shown: Shown = {}) {
  const { deps, campaign, language } = c.var;
  const [frame, context, history, standing, suppressions] = await Promise.all([
    consoleFrame(c),
    findContextById(deps.db, signature.actionId),
    historyOf(c, signature),
    standingOf(c, signature),
    suppressionsOf(c, signature),
  ]);
  const instant = (at: Date | null) => at && formatInstant(at, campaign.timeZone, language);
  const page: SignaturePageProps = {
    frame,
    id: signature.id,
    code: codeOf(signature.id),
    state: signature.state,
    held: {
      state: stateWords({ ...signature, isErased: signature.erasedAt !== null }, language),
      action: context?.action.title[language] ?? '',
      place: placeWords(signature.place, context ?? undefined, language),
      zip: signature.zip,
      source: sourceWords(signature.source, context ?? undefined, language),
      received: instant(signature.receivedAt) ?? '',
      confirmed: instant(signature.confirmedAt),
    },
    history,
    isSealed: signature.sealed !== null,
    opened: shown.opened ?? null,
    openingCodes,
    suppressions: suppressions.map(({ reason, since }) => ({ reason, since: instant(since) ?? '' })),
    maySend: signature.state === 'unconfirmed' && signature.sealed !== null,
    maySetAside: canDecide('set-aside', signature.state),
    mayStrike:
      canDecide('struck-off', signature.state) && signature.erasedAt === null && c.var.may('strike-off'),
    standing: standing && {
      code: strikeWords(standing.code, language),
      isBlocked: !standing.canBeTakenBack,
    },
    reason: shown.reason ?? { value: '', error: null },
    problem: shown.problem ?? null,
    mailProblem: shown.mailProblem ?? null,
  };
  return c.html(<SignaturePage {...page} />, shown.status ?? 200);
}

async function standingOf(c: ConsoleContext, { id, state }: Signature) {
  const kind = decisionBehind(state);
  return kind && findStanding(c.var.deps.db, { id, kind });
}

/** Opens it only to compute the fingerprint of its email address; nobody sees it. */
async function suppressionsOf(c: ConsoleContext, signature: Signature) {
  const person = await tryOpenPerson(c.var.deps.keyring, signature);
  return person ? findSuppressions(c.var.deps, person.email) : [];
}

const mostReason = 200;

/** The log is never deleted, so it must not hold a person's address or phone number. */
function reasonProblem(c: ConsoleContext, reason: string): string | null {
  const words = consoleCopy[c.var.language].one.decide;
  if (reason === '') return words.reasonNeeded;
  return namesSomebody(reason) ? words.reasonAddress : null;
}

/** Sets a signature aside, or undoes that. */
export function decideOne(hooks: CountedHooks): ConsoleHandler {
  return async (c) => {
    const { deps, form } = c.var;
    const signature = await asked(c);
    if (!signature) return refuse(c, 'not-found');
    const reason = (form.values.reason ?? '').trim().slice(0, mostReason);
    const error = reasonProblem(c, reason);
    if (error) return show(c, signature, { reason: { value: reason, error }, status: 422 });
    const seen = { id: signature.id, state: (form.values.seen ?? '') as Seen['state'] };
    const given = { ...deciding(c, signature), reason, seen };
    const isBack = form.values.decision === 'take-back';
    // A strike is undone on its own page, which asks for the passkey.
    if (isBack && seen.state === 'invalidated') return refuse(c, 'bad-request');
    const done = isBack
      ? await takeBack(deps, hooks, given)
      : await decide(deps, hooks, { ...given, kind: 'set-aside' });
    return answer(c, signature.id, done);
  };
}

/** Strikes a signature off with a public code, or undoes that. */
export function strikeOne(hooks: CountedHooks): ConsoleHandler {
  return async (c) => {
    const { deps, form } = c.var;
    const signature = await asked(c);
    if (!signature) return refuse(c, 'not-found');
    const seen = { id: signature.id, state: (form.values.seen ?? '') as Seen['state'] };
    if (form.values.decision === 'take-back') {
      return answer(
        c,
        signature.id,
        await takeBack(deps, hooks, { ...deciding(c, signature), reason: '', seen }),
      );
    }
    const code = asStrikeCode(form.values.reason);
    if (!code) return refuse(c, 'bad-request');
    const given = { ...deciding(c, signature), kind: 'struck-off' as const, code, reason: code, seen };
    return answer(c, signature.id, await decide(deps, hooks, given));
  };
}

function deciding(c: ConsoleContext, { actionId }: Signature) {
  const { campaign, organizer, now } = c.var;
  return { campaign, actor: organizer.id, actionId, now };
}

async function answer(c: ConsoleContext, id: string, done: Awaited<ReturnType<typeof decide>>) {
  if (done.ok)
    return c.redirect(withDone(consolePath(c.var.campaign, `/signatures/${id}`), done.value.id), 303);
  const signature = await asked(c);
  return signature ? show(c, signature, { problem: done.error.reason, status: 409 }) : refuse(c, 'not-found');
}

export async function strikePage(c: ConsoleContext) {
  const signature = await asked(c);
  if (!signature) return refuse(c, 'not-found');
  const standing = await standingOf(c, signature);
  const { id, state } = signature;
  const isStruck = standing?.kind === 'struck-off';
  if (!isStruck && (!canDecide('struck-off', state) || signature.erasedAt !== null)) {
    return show(c, signature, { problem: 'cannot', status: 409 });
  }
  const code = strikeWords(standing?.code ?? '', c.var.language);
  return c.html(
    <StrikePage
      frame={await consoleFrame(c)}
      id={id}
      code={codeOf(id)}
      state={state}
      struck={isStruck ? { code, isBlocked: !standing.canBeTakenBack } : null}
    />,
  );
}

export async function openOne(c: ConsoleContext) {
  const { deps, form, campaign, organizer, now } = c.var;
  const signature = await asked(c);
  const reason = openingCodes.find((code) => code === form.values.reason);
  if (!signature) return refuse(c, 'not-found');
  if (!reason) return refuse(c, 'bad-request');
  const opened = await openForOrganizer(deps, signature, { reason, campaign, actor: organizer.id, now });
  return show(c, signature, { opened: signature.sealed && (opened ?? 'unreadable') });
}

export async function mailOne(c: ConsoleContext) {
  const { deps, form, campaign, organizer, now } = c.var;
  const signature = await asked(c);
  if (!signature) return refuse(c, 'not-found');
  const given = { campaign, actor: organizer.id, now };
  const done =
    form.values.decision === 'lift'
      ? await liftForOrganizer(deps, signature, given)
      : await sendConfirmationAgain(deps, signature, given);
  if (!done.ok) return show(c, signature, { mailProblem: done.error.reason, status: 409 });
  return c.redirect(withDone(consolePath(campaign, `/signatures/${signature.id}`), done.value.id), 303);
}
