import type { FiguresAsOf } from '../actions/cache.ts';
import type { ActionContext } from '../actions/context.ts';
import type { ActionKindDefinition } from '../actions/kind.ts';
import { type PageRequest, pageAddress } from '../actions/page-request.ts';
import { actionSummary } from '../actions/summary.ts';
import { shellAt } from '../campaigns/shell.ts';
import { CounterPage } from './pages/counter-page.tsx';

type ActionOfKind = { context: ActionContext; kind: ActionKindDefinition };

/** The count, with a link to the page. */
export function counterPage(
  { context, kind, figures }: ActionOfKind & { figures: FiguresAsOf },
  request: PageRequest,
  now: Date,
) {
  const { action, campaign } = context;
  const { language, frame } = request;
  return (
    <CounterPage
      shell={{ ...shellAt(language, counterAddress(action, request), campaign), frame }}
      words={kind.words[language]}
      action={actionSummary(context, figures, { now, language })}
    />
  );
}

function counterAddress(action: ActionContext['action'], request: PageRequest): string {
  const [path, query] = pageAddress(action, request).split('?');
  return `${path}/counter${query ? `?${query}` : ''}`;
}
