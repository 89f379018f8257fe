import { raw } from 'hono/html';
import { PlainConsolePage } from '../../../web/console/console-page.tsx';
import { message } from '../../../web/language.ts';
import type { Shell } from '../../../web/shell.ts';
import type { ChangeRow } from '../change-rows.ts';
import { Diff } from './diff.tsx';
import { writeCopy } from './write-copy.ts';

export function SharedDraftPage({
  shell,
  campaign,
  until,
  rows,
  texts,
}: {
  shell: Shell;
  campaign: string;
  until: string;
  rows: ChangeRow[];
  /** `html` is safe. */
  texts: { title: string; ask: string; html: string }[];
}) {
  const { shared, changes, same } = writeCopy[shell.language];
  const title = message(shared.title, { campaign }, shell.language);
  return (
    <PlainConsolePage shell={shell} title={title}>
      <div class="flow">
        <h1>{title}</h1>
        <p>{message(shared.lead, { campaign, when: until }, shell.language)}</p>
        <h2>{changes}</h2>
        {rows.length === 0 && <p>{same}</p>}
        <Diff language={shell.language} rows={rows} />
        {texts.length > 0 && <h2>{shared.whole}</h2>}
        {texts.map((text) => (
          <details>
            <summary>{text.title}</summary>
            <div class="flow">
              <p>
                <b>{text.ask}</b>
              </p>
              {raw(text.html)}
            </div>
          </details>
        ))}
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
