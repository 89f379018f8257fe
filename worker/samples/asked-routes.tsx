import { type Context, Hono } from 'hono';
import { cachedContextById } from '../actions/cache.ts';
import type { ActionContext } from '../actions/context.ts';
import { shellOf, speak, withLanguage } from '../campaigns/shell.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { readForm } from '../platform/http/forms.ts';
import { refuseBody } from '../platform/http/refuse.tsx';
import { privatePage } from '../platform/http/security.ts';
import { dateIn } from '../platform/time/clock.ts';
import { ownSubject } from '../signatures/links.ts';
import { openPerson } from '../signatures/sealing.ts';
import { findSignature, type Signature } from '../signatures/store.ts';
import { linkProblem } from '../signatures/supporter-link.tsx';
import { readAskedToken } from './links.ts';
import { AskedPage } from './pages/asked-page.tsx';
import { answerStatement, findAsked, refuseStatement } from './people-store.ts';
import { isAsking, type Sample } from './rules.ts';
import { findSample } from './store.ts';

type AskedContext = Context<AppEnv>;
type Link = { token: string; sample: Sample; signature: Signature; context: ActionContext };

/** Where somebody who was drawn says whether they signed. Opening the page says nothing: only its buttons do. */
export function askedRoutes() {
  const routes = new Hono<AppEnv>();
  routes.use('/asked/:token', privatePage);
  routes.get('/asked/:token', async (c) => {
    const link = await findLink(c);
    return link instanceof Response ? link : show(c, link);
  });
  routes.post('/asked/:token', async (c) => {
    const form = await readForm(c);
    const link = await findLink(c);
    if (link instanceof Response) return link;
    if (!form.ok) return refuseBody(c, form.error);
    const { values } = form.value;
    // RFC 8058: a mail program presses this by itself and reads no page.
    const isOneClick = values['List-Unsubscribe'] === 'One-Click';
    await take(c, link, isOneClick ? 'never' : (values.answer ?? ''));
    if (isOneClick) return c.text('OK');
    const told = values.answer === 'never' ? '?told=never' : '';
    return c.redirect(withLanguage(c, `/asked/${link.token}${told}`), 303);
  });
  return routes;
}

async function findLink(c: AskedContext): Promise<Link | Response> {
  const { deps, now } = c.var;
  const token = c.req.param('token') ?? '';
  const subject = await readAskedToken(deps.keyring, token);
  if (!subject) return linkProblem(c, 'not-ours');
  const [sample, signature] = await Promise.all([
    findSample(deps.db, subject.sampleId),
    findSignature(deps.db, subject.signatureId),
  ]);
  const context = signature && (await cachedContextById(deps, signature.actionId, now));
  const holds = signature?.linkGeneration === subject.generation && signature.erasedAt === null;
  if (!sample || !signature || !context || !holds) return linkProblem(c, 'gone');
  speak(c, context.campaign);
  return { token, sample, signature, context };
}

async function take(c: AskedContext, { sample, signature }: Link, answer: string): Promise<void> {
  const { deps, now } = c.var;
  const about = { sampleId: sample.id, signatureId: signature.id };
  if (answer === 'yes' || answer === 'no') {
    await answerStatement(deps.db, { ...about, answer }, now).run();
  }
  if (answer === 'never') await refuseStatement(deps.db, signature.id).run();
}

async function show(c: AskedContext, { token, sample, signature, context }: Link) {
  const { deps, language, now } = c.var;
  const { action, campaign, city } = context;
  const [asked, person, ownToken] = await Promise.all([
    findAsked(deps.db, { sampleId: sample.id, signatureId: signature.id }),
    openPerson(deps.keyring, signature),
    deps.keyring.token('my', ownSubject(signature)),
  ]);
  return c.html(
    <AskedPage
      shell={shellOf(c, campaign, `/asked/${token}`)}
      href={`/asked/${token}`}
      title={action.title[language]}
      name={person ? `${person.givenName} ${person.familyName}`.trim() : ''}
      isOpen={isAsking(sample, now) && asked !== null}
      answer={asked?.answer ?? null}
      until={sample.closesAt ? dateIn(city.timeZone, new Date(sample.closesAt.getTime() - 1)) : null}
      isRefused={c.req.query('told') === 'never'}
      ownHref={`/my/${ownToken}`}
      sampleHref={`/samples/${action.slug}`}
    />,
  );
}
