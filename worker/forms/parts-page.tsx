import { fieldsIn, isPart, partOf, valueIn } from '../kits/form-rules.ts';
import type { ConsoleContext } from '../organize/console-section.ts';
import { consoleFrame, consolePath } from '../organize/frame.ts';
import type { Working } from '../writing/drafts.ts';
import { PartsPage } from './pages/form-page.tsx';
import { pathOf, type Sections } from './paths.ts';
import { findPlace, type Place, rootOf } from './place-rules.ts';
import { kitProblems, ofPlace } from './problems-in-page.ts';
import { problemsUnder } from './view-rules.ts';

export async function partsPage(c: ConsoleContext, sections: Sections, working: Working | null) {
  const { campaign, language } = c.var;
  const kit = partOf(working?.json);
  const problems = working ? kitProblems(kit, sections, c.var.now) : [];
  const pages = sections.forms.flatMap(({ pages }) => pages).toSorted((a, b) => a.order - b.order);
  const parts = pages.map((page) => {
    const place = findPlace(page, '', { kit, published: null, kept: new Set() });
    return {
      title: page.title[language],
      about: page.about[language],
      href: consolePath(campaign, pathOf(page, '')),
      problems: place ? ofPlace(place, problemsUnder(problems, rootOf(page).join('.'))).length : 0,
      isEmpty: place !== null && isBlank(place),
    };
  });
  const frame = await consoleFrame(c);
  const draftHref = consolePath(campaign, '/write');
  return c.html(<PartsPage frame={frame} draftHref={draftHref} parts={working && parts} />);
}

/** Whether none of the fields of a page has been filled in. */
function isBlank({ fields, part, around }: Place): boolean {
  return fieldsIn(fields, around, part).every(({ key }) => isNothing(key === '' ? part : valueIn(part, key)));
}

function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return isPart(value) ? Object.values(value).every(isNothing) : value === undefined || value === '';
}
