import { checkFormToken } from '../platform/crypto/form-token.ts';
import { claimedSubject } from '../platform/crypto/keyring.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import { languageStepOf, readForm } from '../platform/http/forms.ts';
import { allowsAnother, hasRoomToday, retryAfter } from '../platform/http/limits.ts';
import { refuse, refuseBody } from '../platform/http/refuse.tsx';
import { browsersOwn } from '../platform/http/security.ts';
import { makeCertificate } from './certificate.ts';
import { certificateCopy } from './certificate-copy.ts';
import { countOnce } from './count.ts';
import type { Count } from './count-store.ts';
import type { Course } from './course.ts';
import { parseName } from './name-rules.ts';
import {
  answered,
  begun,
  firstOpen,
  isDone,
  isFinished,
  isFirstTry,
  isTooOld,
  type Progress,
  readProgress,
} from './progress-rules.ts';
import { questionKey } from './rules.ts';
import { certificatePage, endPage, overviewPage, type Shown, stepPage, tokenPurpose } from './view.tsx';

type Values = Record<string, string>;

/** The first page of somebody's way, or the next one. */
export async function takeStep(c: PageContext, course: Course) {
  const form = await readForm(c);
  if (!form.ok) return refuseBody(c, form.error);
  const { values } = form.value;
  if (values.state === undefined) return begin(c, course, values.form_token ?? '');
  const progress = await progressOf(c, course, values.state);
  return progress ? c.html(...(await nextOf(c, course, progress, values))) : beginAgain(c, course);
}

/** Pressing the button twice begins once, because both send the same form. */
async function begin(c: PageContext, course: Course, token: string) {
  const { deps, now } = c.var;
  if ((await checkFormToken(deps.keyring, tokenPurpose(course), token, now, 0)) !== 'fresh') {
    return beginAgain(c, course);
  }
  const sent = { what: 'training', connection: c.req.header('cf-connecting-ip') ?? null, now };
  if (!(await allowsAnother(deps, sent))) {
    c.header('retry-after', String(retryAfter('limit', now)));
    return refuse(c, 'limit');
  }
  // A robot that begins all day raises no number that a committee reads.
  const isCounted = c.var.switches.has('read-only') || (await hasRoomToday(deps, sent));
  const { version, steps } = course;
  const progress = begun({ run: claimedSubject(token) ?? '', version, isCounted }, steps);
  await count(c, course, progress, { step: 'start', counts: [{ what: 'started', question: '' }] });
  return c.html(await stepPage(c, course, { progress, at: 0, chosen: null }));
}

/** Null if it is not ours, too old, or of questions that have changed since. */
async function progressOf(c: PageContext, course: Course, state: string): Promise<Progress | null> {
  const { deps, now } = c.var;
  const text = await deps.keyring.readToken(`${tokenPurpose(course)} progress`, state);
  const progress = text === null ? null : readProgress(text);
  const isOurs = progress?.version === course.version;
  return progress && isOurs && !isTooOld(progress, now) ? progress : null;
}

async function beginAgain(c: PageContext, course: Course) {
  c.header('cache-control', browsersOwn);
  return c.html(await overviewPage(c, course, true), 422);
}

type NextPage = [page: Awaited<ReturnType<typeof stepPage>>, status: 200 | 422];

async function nextOf(c: PageContext, course: Course, progress: Progress, values: Values): Promise<NextPage> {
  const at = placeOf(values.at, course.steps.length);
  const show = async (shown: Omit<Shown, 'progress'>, status: 200 | 422 = 200): Promise<NextPage> => [
    await stepPage(c, course, { progress, ...shown }),
    status,
  ];
  const language = languageStepOf(values);
  if (language) {
    const isMissing = language === 'language-check';
    return show({ at, chosen: chosenOf(course, at, values.chosen), isMissing }, isMissing ? 422 : 200);
  }
  if (values.step === 'answer') return takeAnswer(c, course, { progress, at }, values);
  if (values.step === 'again') return show({ at, chosen: null });
  if (values.step === 'back') return show({ at: Math.max(0, at - 1), chosen: null });
  return [await goOn(c, course, progress, at + 1), 200];
}

function placeOf(given: string | undefined, most: number): number {
  const at = /^\d{1,3}$/.test(given ?? '') ? Number(given) : 0;
  return Math.min(at, most);
}

function chosenOf({ steps }: Course, at: number, given: string | undefined): number | null {
  const step = steps[at];
  const chosen = /^\d$/.test(given ?? '') ? Number(given) : null;
  return chosen !== null && step?.kind === 'question' && step.question.answers[chosen] ? chosen : null;
}

async function takeAnswer(
  c: PageContext,
  course: Course,
  { progress, at }: { progress: Progress; at: number },
  values: Values,
): Promise<NextPage> {
  const step = course.steps[at];
  if (step?.kind !== 'question') return [await stepPage(c, course, { progress, at, chosen: null }), 200];
  const chosen = chosenOf(course, at, values.answer);
  if (chosen === null) {
    return [await stepPage(c, course, { progress, at, chosen, isMissing: true }), 422];
  }
  const isRight = step.question.answers[chosen]?.isRight === true;
  if (isFirstTry(progress, step.index)) {
    const question = questionKey(step.module, step.question);
    const counts: Count[] = [{ what: 'answered', question }];
    if (isRight) counts.push({ what: 'right', question });
    await count(c, course, progress, { step: question, counts });
  }
  const after = isDone(progress, step.index) ? progress : answered(progress, step.index, isRight);
  return [await stepPage(c, course, { progress: after, at, chosen }), 200];
}

/** Nobody comes to the end past an open question. */
async function goOn(c: PageContext, course: Course, progress: Progress, to: number) {
  if (to < course.steps.length) return stepPage(c, course, { progress, at: to, chosen: null });
  const at = firstOpen(progress, course.steps);
  if (at === course.steps.length) {
    await count(c, course, progress, { step: 'end', counts: [{ what: 'finished', question: '' }] });
  }
  return stepPage(c, course, { progress, at, chosen: null });
}

/** While nothing can be stored, people still learn; they are not counted. */
async function count(
  c: PageContext,
  course: Course,
  { run, isCounted }: Progress,
  { step, counts }: { step: string; counts: Count[] },
) {
  if (!isCounted || c.var.switches.has('read-only')) return;
  const { deps, now } = c.var;
  const source = c.req.query('source');
  await countOnce(deps, { campaign: course.campaign, now, source }, { run, step, counts });
}

/** The certificate as a page, or as a file. Nothing is stored. */
export async function takeName(c: PageContext, course: Course, { asFile }: { asFile: boolean }) {
  const form = await readForm(c);
  if (!form.ok) return refuseBody(c, form.error);
  const { values } = form.value;
  const progress = await progressOf(c, course, values.state ?? '');
  if (!progress) return beginAgain(c, course);
  if (!isFinished(progress)) return c.html(await goOn(c, course, progress, course.steps.length), 422);
  const typed = values.name ?? '';
  const name = parseName(typed);
  const language = languageStepOf(values);
  if (language && values.made !== 'yes') {
    const problem = language === 'language-check' && !name.ok ? name.error : null;
    return c.html(await endPage(c, course, { progress, name: typed, problem }), problem ? 422 : 200);
  }
  if (!name.ok) return c.html(await endPage(c, course, { progress, name: typed, problem: name.error }), 422);
  if (!asFile || language) return c.html(await certificatePage(c, course, { progress, name: name.value }));
  const { campaign, training, modules } = course;
  const { deps, now, language: spoken } = c.var;
  const finished = {
    campaign,
    training,
    modules,
    run: progress.run,
    name: name.value,
    language: spoken,
    now,
  };
  const { jws } = await makeCertificate(deps, finished);
  return c.body(`${jws}\n`, 200, {
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': `attachment; filename="${certificateCopy[spoken].file}-${campaign.slug}.txt"`,
    'cache-control': 'private, no-store',
  });
}
