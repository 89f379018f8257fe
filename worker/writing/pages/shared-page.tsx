import { PlainConsolePage } from '../../../web/console/console-page.tsx';
import { message } from '../../../web/language.ts';
import type { Shell } from '../../../web/shell.ts';
import type { ChangeRow } from '../change-rows.ts';
import { Diff } from './diff.tsx';
import { previewCopy } from './preview-copy.ts';
import { writeCopy } from './write-copy.ts';

export function SharedDraftPage({
  shell,
  campaign,
  until,
  see,
  rows,
}: {
  shell: Shell;
  campaign: string;
  until: string;
  /** The address of its pages as they will look. */
  see: string;
  /** Null where nothing of the campaign is public yet. */
  rows: ChangeRow[] | null;
}) {
  const { shared, changes, same } = writeCopy[shell.language];
  const title = message(shared.title, { campaign }, shell.language);
  return (
    <PlainConsolePage shell={shell} title={title}>
      <div class="flow">
        <h1>{title}</h1>
        <p>{message(shared.lead, { campaign, when: until }, shell.language)}</p>
        <p>
          <a href={see}>{previewCopy[shell.language].see}</a>
        </p>
        {rows && <h2>{changes}</h2>}
        {rows?.length === 0 && <p>{same}</p>}
        {rows && <Diff language={shell.language} rows={rows} />}
      </div>
    </PlainConsolePage>
  );
}

export function SharedGonePage({ shell }: { shell: Shell }) {
  const { shared } = writeCopy[shell.language];
  return (
    <PlainConsolePage shell={shell} title={shared.goneTitle}>
      <div class="flow">
        <h1>{shared.goneTitle}</h1>
        <p>{shared.gone}</p>
      </div>
    </PlainConsolePage>
  );
}
