import { message } from '../../web/language.ts';
import { mostKitBytes } from '../kits/canonical-rules.ts';
import type { FormPage } from '../kits/form-rules.ts';
import { type Change, changesOf, isGroup, type Json, valueAt, withChange } from '../kits/json-rules.ts';
import { checkToOpen } from '../kits/open.ts';
import type { Sections } from '../kits/parse.ts';
import { findKitVersion, listKitVersions } from '../kits/version-store.ts';
import type { ConsoleContext, ConsoleRouter } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { err, ok, type Result } from '../platform/result.ts';
import { idOf, rowsIn } from './change-rows.ts';
import { readDraft, readPublic, readWorking, saveDraft, type Working } from './drafts.ts';
import { pagesOf } from './form-places.ts';
import { lineOf } from './overview.ts';
import { kitCopy } from './pages/kit-copy.ts';
import { KitPage, type KitPageProps, type UploadRow } from './pages/kit-page.tsx';
import { describeParent, updateFromParent } from './parents.ts';
import { type FileProblem, readKitText } from './read-kit-text.ts';

/** The file is sent twice: as it is, and then with the form that it was shown in, in which all is encoded. */
const uploadLimit = 4 * mostKitBytes;

export function kitRoutes(console: ConsoleRouter, sections: Sections): void {
  console.get('/write/kit', 'write', (c) => kitPage(c, { sections }));
  console.post('/write/kit', 'write', (c) => upload(c, sections), { limit: uploadLimit });
  console.get('/write/kit.json', 'write', async (c) => {
    const kit = await readPublic(c.var.deps.db, c.var.campaign.id, sections);
    return kit ? download(c, kit.text, c.var.campaign.slug) : refuse(c, 'not-found');
  });
  console.get('/write/draft.json', 'write', async (c) => {
    const draft = await readDraft(c.var.deps.db, c.var.campaign.id);
    const text = draft && `${JSON.stringify(draft.json, null, 2)}\n`;
    return text ? download(c, text, `${c.var.campaign.slug}-draft`) : refuse(c, 'not-found');
  });
}

export function download(c: ConsoleContext, text: string, name: string): Response {
  c.header('content-type', 'application/json; charset=utf-8');
  c.header('content-disposition', `attachment; filename="${name}.json"`);
  return c.body(text);
}

type Shown = { sections: Sections; error?: string | null; found?: KitPageProps['found'] };

async function kitPage(c: ConsoleContext, { sections, error = null, found = null }: Shown) {
  const { deps, campaign } = c.var;
  const [latest, draft, frame] = await Promise.all([
    findKitVersion(deps.db, campaign.id),
    readDraft(deps.db, campaign.id),
    consoleFrame(c),
  ]);
  const json = draft?.json ?? (latest ? JSON.parse(latest.kit) : undefined);
  const page = (
    <KitPage
      frame={frame}
      hasVersion={latest !== null}
      hasDraft={draft !== null}
      parent={await describeParent(c, json, sections)}
      error={error}
      found={found}
    />
  );
  return c.html(page, error === null ? 200 : 422);
}

export function fileProblemWords({ reason, told }: FileProblem, language: 'en' | 'es'): string {
  const { errors } = kitCopy[language];
  return message(errors[reason], { where: told, path: told }, language);
}

async function upload(c: ConsoleContext, sections: Sections) {
  const { decision } = c.var.form.values;
  if (decision === 'parent') return showParent(c, sections);
  const read = readOwnKit(c);
  if (!read.ok) return kitPage(c, { sections, error: read.error });
  return decision === 'take' ? takeChecked(c, sections, read.value) : showFound(c, sections, read.value);
}

/** The file of the form, if it is a kit of this campaign. */
function readOwnKit(c: ConsoleContext): Result<{ text: string; json: Json }, string> {
  const { form, campaign, language } = c.var;
  const read = readKitText(form.files?.file ?? form.values.text?.replace(/^\r?\n/, '') ?? '');
  if (!read.ok) return err(fileProblemWords(read.error, language));
  const slug = valueAt(read.value.json, ['campaign', 'slug']);
  if (slug !== campaign.slug) {
    const told = { other: String(slug).slice(0, 100), own: campaign.slug };
    return err(message(kitCopy[language].errors.other, told, language));
  }
  return ok(read.value);
}

async function showFound(
  c: ConsoleContext,
  sections: Sections,
  { text, json }: { text: string; json: Json },
) {
  const working = await readWorking(c.var.deps.db, c.var.campaign.id, sections);
  const pages = await pagesOf(sections);
  const rows = await rowsOf(c, { working, file: json, pages });
  return showRows(c, sections, { working, text, json, rows, always: [] });
}

/** What the kit that this one was made of has changed since, to be taken line by line. */
async function showParent(c: ConsoleContext, sections: Sections) {
  const { deps, campaign, language } = c.var;
  const working = await readWorking(deps.db, campaign.id, sections);
  const updated = working && (await updateFromParent(c, working.json, sections));
  if (!updated) return kitPage(c, { sections, error: kitCopy[language].errors.parent });
  const { json, offers } = updated;
  const states = new Map(offers.map(({ change, state }) => [idOf(change), state]));
  const changes = changesOf(working.json, json);
  const isOfParent = ({ path }: Change) => path[0] !== 'made_of';
  const words = { before: working.json, after: json, pages: await pagesOf(sections), language };
  const rows = rowsIn(changes.filter(isOfParent), words).map((row): UploadRow => {
    const state = states.get(row.id);
    const edited = state === 'locked' ? 'locked' : state === 'open' ? null : 'own';
    return { ...row, edited, isChecked: edited !== 'own' };
  });
  const always = changes.filter((change) => !isOfParent(change)).map(idOf);
  return showRows(c, sections, { working, text: JSON.stringify(json), json, rows, always });
}

async function showRows(c: ConsoleContext, sections: Sections, { working, text, json, rows, always }: Rows) {
  const { deps, now } = c.var;
  const checked = await checkToOpen(deps.db, json, { sections, now, closeNow: true });
  const pages = await pagesOf(sections);
  const problems = checked.ok ? [] : checked.error.slice(0, 50);
  return kitPage(c, {
    sections,
    found: {
      text,
      version: working?.version ?? 0,
      rows,
      always,
      problems: problems.map((problem) => lineOf(c, problem, { json, pages })),
    },
  });
}

type Rows = {
  working: Working | null;
  text: string;
  json: Json;
  rows: UploadRow[];
  /** Changes that are taken with whatever is checked. */
  always: string[];
};

/** Each difference between the file and what is here, with who has changed it since the file was saved. */
async function rowsOf(
  c: ConsoleContext,
  { working, file, pages }: { working: Working | null; file: Json; pages: readonly FormPage[] },
): Promise<UploadRow[]> {
  const { language } = c.var;
  const base = await findBase(c, file);
  const ofFile = new Set(base === null ? [] : changesOf(base, file).map(idOf));
  const ofHere = new Set(base === null || !working ? [] : changesOf(base, working.json).map(idOf));
  const before = working?.json ?? {};
  return rowsIn(changesOf(before, file), { before, after: file, pages, language }).map((row) => {
    const { id } = row;
    const isHere = ofHere.has(id);
    const isOfFile = base === null || ofFile.has(id) || !isHere;
    const edited = isHere ? (isOfFile ? 'both' : 'here') : null;
    return { ...row, edited, isChecked: edited === null };
  });
}

const mostBases = 10;

/** The version that the file was made from: of the latest ones, that from which it differs least. */
async function findBase(c: ConsoleContext, file: Json): Promise<Json | null> {
  const { deps, campaign } = c.var;
  const latest = await listKitVersions(deps.db, campaign.id, { below: null, most: mostBases });
  let [found, least]: [Json | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const { number } of latest) {
    const version = await findKitVersion(deps.db, campaign.id, number);
    if (!version) continue;
    const json: Json = JSON.parse(version.kit);
    const different = changesOf(json, file).length;
    if (different < least) [found, least] = [json, different];
  }
  return found;
}

async function takeChecked(c: ConsoleContext, sections: Sections, { json: file }: { json: Json }) {
  const { deps, campaign, organizer, form, now, language } = c.var;
  const { errors, found } = kitCopy[language];
  const checked = new Set(form.all.take ?? []);
  const take = (shown: Json): Json =>
    changesOf(shown, file)
      .filter((change) => checked.has(idOf(change)))
      .reduce<Json>((at, change) => withChange(at, change) ?? at, shown);
  const working = await readWorking(deps.db, campaign.id, sections);
  const done = await saveDraft(deps, {
    campaign,
    expectedVersion: Number(form.values.seen ?? 0),
    part: 'file',
    actor: organizer.id,
    now,
    sections,
    // Without a version that was kept, the file is the first draft.
    json: working ? take : take(isGroup(file) ? {} : null),
  });
  if (done.ok) {
    const path = consolePath(campaign, '/write');
    return done.value.act
      ? c.redirect(withDone(path, done.value.act), 303)
      : kitPage(c, { sections, error: found.left });
  }
  const { reason } = done.error;
  if (reason === 'too-large') return kitPage(c, { sections, error: errors['too-large'] });
  return kitPage(c, { sections, error: reason === 'conflict' ? errors.conflict : errors.gone });
}
