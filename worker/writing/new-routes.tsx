import { type Language, message } from '../../web/language.ts';
import { mostKitBytes } from '../kits/canonical-rules.ts';
import type { Json } from '../kits/json-rules.ts';
import type { Sections } from '../kits/parse.ts';
import { problemWords } from '../kits/problem-words.ts';
import type { KitProblem } from '../kits/problems.ts';
import { listOwnCampaigns } from '../organize/campaign-store.ts';
import type { ConsoleContext, OutsideRouter } from '../organize/console-section.ts';
import { consolePath, consoleShell } from '../organize/frame.ts';
import { zoneOptions } from '../places/time-zone-rules.ts';
import { dateIn } from '../platform/time/clock.ts';
import { placeWords } from './change-rows.ts';
import { copyOf, createCampaign } from './create.ts';
import { pagesOf } from './form-places.ts';
import { fileProblemWords } from './kit-routes.tsx';
import { kitWords } from './kit-words.ts';
import { kitOf, questions } from './new-kit/ask-new-kit.ts';
import { newKit, slugOf } from './new-kit/new-kit.ts';
import { newCopy } from './pages/new-copy.ts';
import { NewPage } from './pages/new-page.tsx';
import { readToCopy } from './parents.ts';
import { readKitText } from './read-kit-text.ts';

export function newRoutes(outside: OutsideRouter, sections: Sections): void {
  outside.get('/new', (c) => newPage(c, { sections }));
  outside.post('/new', (c) => create(c, sections), { limit: 2 * mostKitBytes });
}

/** What a form for a new campaign comes back with. */
export type Extra = {
  sections: Sections;
  errors?: Record<string, string>;
  refused?: { json: Json; problems: KitProblem[] };
  status?: 403 | 422;
};

/** What is wrong in a kit, in words and with its place, as far as a page shows it. */
export async function problemsShown({ refused, sections }: Extra, language: Language) {
  if (!refused) return [];
  const inWords = kitWords(refused.json, await pagesOf(sections), language);
  return refused.problems.slice(0, 50).map(({ path, message: said }) => {
    return { where: placeWords(path, inWords), words: problemWords(said, language) };
  });
}

async function newPage(c: ConsoleContext, extra: Extra) {
  const { errors = {}, status } = extra;
  const { deps, organizer, session, form, language, now } = c.var;
  const own = await listOwnCampaigns(deps.db, organizer.id);
  const isOwner = own.some(({ role }) => role === 'owner');
  const page = (
    <NewPage
      shell={consoleShell(c)}
      formToken={session.formToken}
      organizer={organizer.email}
      isOwner={isOwner}
      values={form.values}
      errors={errors}
      examples={Object.fromEntries(questions.map(({ flag, example }) => [flag, example]))}
      zones={zoneOptions(now, null).map(({ value, label }) => ({ value, label: label[language] }))}
      campaigns={own
        .filter(({ role }) => role === 'owner' || role === 'editor')
        .map(({ slug, title }) => ({ slug, name: title[language] }))}
      problems={await problemsShown(extra, language)}
    />
  );
  return c.html(page, status ?? (isOwner ? 200 : 403));
}

async function create(c: ConsoleContext, sections: Sections) {
  const { deps, organizer, now, form, language } = c.var;
  const own = await listOwnCampaigns(deps.db, organizer.id);
  if (!own.some(({ role }) => role === 'owner')) return newPage(c, { sections, status: 403 });
  const by = form.values.by ?? '';
  const read = await (by === 'file' ? fromFile(c) : by === 'copy' ? fromCopy(c, sections) : fromAnswers(c));
  if ('errors' in read) return newPage(c, { sections, errors: read.errors, status: 422 });
  const done = await createCampaign(deps, { json: read.json, organizerId: organizer.id, sections, now });
  if (done.ok) return c.redirect(consolePath(done.value, '/write'), 303);
  if (done.error.reason === 'problems') {
    const { problems } = done.error;
    return newPage(c, { sections, refused: { json: read.json, problems }, status: 422 });
  }
  const field = by === 'file' ? 'file' : by === 'copy' ? 'new-name' : 'name';
  const told = message(newCopy[language].taken, { slug: done.error.slug }, language);
  return newPage(c, { sections, errors: { [field]: told }, status: 422 });
}

type Read = { json: Json } | { errors: Record<string, string> };

function fromAnswers(c: ConsoleContext): Read {
  const { form, language, now } = c.var;
  const { values } = form;
  const errors: Record<string, string> = {};
  for (const { flag, problem } of questions) {
    const wrong = problem((values[flag] ?? '').trim());
    if (wrong !== null) errors[flag] = sentence(problemWords(wrong, language));
  }
  if (Object.keys(errors).length > 0) return { errors };
  const other = (values['other-zone'] ?? '').trim();
  const answers = other === '' ? values : { ...values, 'time-zone': other };
  const given = kitOf(answers, now);
  if (given.ok) return { json: newKit(given.value) as Json };
  const { wrong } = newCopy[language];
  for (const name of ['time-zone', 'closes'] as const) {
    const field = name === 'time-zone' && other !== '' ? 'other-zone' : name;
    if (given.error.some((line) => line.startsWith(`--${name} `))) errors[field] = wrong[name];
  }
  return { errors };
}

export function sentence(words: string): string {
  return `${words.charAt(0).toLocaleUpperCase()}${words.slice(1)}.`;
}

function fromFile(c: ConsoleContext): Read {
  const read = readKitText(c.var.form.files?.file ?? '');
  return read.ok
    ? { json: read.value.json }
    : { errors: { file: fileProblemWords(read.error, c.var.language) } };
}

async function fromCopy(c: ConsoleContext, sections: Sections): Promise<Read> {
  const { deps, organizer, form, language, now } = c.var;
  const name = (form.values['new-name'] ?? '').trim();
  const problem = questions.find(({ flag }) => flag === 'name')?.problem(name) ?? null;
  if (problem !== null) return { errors: { 'new-name': sentence(problemWords(problem, language)) } };
  const own = await listOwnCampaigns(deps.db, organizer.id);
  const from = own.find(
    ({ slug, role }) => slug === form.values.from && (role === 'owner' || role === 'editor'),
  );
  const kit = from && (await readToCopy(deps.db, from, sections));
  if (!kit) return { errors: { from: newCopy[language].copy.from } };
  const today = dateIn(from.timeZone, now);
  return { json: copyOf(kit.json, { name, slug: slugOf(name), today }) };
}
