import { type Context, Hono } from 'hono';
import { speak, withLanguage } from '../campaigns/shell.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { browsersOwn } from '../platform/http/security.ts';
import { certificateJwk } from './certificate.ts';
import { type Course, cachedCourse } from './course.ts';
import { trainingPath } from './links.ts';
import type { Module } from './rules.ts';
import { takeName, takeStep } from './run.tsx';
import { lessonPage, overviewPage, printPage } from './view.tsx';

type TrainingContext = Context<AppEnv>;
type MaybeResponse = Response | Promise<Response>;

/** Lessons that anybody can read, and the way through them with questions and a certificate. */
export function trainingRoutes() {
  const routes = new Hono<AppEnv>();
  const at = '/campaigns/:campaign/training';

  routes.get(at, (c) =>
    withCourse(c, async (course) => {
      c.header('cache-control', browsersOwn);
      return c.html(await overviewPage(c, course, false));
    }),
  );
  routes.post(`${at}/run`, (c) => withCourse(c, (course) => takeStep(c, course)));
  routes.post(`${at}/certificate`, (c) => withCourse(c, (course) => takeName(c, course, { asFile: false })));
  routes.post(`${at}/certificate/file`, (c) =>
    withCourse(c, (course) => takeName(c, course, { asFile: true })),
  );
  // The address of a page that a form answered, opened again: how far somebody was is only in that page.
  for (const page of ['run', 'certificate', 'certificate/file']) {
    routes.get(`${at}/${page}`, (c) =>
      withCourse(c, ({ campaign }) => c.redirect(withLanguage(c, trainingPath(campaign.slug)), 303)),
    );
  }
  routes.get(`${at}/lessons/:module`, (c) =>
    withModule(c, (course, module) => c.html(lessonPage(c, course, module))),
  );
  routes.get(`${at}/lessons/:module/print`, (c) =>
    withModule(c, (course, module) => c.html(printPage(c, course, module))),
  );
  routes.get(`${at}/print`, (c) => withCourse(c, (course) => c.html(printPage(c, course, null))));

  routes.get('/training/keys', async (c) => {
    c.header('access-control-allow-origin', '*');
    return c.json({ keys: [await certificateJwk(c.var.deps)] });
  });
  routes.get('/training/keys/:key', async (c) => {
    const jwk = await certificateJwk(c.var.deps);
    if (c.req.param('key') !== jwk.x) return refuse(c, 'not-found');
    c.header('access-control-allow-origin', '*');
    return c.json(jwk);
  });

  return routes;
}

async function withCourse(c: TrainingContext, answer: (course: Course) => MaybeResponse) {
  const course = await cachedCourse(c.var, c.req.param('campaign') ?? '');
  if (!course) return refuse(c, 'not-found');
  speak(c, course.campaign);
  return answer(course);
}

function withModule(c: TrainingContext, answer: (course: Course, module: Module) => MaybeResponse) {
  return withCourse(c, (course) => {
    const module = course.modules.find(({ slug }) => slug === c.req.param('module'));
    return module ? answer(course, module) : refuse(c, 'not-found');
  });
}
