import { formatInstant } from '../../web/language.ts';
import { line } from '../kits/atoms.ts';
import type { Sections } from '../kits/parse.ts';
import { problemWords } from '../kits/problem-words.ts';
import type { KitProblem } from '../kits/problems.ts';
import { findKitVersion } from '../kits/version-store.ts';
import { namesSomebody } from '../organize/act-rules.ts';
import type { ActRefusal } from '../organize/commit-with-act.ts';
import type { ConsoleContext, ConsoleRouter } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import { longFormLimit } from '../platform/http/forms.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { err, type Result } from '../platform/result.ts';
import { day, instantAt } from '../platform/time/clock.ts';
import { setLink, setPublishTime, takeIn, throwAway } from './decide-draft.ts';
import { readDraft } from './drafts.ts';
import { askedElsewhere, describeDraft, listAsked, listProblems } from './overview.ts';
import { writeCopy } from './pages/write-copy.ts';
import { type DraftProps, type Refused, WritePage } from './pages/write-page.tsx';
import { describeLeftOver } from './parents.ts';
import { showPreview } from './preview-routes.tsx';
import { type PublishOptions, publishDraft } from './publish.ts';

export function writeRoutes(console: ConsoleRouter, sections: Sections): void {
  console.get('/write', 'write', (c) => overview(c, sections, {}));
  console.post('/write/publish', 'write', (c) => publish(c, sections), { limit: longFormLimit });
  console.post('/write/take-in', 'write', (c) => take(c, sections));
  console.post('/write/thrown-away', 'write', (c) => drop(c, sections));
  console.post('/write/link', 'write', link);
  console.get('/write/see', 'write', (c) => showPreview(c, sections));
}

type Extra = {
  refused?: Refused | null;
  errors?: Partial<Record<string, string>>;
  status?: 409 | 422;
  /** Of the draft, where they are known. */
  problems?: readonly KitProblem[];
};

async function overview(
  c: ConsoleContext,
  sections: Sections,
  { refused = null, errors = {}, status, problems }: Extra,
) {
  const { deps, campaign, language, form } = c.var;
  const [draft, latest] = await Promise.all([
    readDraft(deps.db, campaign.id),
    findKitVersion(deps.db, campaign.id),
  ]);
  const described: DraftProps | null =
    draft && (await describeDraft(c, draft, { sections, values: form.values, errors, known: problems }));
  const shown = latest && {
    number: latest.number,
    when: formatInstant(latest.at, campaign.timeZone, language),
  };
  const lines = Object.entries(errors).map(([name, text = '']) => ({ href: `#${name}`, text }));
  const page = (
    <WritePage
      frame={await consoleFrame(c)}
      isPublic={campaign.isPublic}
      shown={shown}
      draft={described}
      refused={refused}
      errors={lines}
      leftOver={draft && !campaign.isPublic ? await describeLeftOver(c, draft.json, sections) : null}
    />
  );
  return c.html(page, status ?? 200);
}

const here = (c: ConsoleContext) => consolePath(c.var.campaign, '/write');

function seenVersion(c: ConsoleContext): number {
  return Number(c.var.form.values.seen ?? '');
}

const changedMeanwhile: Extra = { refused: 'changed-meanwhile', status: 409 };

async function publish(c: ConsoleContext, sections: Sections) {
  const { deps, campaign, organizer, form, now } = c.var;
  const draft = await readDraft(deps.db, campaign.id);
  const version = seenVersion(c);
  if (!draft || draft.version !== version) return overview(c, sections, changedMeanwhile);
  const deciding = { campaign, version, actor: organizer.id, now };
  if (form.values.decision === 'not') {
    const options = { note: '', closeNow: false, notes: {} };
    return answer(c, sections, await setPublishTime(deps, { ...deciding, at: null, options }));
  }
  const { options, errors } = readOptions(c, await listAsked(c, draft, sections));
  const isLater = form.values.decision === 'later';
  const at = isLater ? instantOf(c) : null;
  if (isLater && !at) errors.day = writeCopy[c.var.language].publish.timeWrong;
  if (Object.keys(errors).length > 0) return overview(c, sections, { errors, status: 422 });
  if (!at) return answer(c, sections, await publishDraft(deps, { ...options, ...deciding, sections }));
  const problems = await listProblems(c, draft, sections);
  const done =
    askedElsewhere(problems).length === 0
      ? await setPublishTime(deps, { ...deciding, at, options })
      : err({ reason: 'problems', problems } as const);
  return answer(c, sections, done);
}

type Refusal =
  | { reason: 'problems'; problems: readonly KitProblem[]; isPartly?: boolean }
  | ActRefusal
  | { reason: 'moved' };

function answer(c: ConsoleContext, sections: Sections, done: Result<{ id: string }, Refusal>) {
  if (done.ok) return c.redirect(withDone(here(c), done.value.id), 303);
  const { reason } = done.error;
  if (reason === 'problems') {
    const known = done.error.isPartly ? {} : { problems: done.error.problems };
    return overview(c, sections, { refused: reason, status: 422, ...known });
  }
  return overview(c, sections, reason === 'moved' ? { refused: reason, status: 409 } : changedMeanwhile);
}

type SignedNow = DraftProps['publish']['signed'];

type Errors = Record<string, string>;
type Notes = PublishOptions['notes'];

function readOptions(c: ConsoleContext, signed: SignedNow): { options: PublishOptions; errors: Errors } {
  const { values } = c.var.form;
  const words = writeCopy[c.var.language].publish;
  const note = (values.note ?? '').trim();
  const errors: Errors = {};
  if (namesSomebody(note)) errors.note = words.personal;
  if (note.length > mostNote) errors.note = words.long;
  const read = signed.map((text) => readNote(c, text));
  return {
    options: {
      note,
      notes: Object.assign({}, ...read.map(({ notes }) => notes)),
      closeNow: values.close_now === 'yes',
    },
    errors: Object.assign(errors, ...read.map((one) => one.errors)),
  };
}

const mostNote = 300;

/** What was changed in a text that people have signed: spelling or meaning. The meaning takes words in each language. */
function readNote(
  c: ConsoleContext,
  { slug, languages, reworded }: SignedNow[number],
): { notes: Notes; errors: Errors } {
  const { values } = c.var.form;
  const { publish, signed } = writeCopy[c.var.language];
  const change = values[`kind-${slug}`];
  if (change !== 'spelling' && change !== 'meaning') {
    return { notes: {}, errors: { [`kind-${slug}`]: signed.asked } };
  }
  if (change === 'meaning' && reworded.length > 0) {
    return { notes: {}, errors: { [`kind-${slug}`]: signed.newQuestion } };
  }
  const own = languages.map((language) => {
    const name = `note-${slug}-${language}`;
    return { language, name, typed: (values[name] ?? '').trim() };
  });
  const isSilent = change === 'spelling' && own.every(({ typed }) => typed === '');
  const errors = isSilent
    ? []
    : own.flatMap(({ name, typed }) => {
        if (typed === '') return [[name, signed.missing]];
        if (typed.length > mostNote) return [[name, publish.long]];
        const [wrong] = line(mostNote).safeParse(typed).error?.issues ?? [];
        return wrong ? [[name, problemWords(wrong.message, c.var.language)]] : [];
      });
  const words = isSilent ? null : Object.fromEntries(own.map(({ language, typed }) => [language, typed]));
  return { notes: { [slug]: { change, words } }, errors: Object.fromEntries(errors) };
}

const furthest = 366 * day;

/** On the city's clock; null unless it comes within a year. */
function instantOf(c: ConsoleContext): Date | null {
  const { form, campaign, now } = c.var;
  const { day = '', time = '' } = form.values;
  const at = instantAt(`${day}T${time}`, campaign.timeZone);
  return at && at > now && at < new Date(now.getTime() + furthest) ? at : null;
}

async function take(c: ConsoleContext, sections: Sections) {
  const { deps, campaign, organizer, form, now } = c.var;
  const { there } = form.values;
  const done = await takeIn(deps, {
    campaign,
    version: seenVersion(c),
    actor: organizer.id,
    now,
    sections,
    takesTheirs: there === undefined ? null : there === 'public',
  });
  if (done.ok) return c.redirect(withDone(here(c), done.value.id), 303);
  return overview(c, sections, changedMeanwhile);
}

async function drop(c: ConsoleContext, sections: Sections) {
  const { deps, campaign, organizer, now } = c.var;
  if (!campaign.isPublic) return overview(c, sections, { refused: 'not-public-yet', status: 409 });
  const done = await throwAway(deps, { campaign, version: seenVersion(c), actor: organizer.id, now });
  return done.ok
    ? c.redirect(withDone(here(c), done.value.id), 303)
    : overview(c, sections, changedMeanwhile);
}

async function link(c: ConsoleContext) {
  const { deps, campaign, organizer, form, now } = c.var;
  const { decision } = form.values;
  if (decision !== 'make' && decision !== 'end') return refuse(c, 'bad-request');
  const done = await setLink(deps, { campaign, actor: organizer.id, now, isOn: decision === 'make' });
  return c.redirect(done.ok ? `${withDone(here(c), done.value.id)}#link` : here(c), 303);
}
