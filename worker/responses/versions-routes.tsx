import { Hono } from 'hono';
import { formatDate, type Language, message } from '../../web/language.ts';
import { contextFor } from '../actions/page-request.ts';
import { isShown, pathOf } from '../actions/rules.ts';
import { shellOf } from '../campaigns/shell.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { joinQueries, knownValue, runQuery } from '../platform/query.ts';
import { answerCopy } from './pages/answer-copy.ts';
import { VersionsPage } from './pages/versions-page.tsx';
import { calendarOf } from './petition-part.tsx';
import type { AskedCommittee } from './rules.ts';
import { asksQuery, type Version, versionsQuery } from './store.ts';
import { askedWords, type Calendar } from './words.ts';

/** All answers to a petition with their corrections, for everybody. */
export function versionsRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/petitions/:petition/answers', async (c) => {
    const { deps, now } = c.var;
    const context = await contextFor(c, { kind: 'petition', slug: c.req.param('petition') });
    if (!context || !isShown(context.action.state)) return refuse(c, 'not-found');
    const { id } = context.action;
    const { asks, versions } = await runQuery(
      deps.db,
      joinQueries({ asks: asksQuery(deps.db, knownValue(id)), versions: versionsQuery(deps.db, id) }),
    );
    const { language } = c.var;
    const calendar = calendarOf(context, now, language);
    const shown = asks.map(({ slug, text, asked }) => ({
      text: text[language],
      versions: asked.flatMap((one) => versionsOf(one, { slug, versions }, calendar)),
    }));
    return c.html(
      <VersionsPage
        shell={shellOf(c, context.campaign)}
        petition={{ title: context.action.title[language], path: pathOf(context.action) }}
        asks={shown.filter((ask) => ask.versions.length > 0)}
      />,
    );
  });

  return routes;
}

function versionsOf(asked: AskedCommittee, of: { slug: string; versions: Version[] }, calendar: Calendar) {
  const { language } = calendar;
  const words = answerCopy[language].versions;
  const own = of.versions.filter(
    ({ ask, committeeId }) => ask === of.slug && committeeId === asked.committee.id,
  );
  return own.flatMap((version, at) => {
    const { answer } = askedWords({ ...asked, answer: version }, calendar);
    if (!answer) return [];
    const date = formatDate(version.answeredOn, language);
    const heading = message(words.version, { n: version.version, date }, language);
    const before = own[at + 1];
    return {
      heading: `${heading}. ${at === 0 ? words.holds : words.replaced}`,
      changed: before ? changeWords(before, version, language) : null,
      // What an earlier version committed to, the version that holds has taken over or taken back.
      answer: at === 0 ? answer : { ...answer, commitment: null },
    };
  });
}

function changeWords(before: Version, after: Version, language: Language): string {
  const words = answerCopy[language].versions;
  const parts = [
    ...(before.answer === after.answer ? [] : [words.parts.answer]),
    ...(before.text === after.text ? [] : [words.parts.text]),
    ...(before.dueOn === after.dueOn ? [] : [words.parts.due]),
    ...(before.document === after.document ? [] : [words.parts.document]),
  ];
  const list = parts.length > 0 ? new Intl.ListFormat(language).format(parts) : words.nothing;
  return message(words.changed, { parts: list }, language);
}
