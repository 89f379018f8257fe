import { helpOf, shellOf, withForm } from '../campaigns/shell.ts';
import { makeFormToken } from '../platform/crypto/form-token.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import { browsersOwn } from '../platform/http/security.ts';
import { certificateKey, makeCertificate } from './certificate.ts';
import type { Course } from './course.ts';
import { certificatePath, lessonPath, printAllPath, printPath, runPath, trainingPath } from './links.ts';
import type { NameProblem } from './name-rules.ts';
import { CertificatePage } from './pages/certificate-page.tsx';
import { EndPage } from './pages/end-page.tsx';
import { LessonPage } from './pages/lesson-page.tsx';
import { LessonStep } from './pages/lesson-step.tsx';
import { OverviewPage } from './pages/overview-page.tsx';
import { PrintPage } from './pages/print-page.tsx';
import { QuestionStep } from './pages/question-step.tsx';
import { isDone, type Progress, rightAtOnce, type Step, writeProgress } from './progress-rules.ts';
import { type Module, waitingOf } from './rules.ts';
import { shownModule, shownQuestion } from './shown.ts';
import { listEventsThatAsk } from './store.ts';

export function tokenPurpose(course: Course): string {
  return `training ${course.campaign.slug}`;
}

export function progressToken({ deps }: PageContext['var'], course: Course, progress: Progress) {
  return deps.keyring.token(`${tokenPurpose(course)} progress`, writeProgress(progress));
}

export async function overviewPage(c: PageContext, course: Course, begunAgain: boolean) {
  const { deps, now } = c.var;
  const { campaign, training, modules } = course;
  const shell = shellOf(c, campaign, trainingPath(campaign.slug));
  const { language } = shell;
  return (
    <OverviewPage
      shell={shell}
      site={deps.settings.publicUrl}
      name={training.name[language]}
      lead={training.lead[language]}
      modules={modules.map(({ slug, title, lead }) => ({
        href: lessonPath(campaign.slug, slug),
        title: title[language],
        lead: lead[language],
      }))}
      print={printAllPath(campaign.slug)}
      waiting={waitingOf(modules)}
      begin={runPath(campaign.slug)}
      formToken={await makeFormToken(deps.keyring, tokenPurpose(course), now)}
      begunAgain={begunAgain}
    />
  );
}

export function lessonPage(c: PageContext, course: Course, module: Module) {
  const { campaign, training, modules } = course;
  const shell = shellOf(c, campaign);
  const { language } = shell;
  const next = modules[modules.indexOf(module) + 1];
  return (
    <LessonPage
      shell={shell}
      site={c.var.deps.settings.publicUrl}
      training={{ name: training.name[language], href: trainingPath(campaign.slug) }}
      module={shownModule(module, language)}
      next={next ? { title: next.title[language], href: lessonPath(campaign.slug, next.slug) } : null}
      print={printPath(campaign.slug, module.slug)}
    />
  );
}

/** One lesson; all of them without a module. */
export function printPage(c: PageContext, course: Course, module: Module | null) {
  const { campaign, training, modules } = course;
  const shell = shellOf(c, campaign);
  return (
    <PrintPage
      shell={shell}
      training={training.name[shell.language]}
      modules={(module ? [module] : modules).map((one) => shownModule(one, shell.language))}
      isWhole={module === null}
      help={helpOf(campaign.care, shell.language)}
      back={module ? lessonPath(campaign.slug, module.slug) : trainingPath(campaign.slug)}
    />
  );
}

export type Shown = {
  progress: Progress;
  /** The number of the step. */
  at: number;
  /** The answer that was just given, by its place. */
  chosen: number | null;
  isMissing?: boolean;
};

/** One step of somebody's way through it; past the last one, the end. */
export async function stepPage(c: PageContext, course: Course, shown: Shown) {
  c.header('cache-control', browsersOwn);
  const step = course.steps[shown.at];
  if (!step) return endPage(c, course, { progress: shown.progress, name: '', problem: null });
  const { campaign } = course;
  const action = runPath(campaign.slug);
  const shell = withForm(shellOf(c, campaign, action), {
    ...{ form: 'step', action, enter: enterOf(step, shown), isChecked: shown.isMissing === true },
  });
  const form = {
    ...{ action, state: await progressToken(c.var, course, shown.progress), at: shown.at },
    place: { nth: step.nth + 1, of: course.modules.length },
  };
  const title = step.module.title[shell.language];
  if (step.kind === 'lesson') {
    return <LessonStep shell={shell} form={form} module={shownModule(step.module, shell.language)} />;
  }
  return (
    <QuestionStep
      shell={shell}
      form={form}
      title={title}
      question={shownQuestion(step.question, shell.language)}
      chosen={shown.chosen}
      isDone={isDone(shown.progress, step.index)}
      isMissing={shown.isMissing === true}
    />
  );
}

/** What Enter does on the page of a step. */
function enterOf(step: Step, { progress, chosen }: Shown): string {
  if (step.kind === 'lesson' || isDone(progress, step.index)) return 'next';
  return chosen === null ? 'answer' : 'again';
}

export type Named = { progress: Progress; name: string; problem: NameProblem | null };

export async function endPage(c: PageContext, course: Course, { progress, name, problem }: Named) {
  const { campaign, training } = course;
  const { deps } = c.var;
  c.header('cache-control', browsersOwn);
  const action = certificatePath(campaign.slug);
  const shell = withForm(shellOf(c, campaign, trainingPath(campaign.slug)), {
    ...{ form: 'certificate', action, enter: 'make', isChecked: problem !== null },
  });
  const { language } = shell;
  return (
    <EndPage
      shell={shell}
      name={training.name[language]}
      right={rightAtOnce(progress)}
      questions={progress.letters.length}
      form={{ action, state: await progressToken(c.var, course, progress), typed: name, problem }}
      waiting={waitingOf(course.modules)}
      site={deps.settings.publicUrl}
      href={trainingPath(campaign.slug)}
      share={training.share?.[language] ?? null}
    />
  );
}

export async function certificatePage(
  c: PageContext,
  course: Course,
  { progress, name }: { progress: Progress; name: string },
) {
  const { campaign, training } = course;
  const { deps, now } = c.var;
  c.header('cache-control', browsersOwn);
  const action = certificatePath(campaign.slug);
  const shell = withForm(shellOf(c, campaign, trainingPath(campaign.slug)), {
    ...{ form: 'made', action, enter: 'file', isChecked: false },
  });
  const { language } = shell;
  const finished = { campaign, training, modules: course.modules, run: progress.run, name, language, now };
  const [{ certificate, jws }, events] = await Promise.all([
    makeCertificate(deps, finished),
    listEventsThatAsk(deps.db, { campaignId: campaign.id, now }),
  ]);
  return (
    <CertificatePage
      shell={shell}
      training={training.name[language]}
      campaign={campaign.title[language]}
      certificate={certificate}
      jws={jws}
      verify={`${deps.settings.publicUrl}/verify`}
      checkKey={await certificateKey(deps)}
      waiting={waitingOf(course.modules)}
      form={{ action, state: await progressToken(c.var, course, progress) }}
      back={trainingPath(campaign.slug)}
      events={events.map(({ slug, title }) => ({
        title: title[language],
        action: `/events/${slug}/sign-ups`,
      }))}
    />
  );
}
