import type { Language } from '../../web/language.ts';
import type { ActionKindDefinition } from '../actions/kind.ts';
import type { ListedAction } from '../actions/list-store.ts';
import { pathOf } from '../actions/rules.ts';
import type { Care } from '../campaigns/rules.ts';
import { helpOf, shellOf } from '../campaigns/shell.ts';
import { groupSources } from '../coalition/rules.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import { PaperSheet } from './pages/paper-sheet.tsx';
import { Flyer, Handbills, Poster } from './pages/poster.tsx';
import { PrintPage } from './pages/print-page.tsx';
import type { Printed } from './pages/printed.ts';
import {
  addressOf,
  chosenSource,
  type Print,
  type PrintChoices,
  partsOfFact,
  sourceLine,
  sourceOfPrint,
  typedAddress,
} from './rules.ts';
import type { Sharing } from './sharing.ts';

type PrintRequest = {
  sharing: Sharing;
  print: Print;
  action: ListedAction;
  kind: ActionKindDefinition;
  choices: PrintChoices;
  /** When and where, of what has a time. */
  when: string[];
};

export function printPage(c: PageContext, { sharing, print, action, kind, choices, when }: PrintRequest) {
  const { campaign, sources, links } = sharing;
  const { language, deps } = c.var;
  const { paper, pages } = choices;
  const sheet = print === 'sheet' ? choices.sheet : null;
  const source = chosenSource(choices.source, sources) || sourceOfPrint(print, sources);
  const address = addressOf(action, source, { publicUrl: deps.settings.publicUrl, links });
  const { call } = kind.words[language];
  const printed = printedOf(sharing, action, { language, paper, address, call, when });
  return (
    <PrintPage
      shell={shellOf(c, campaign)}
      campaign={{ slug: campaign.slug }}
      print={print}
      action={{ slug: action.slug, title: action.title[language] }}
      paper={paper}
      sources={groupSources(sources, { language, chosen: source })}
      source={source}
      sheet={sheet === null ? null : { code: sheet, pages }}
    >
      {print === 'poster' && <Poster printed={printed} />}
      {print === 'flyer' && <Flyer printed={printed} />}
      {print === 'handbill' && <Handbills printed={printed} />}
      {sheet !== null && (
        <PaperSheet
          printed={printed}
          to={{
            committee: action.committee.name[language],
            council: action.committee.council[language],
          }}
          email={campaign.contactEmail}
          code={sheet}
          addresses={Array.from({ length: pages }, (_, index) =>
            sheetAddress(deps.settings.publicUrl, action, { source, sheet, page: index + 1 }),
          )}
        />
      )}
    </PrintPage>
  );
}

/** It leads readers to the petition, and identifies the sheet when it is entered. */
function sheetAddress(
  publicUrl: string,
  action: ListedAction,
  { source, sheet, page }: { source: string; sheet: string; page: number },
): string {
  const query = new URLSearchParams({ ...(source !== '' && { source }), sheet, page: String(page) });
  return `${publicUrl}${pathOf(action)}?${query}`;
}

function helpLineOf(care: Care, language: Language): Printed['help'] {
  const help = helpOf(care, language);
  const [first] = help?.lines ?? [];
  if (!help || !first) return null;
  const { name, phone, hours } = first;
  return { heading: help.heading, phone, line: hours ? `${name}, ${hours}` : name };
}

function printedOf(
  { campaign }: Sharing,
  action: ListedAction,
  { language, paper, address, call, when }: Pick<Printed, 'language' | 'paper' | 'address' | 'call' | 'when'>,
): Printed {
  // A poster says when and where, or else why.
  const headlineFact = when.length > 0 ? null : campaign.headlineFact;
  return {
    language,
    paper,
    accent: campaign.accent,
    call,
    title: action.title[language],
    ask: action.ask[language],
    when,
    campaign: {
      title: campaign.title[language],
      city: campaign.city.name,
      hashtags: campaign.hashtags,
    },
    fact: headlineFact && {
      ...partsOfFact(headlineFact.statement[language], headlineFact.figure?.[language] ?? null),
      source: sourceLine(headlineFact, language),
    },
    help: helpLineOf(campaign.care, language),
    address,
    typed: typedAddress(address),
  };
}
