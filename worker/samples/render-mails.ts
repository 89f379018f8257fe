import { message } from '../../web/language.ts';
import { findContextById } from '../actions/context.ts';
import { isShown } from '../actions/rules.ts';
import { spokenIn } from '../campaigns/rules.ts';
import { mailingIn } from '../mailings/readers.ts';
import type { Deps } from '../platform/deps.ts';
import type { Mail, MailToWrite } from '../platform/mail/mail.ts';
import { dateIn } from '../platform/time/clock.ts';
import { linksOf } from '../signatures/links.ts';
import { openPerson } from '../signatures/sealing.ts';
import { listSignatures, type Signature } from '../signatures/store.ts';
import { askedToken } from './links.ts';
import { questionMail } from './mail.tsx';
import { mailCopy } from './mail-copy.ts';
import { isAsking } from './rules.ts';
import { findSample } from './store.ts';

/** Nobody gets it who has withdrawn or erased since, or after the time to answer. */
export async function renderQuestions(
  deps: Deps,
  entries: MailToWrite[],
  { now }: { now: Date },
): Promise<Map<string, Mail | null>> {
  const mails = new Map<string, Mail | null>();
  if (entries.length === 0) return mails;
  const signatures = await listSignatures(deps.db, [...new Set(entries.map(({ ref }) => ref))]);
  const asking = new Map<number, Awaited<ReturnType<typeof findAsking>>>();
  for (const { id, ref, kind } of entries) {
    const sampleId = mailingIn(kind);
    if (!asking.has(sampleId)) asking.set(sampleId, await findAsking(deps, sampleId, now));
    const [found, signature] = [asking.get(sampleId), signatures.find((one) => one.id === ref)];
    mails.set(id, found && signature?.state === 'confirmed' ? await write(deps, found, signature) : null);
  }
  return mails;
}

async function findAsking({ db }: Deps, sampleId: number, now: Date) {
  const sample = await findSample(db, sampleId);
  const context = sample && isAsking(sample, now) ? await findContextById(db, sample.actionId) : null;
  return sample?.closesAt && context && isShown(context.action.state)
    ? { sample, context, closesAt: sample.closesAt }
    : null;
}

type Found = NonNullable<Awaited<ReturnType<typeof findAsking>>>;

async function write(
  deps: Deps,
  { sample, context, closesAt }: Found,
  signature: Signature,
): Promise<Mail | null> {
  const person = await openPerson(deps.keyring, signature);
  if (!person) return null;
  const { action, campaign, city } = context;
  const language = spokenIn(campaign, signature.language);
  const link = { sampleId: sample.id, signatureId: signature.id, generation: signature.linkGeneration };
  const url = `${deps.settings.publicUrl}/asked/${await askedToken(deps.keyring, link)}?lang=${language}`;
  const title = action.title[language];
  const { subject, plainSubject } = mailCopy[language];
  return questionMail({
    to: person.email,
    language,
    subject: message(campaign.care.hasExit ? plainSubject : subject, { title, city: city.name }, language),
    isDiscreet: campaign.care.hasExit,
    title,
    name: `${person.givenName} ${person.familyName}`.trim(),
    city: city.name,
    until: dateIn(city.timeZone, new Date(closesAt.getTime() - 1)),
    url,
    supporterUrl: (await linksOf(deps, signature, language)).supporterUrl,
    contactEmail: campaign.contactEmail,
    accent: campaign.accent,
  });
}
