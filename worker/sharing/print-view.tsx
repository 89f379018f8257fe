import type { ActionKindDefinition } from '../actions/kind.ts';
import type { ListedAction } from '../actions/list-store.ts';
import { pathOf } from '../actions/rules.ts';
import { shellOf } from '../campaigns/shell.ts';
import { groupSources } from '../coalition/rules.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import { PaperSheet } from './pages/paper-sheet.tsx';
import { Flyer, Handbills, Poster } from './pages/poster.tsx';
import { PrintPage } from './pages/print-page.tsx';
import type { Paper, Printed } from './pages/printed.ts';
import {
  addressOf,
  chosenSource,
  type Print,
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
  /** The code of a sheet to sign on; null on everything else. */
  sheet: string | null;
};

const mostPages = 20;

export function printPage(c: PageContext, { sharing, print, action, kind, sheet }: PrintRequest) {
  const { language, deps } = c.var;
  const { campaign, sources, links } = sharing;
  const asked = c.req.query();
  const source = chosenSource(asked.source, sources) || sourceOfPrint(print, sources);
  const address = addressOf(action, source, { publicUrl: deps.settings.publicUrl, links });
  const paper: Paper = asked.paper === 'a4' ? 'a4' : 'letter';
  const printed = printedOf(sharing, action, { language, paper, address, call: kind.words[language].call });
  const pages = pagesAsked(asked.pages);
  return (
    <PrintPage
      shell={shellOf(c, campaign)}
      campaign={{ slug: campaign.slug }}
      print={print}
      action={{ slug: action.slug, title: action.title[language] }}
      paper={paper}
      sources={groupSources(sources, language)}
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

/** It leads readers to the petition, and tells whoever enters the sheet which one it is. */
function sheetAddress(
  publicUrl: string,
  action: ListedAction,
  { source, sheet, page }: { source: string; sheet: string; page: number },
): string {
  const query = new URLSearchParams({ ...(source !== '' && { source }), sheet, page: String(page) });
  return `${publicUrl}${pathOf(action)}?${query}`;
}

function pagesAsked(given: string | undefined): number {
  const pages = Number(given);
  return Number.isInteger(pages) ? Math.min(Math.max(pages, 1), mostPages) : 1;
}

function printedOf(
  { campaign }: Sharing,
  action: ListedAction,
  { language, paper, address, call }: Pick<Printed, 'language' | 'paper' | 'address' | 'call'>,
): Printed {
  const { headlineFact } = campaign;
  return {
    language,
    paper,
    accent: campaign.accent,
    call,
    title: action.title[language],
    ask: action.ask[language],
    campaign: {
      title: campaign.title[language],
      city: campaign.city.name,
      hashtags: campaign.hashtags,
    },
    fact: headlineFact && {
      ...partsOfFact(headlineFact.statement[language], headlineFact.figure?.[language] ?? null),
      source: sourceLine(headlineFact, language),
    },
    address,
    typed: typedAddress(address),
  };
}
