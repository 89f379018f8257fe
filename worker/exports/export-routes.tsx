import { formatShortInstant } from '../../web/language.ts';
import type { Partner } from '../coalition/rules.ts';
import { listPartners } from '../coalition/store.ts';
import { commitWithAct } from '../organize/commit-with-act.ts';
import type { ConsoleContext, ConsoleRouter } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import { emailsOf } from '../organize/organizers.ts';
import { utf8 } from '../platform/crypto/bytes.ts';
import { orNull } from '../platform/crypto/keyring.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { logFailure } from '../platform/log.ts';
import { runQuery } from '../platform/query.ts';
import { decodeText } from '../platform/text/decode-rules.ts';
import { aboutExport } from './about-export.ts';
import { askForExport, textsOf } from './make-export.ts';
import { type ExportRow, ExportsPage, type Problem } from './pages/exports-page.tsx';
import { listActionsOf } from './people-store.ts';
import { addressesIn, asPreset, fieldsOf, mostUnsubscribed, presets } from './preset-rules.ts';
import { dropStatement, type Export, exportsQuery, findExport } from './store.ts';
import { takeUnsubscribed } from './take-unsubscribed.ts';

const shownAtOnce = 25;
/** Of a pasted file with more columns than addresses, in bytes. */
const pastedLimit = 1024 * 1024;

export function exportRoutes(console: ConsoleRouter): void {
  console.get('/exports', 'export-people', (c) => exportsPage(c));
  console.post('/exports', 'export-people', make);
  console.get('/exports/:export/about', 'export-people', about);
  console.post('/exports/:export/file', 'export-people', download);
  console.post('/exports/:export/deletion', 'export-people', deleteFile);
  console.post('/unsubscribed', 'import-unsubscribed', unsubscribe, { limit: pastedLimit });
}

async function exportsPage(c: ConsoleContext, problem: Problem | null = null, found: number | null = null) {
  const { deps, campaign, form } = c.var;
  const [frame, exports, actions, partners] = await Promise.all([
    consoleFrame(c),
    runQuery(deps.db, exportsQuery(deps.db, campaign.id, shownAtOnce)),
    listActionsOf(deps.db, campaign.id),
    listPartners(deps.db, campaign.id),
  ]);
  const emails = await emailsOf(
    deps,
    exports.map(({ organizerId }) => organizerId),
  );
  const { language } = c.var;
  const { hasDistricts } = campaign;
  const names: Names = {
    actions: actions.map(({ slug, title }) => {
      return { slug, name: title[language] || title.en || title.es || slug };
    }),
    partners: partners.map(({ slug, name }) => ({ slug, name: name[language] })),
  };
  const page = (
    <ExportsPage
      frame={frame}
      rows={exports.map((one) => rowOf(c, one, { emails, names }))}
      presets={presets.map((preset) => ({ value: preset, columns: fieldsOf({ preset, hasDistricts }) }))}
      actions={names.actions}
      partners={partnersOf(partners, c)}
      typed={form.values}
      problem={problem}
      found={found}
    />
  );
  return c.html(page, problem === null ? 200 : 422);
}

function partnersOf(partners: Partner[], { var: { language } }: ConsoleContext) {
  return partners.filter(({ retired }) => !retired).map(({ slug, name }) => ({ slug, name: name[language] }));
}

type Names = Record<'actions' | 'partners', { slug: string; name: string }[]>;

function nameIn(names: Names[keyof Names], wanted: string | null): string | null {
  return names.find(({ slug }) => slug === wanted)?.name ?? wanted;
}

function rowOf(
  c: ConsoleContext,
  one: Export,
  { emails, names }: { emails: ReadonlyMap<string, string>; names: Names },
): ExportRow {
  const { campaign, language } = c.var;
  const { id, preset, people, leftOut, hash, bytes, organizerId } = one;
  return {
    id,
    preset,
    partner: nameIn(names.partners, one.partnerSlug),
    action: nameIn(names.actions, one.actionSlug),
    who: emails.get(organizerId) ?? organizerId,
    when: formatShortInstant(one.askedAt, campaign.timeZone, language),
    state: one.goneAt ? 'gone' : one.readyAt ? 'ready' : 'making',
    goneWhy: one.goneWhy,
    people,
    leftOut,
    hash,
    bytes,
  };
}

async function partnerNamed(c: ConsoleContext): Promise<Partner | null | undefined> {
  const named = c.var.form.values.audience ?? 'news';
  if (named === 'news') return null;
  const partners = await listPartners(c.var.deps.db, c.var.campaign.id);
  return partners.find(({ slug, retired }) => !retired && named === `partner:${slug}`);
}

async function make(c: ConsoleContext) {
  const { deps, campaign, organizer, form, now } = c.var;
  const [partner, actions] = await Promise.all([partnerNamed(c), listActionsOf(deps.db, campaign.id)]);
  const preset = asPreset(form.values.preset);
  const named = form.values.of ?? '';
  const action = actions.find(({ slug }) => slug === named);
  if (partner === undefined || !preset || (named !== '' && !action)) return exportsPage(c, 'choice');
  await askForExport(
    deps,
    {
      campaignId: campaign.id,
      actionId: action?.id ?? null,
      partnerId: partner?.id ?? null,
      preset,
      organizerId: organizer.id,
    },
    now,
  );
  await deps.wakeOutbox();
  return c.redirect(consolePath(campaign, '/exports'), 303);
}

async function ownExport(c: ConsoleContext): Promise<Export | null> {
  const found = await findExport(c.var.deps.db, c.req.param('export') ?? '');
  return found && found.campaignId === c.var.campaign.id ? found : null;
}

/** The header of an export as its own file: what, when, by whom and under which consent. */
async function about(c: ConsoleContext) {
  const { deps, campaign } = c.var;
  const found = await ownExport(c);
  if (!found?.readyAt) return refuse(c, 'not-found');
  const emails = await emailsOf(deps, [found.organizerId]);
  const who = emails.get(found.organizerId) ?? found.organizerId;
  c.header('content-disposition', `attachment; filename="${nameOf(c, found)}-about.txt"`);
  return c.text(await aboutExport(deps, found, { campaign, who }));
}

function nameOf(c: ConsoleContext, { id, preset }: Export): string {
  return `${c.var.campaign.slug}-${preset}-${id.slice(-6).toLowerCase()}`;
}

/** A POST, because downloading people's data is an act. */
async function download(c: ConsoleContext) {
  const { deps, campaign, organizer, now } = c.var;
  const found = await ownExport(c);
  if (!found) return refuse(c, 'not-found');
  if (!found.readyAt || found.goneAt) return exportsPage(c, 'gone');
  const texts = textsOf(deps, found);
  const first = await orNull(texts.next());
  if (!first) return exportsPage(c, 'unreadable');
  await commitWithAct(deps, {
    act: {
      campaign,
      actor: organizer.id,
      kind: 'download-export',
      subject: found.id,
      after: { people: found.people, hash: found.hash },
      count: found.people,
    },
    steps: [],
    now,
  });
  c.header('content-disposition', `attachment; filename="${nameOf(c, found)}.csv"`);
  return c.body(streamOf(first, texts), 200, { 'content-type': 'text/csv; charset=utf-8' });
}

function streamOf(first: IteratorResult<string>, texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  let next: IteratorResult<string> | null = first;
  return new ReadableStream({
    async pull(controller) {
      try {
        const part = next ?? (await texts.next());
        next = null;
        if (part.done) controller.close();
        else controller.enqueue(utf8(part.value));
      } catch (failure) {
        // The answer has already begun, so the download breaks off.
        logFailure('export-cut-short', failure);
        controller.error(failure);
      }
    },
  });
}

async function deleteFile(c: ConsoleContext) {
  const { deps, campaign, organizer, now } = c.var;
  const found = await ownExport(c);
  if (!found) return refuse(c, 'not-found');
  const done = await commitWithAct(deps, {
    act: { campaign, actor: organizer.id, kind: 'delete-export', subject: found.id },
    steps: [{ statement: dropStatement(deps.db, { id: found.id, why: 'deleted', now }), changes: 1 }],
    now,
  });
  if (!done.ok) return exportsPage(c, 'gone');
  return c.redirect(withDone(consolePath(campaign, '/exports'), done.value.id), 303);
}

/** What a file holds is told before anything is compared or stored: the addresses come back in the form. */
async function readList(c: ConsoleContext, file: Uint8Array) {
  const { text } = decodeText(file);
  if (text === null) return exportsPage(c, 'encoding');
  const addresses = addressesIn(text);
  c.var.form.values.addresses = addresses.join('\n');
  if (addresses.length === 0) return exportsPage(c, 'no-address');
  if (addresses.length > mostUnsubscribed) return exportsPage(c, 'too-many');
  return exportsPage(c, null, addresses.length);
}

async function unsubscribe(c: ConsoleContext) {
  const { deps, campaign, organizer, form, now } = c.var;
  const file = form.files?.file;
  if (file?.length) return readList(c, file);
  const addresses = addressesIn(form.values.addresses ?? '');
  if (addresses.length === 0) return exportsPage(c, 'no-address');
  if (addresses.length > mostUnsubscribed) return exportsPage(c, 'too-many');
  const partner = await partnerNamed(c);
  if (partner === undefined) return exportsPage(c, 'choice');
  const taken = await takeUnsubscribed(deps, { campaign, actor: organizer.id, partner, addresses, now });
  return c.redirect(withDone(consolePath(campaign, '/exports'), taken.id), 303);
}
