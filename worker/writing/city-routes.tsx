import { message } from '../../web/language.ts';
import { mostKitBytes } from '../kits/canonical-rules.ts';
import { resolveKit, shippedTemplate, wholeKit } from '../kits/extends/resolve.ts';
import type { JsonObject } from '../kits/json-rules.ts';
import type { Sections } from '../kits/parse.ts';
import { problemWords } from '../kits/problem-words.ts';
import { listOwnCampaigns } from '../organize/campaign-store.ts';
import type { ConsoleContext, OutsideRouter } from '../organize/console-section.ts';
import { consolePath, consoleShell } from '../organize/frame.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { createCampaign } from './create.ts';
import { fileProblemWords } from './kit-routes.tsx';
import { cityOf } from './new-city/ask-city.ts';
import { cityKit } from './new-city/city-kit.ts';
import { councilKinds } from './new-city/council-kinds.ts';
import { type Extra, problemsShown, sentence } from './new-routes.tsx';
import { cityCopy } from './pages/city-copy.ts';
import { CityPage } from './pages/city-page.tsx';
import { campaignUrl, type ParentFile, parentOf, readCampaign, readTemplate } from './parents.ts';
import { readKitText } from './read-kit-text.ts';

/** Takes up a campaign that the template, another campaign here or a file holds, for another city. */
export function cityRoutes(outside: OutsideRouter, sections: Sections): void {
  outside.get('/new-city', (c) => cityPage(c, { sections }));
  outside.post('/new-city', (c) => create(c, sections), { limit: 2 * mostKitBytes });
}

async function ownCampaigns(c: ConsoleContext) {
  const own = await listOwnCampaigns(c.var.deps.db, c.var.organizer.id);
  return {
    isOwner: own.some(({ role }) => role === 'owner'),
    written: own.filter(({ role }) => role === 'owner' || role === 'editor'),
  };
}

async function cityPage(c: ConsoleContext, extra: Extra) {
  const { errors = {}, status } = extra;
  const { organizer, session, form, language } = c.var;
  const { isOwner, written } = await ownCampaigns(c);
  const page = (
    <CityPage
      shell={consoleShell(c)}
      formToken={session.formToken}
      organizer={organizer.email}
      isOwner={isOwner}
      values={form.values}
      errors={errors}
      kinds={councilKinds.map(({ key, words }) => ({ value: key, label: words[language] }))}
      campaigns={written.map(({ slug, title }) => ({ slug, name: `${title[language]} (${slug})` }))}
      problems={await problemsShown(extra, language)}
    />
  );
  return c.html(page, status ?? (isOwner ? 200 : 403));
}

async function create(c: ConsoleContext, sections: Sections) {
  const { deps, organizer, now, form, language } = c.var;
  if (!(await ownCampaigns(c)).isOwner) return cityPage(c, { sections, status: 403 });
  const refuse = (errors: Record<string, string>) => cityPage(c, { sections, errors, status: 422 });
  const given = cityOf(form.values, { now });
  const parent = await parentChosen(c, sections);
  if (!given.ok || !parent.ok) {
    return refuse({ ...(parent.ok ? {} : parent.error), ...(given.ok ? {} : byField(c, given.error)) });
  }
  const { file, kit, sha256, from } = parent.value;
  const own = cityKit(given.value, { kit, from, sha256 });
  const made = await resolveKit({ json: own, at: '' }, async () => ok({ json: file, at: from }));
  if (!made.ok) return cityPage(c, { sections, refused: { json: own, problems: made.error }, status: 422 });
  const json = wholeKit(made.value);
  const done = await createCampaign(deps, {
    json,
    organizerId: organizer.id,
    sections,
    now,
    parent: parent.value,
  });
  if (done.ok) return c.redirect(consolePath(done.value, '/write'), 303);
  if (done.error.reason === 'taken') {
    return refuse({ city: message(cityCopy[language].taken, { slug: done.error.slug }, language) });
  }
  return cityPage(c, { sections, refused: { json, problems: done.error.problems }, status: 422 });
}

/** Such as `--zips must be …`, beside its field. */
function byField(c: ConsoleContext, problems: string[]): Record<string, string> {
  return Object.fromEntries(
    problems.map((line) => {
      const [, flag = '', said = ''] = /^--(\S+) (.*)$/.exec(line) ?? [];
      // The state says the time zone.
      const field = flag === 'time-zone' ? 'city' : flag;
      return [field, sentence(problemWords(said, c.var.language))];
    }),
  );
}

type Found = ParentFile & { from: string };

async function parentChosen(
  c: ConsoleContext,
  sections: Sections,
): Promise<Result<Found, Record<string, string>>> {
  const { form, language } = c.var;
  const words = cityCopy[language];
  const [from = '', slug = ''] = (form.values.from ?? '').split(' ');
  if (from === 'campaign') {
    const found = await readCampaign(c, slug, sections);
    return found ? ok({ ...found, from: campaignUrl(c, slug) }) : err({ from: words.from });
  }
  if (from === shippedTemplate) return ok({ ...(await readTemplate(c)), from });
  if (from !== 'file') return err({ from: words.from });
  const read = readKitText(form.files?.file ?? '');
  if (!read.ok) return err({ file: fileProblemWords(read.error, language) });
  const { json } = read.value;
  const whole = await resolveKit({ json, at: from }, async () => err(words.noParent));
  if (!whole.ok)
    return err({ file: whole.error.map((one) => problemWords(one.message, language)).join(' ') });
  return ok({ ...parentOf(json as JsonObject), from });
}
