import { isReadable, readable } from '../../web/accent-sheet.ts';
import type { ActionContext } from '../actions/context.ts';
import type { ActionKindDefinition } from '../actions/kind.ts';
import { pathOf } from '../actions/rules.ts';
import { shellOf } from '../campaigns/shell.ts';
import { groupSources } from '../coalition/rules.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import { addressOf, chosenSource, type ShortLink } from '../sharing/rules.ts';
import { EmbedPage, type EmbedPageProps } from './pages/embed-page.tsx';
import { type EmbedChoices, hexOf } from './rules.ts';
import {
  elementSnippet,
  frameAddress,
  frameSnippet,
  linkSnippet,
  policyFor,
  type Widget,
} from './snippet-rules.ts';

type ActionOfKind = { context: ActionContext; kind: ActionKindDefinition };

/** Beyond it, the preview scrolls by itself. */
const highestPreview = 1000;

/** How to put an action on a site: what to paste, with the chosen options. */
export function embedPage(
  c: PageContext,
  { context, kind }: ActionOfKind,
  { links, choices, height }: { links: ShortLink[]; choices: EmbedChoices; height: number },
) {
  const { language, deps } = c.var;
  const { action, campaign, sources } = context;
  const { publicUrl } = deps.settings;
  const { languages } = campaign;
  // A campaign of one language has nothing to choose.
  const speaks = languages.length > 1 ? choices.in : null;
  const { accent: typed } = choices;
  const accent = judged(typed);
  const chosen = chosenSource(choices.source, sources);
  const widget: Widget = {
    site: publicUrl,
    path: pathOf(action),
    label: kind.words[speaks ?? language].button,
    title: action.title[speaks ?? language],
    options: {
      source: chosen,
      language: speaks,
      accent: accent.hex,
      isCompact: choices.compact,
      hasProgress: choices.progress,
      scheme: choices.scheme,
    },
  };
  return (
    <EmbedPage
      shell={shellOf(c, campaign, c.req.path)}
      heading={kind.words[language].embedHeading}
      kind={kind.name}
      action={{ title: action.title[language], href: pathOf(action) }}
      sources={groupSources(sources, { language, chosen })}
      chosen={{ source: chosen, language: speaks, accent: typed.trim(), ...flagsOf(widget) }}
      accentProblem={accent.problem}
      preview={{ src: frameAddress({ ...widget, site: '' }), height: Math.min(height, highestPreview) }}
      snippets={{
        link: linkSnippet(widget),
        element: elementSnippet(widget),
        frame: frameSnippet(widget, height),
        policy: policyFor(publicUrl),
      }}
      address={addressOf(action, chosen, { publicUrl, links })}
    />
  );
}

function flagsOf({ options: { isCompact, hasProgress, scheme } }: Widget) {
  return { isCompact, hasProgress, scheme };
}

/** The typed color, or why it is not accepted. */
function judged(typed: string): { hex: string | null; problem: EmbedPageProps['accentProblem'] } {
  if (typed.trim() === '') return { hex: null, problem: null };
  const hex = hexOf(typed);
  if (hex === null) return { hex, problem: { code: 'no-color' } };
  return isReadable(hex)
    ? { hex, problem: null }
    : { hex: null, problem: { code: 'too-pale', nearest: readable(hex) } };
}
