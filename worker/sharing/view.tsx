import type { Language } from '../../web/language.ts';
import type { Shell } from '../../web/shell.ts';
import { type ActionKinds, kindNamed } from '../actions/kind.ts';
import type { ListedAction } from '../actions/list-store.ts';
import { pathOf } from '../actions/rules.ts';
import type { SharedPage, SharedWords } from '../campaigns/shared-page.ts';
import { headlineFactOf } from '../campaigns/shell.ts';
import { groupSources } from '../coalition/rules.ts';
import { SharePage, type SharePageProps } from './pages/share-page.tsx';
import {
  addressOf,
  addressOfPage,
  canPrint,
  hrefOf,
  prints,
  sourceOfPrint,
  sourceOfWay,
  ways,
  withLink,
} from './rules.ts';
import type { Sharing } from './sharing.ts';
import { asSentence, type Draft, draftsOf } from './texts.ts';

/** What a share page depends on beside the campaign. `source` is empty if each way of sharing has its own. */
type ShareRequest = { shell: Shell; publicUrl: string; source: string; kinds: ActionKinds };

export function sharePage(sharing: Sharing, request: ShareRequest) {
  const { campaign, actions, sources } = sharing;
  const { language } = request.shell;
  return (
    <SharePage
      shell={request.shell}
      campaign={{ slug: campaign.slug, title: campaign.title[language] }}
      fact={headlineFactOf(campaign.headlineFact, language)}
      hashtags={campaign.hashtags}
      sources={groupSources(sources, { language, chosen: request.source })}
      chosen={request.source}
      actions={actions.map((action) => actionOf(sharing, action, request))}
      pages={sharing.pages.map((page) => pageOf(sharing, page, request))}
    />
  );
}

type ActionProps = SharePageProps['actions'][number];

function actionOf(
  sharing: Sharing,
  action: ListedAction,
  { shell: { language }, publicUrl, source: chosen, kinds }: ShareRequest,
): ActionProps {
  const { campaign, sources } = sharing;
  const around = { publicUrl, links: sharing.links };
  const kind = kindNamed(kinds, action.kind);
  const draftsIn = (language: Language) =>
    draftsOf(campaign, action, { language, words: kind.words[language].share });
  const drafts = draftsIn(language);
  const shared = addressOf(action, chosen || sourceOfWay('link', sources), around);
  const inOrder = [language, ...campaign.languages.filter((one) => one !== language)];
  return {
    slug: action.slug,
    title: action.title[language],
    ask: action.ask[language],
    href: pathOf(action),
    address: shared,
    ways: ways.map((way) => {
      const address = addressOf(action, chosen || sourceOfWay(way, sources), around);
      const { subject, text } = draftFor(way, drafts);
      return { way, href: hrefOf(way, { subject, text, address }) };
    }),
    texts: inOrder.map((language) => ({
      language,
      drafts: draftsIn(language).map(({ text, ...draft }) => {
        return { ...draft, text: withLink(text, shared) };
      }),
    })),
    prints: prints
      .filter((print) => canPrint(print, kind))
      .map((print) => ({
        print,
        query: { action: action.slug, source: chosen || sourceOfPrint(print, sources) },
      })),
  };
}

function pageOf(
  { campaign, sources, links }: Sharing,
  page: SharedPage,
  { shell: { language }, publicUrl, source: chosen }: ShareRequest,
): SharePageProps['pages'][number] {
  const href = page.path;
  const addressBy = (way: Parameters<typeof sourceOfWay>[0]) =>
    addressOfPage(href, chosen || sourceOfWay(way, sources), { publicUrl, links });
  const { title, lead } = page.words(language);
  const inOrder = [language, ...campaign.languages.filter((one) => one !== language)];
  return {
    slug: page.name,
    title,
    ask: lead,
    href,
    address: addressBy('link'),
    ways: ways.map((way) => {
      const letter = { subject: title, text: textOf(page.words(language)), address: addressBy(way) };
      return { way, href: hrefOf(way, letter) };
    }),
    texts: inOrder.map((language) => {
      const words = page.words(language);
      const text = withLink(textOf(words), addressBy('link'));
      return {
        language,
        drafts: [{ slug: 'message', kind: 'message' as const, subject: words.title, text }],
      };
    }),
  };
}

/** Without a text of the kit's own: what the page is, and its address. */
function textOf({ title, lead, text }: SharedWords): string {
  return text ?? `${asSentence(title)} ${lead} {link}`;
}

/** The email text for emails, the short post for public posts, the message for the rest. */
function draftFor(way: (typeof ways)[number], drafts: Draft[]): Draft {
  const kind = way === 'email' ? 'email' : way === 'x' || way === 'facebook' ? 'post' : 'message';
  return drafts.find((draft) => draft.kind === kind)!;
}
