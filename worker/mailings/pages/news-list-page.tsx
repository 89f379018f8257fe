import { Button } from '../../../web/components/button.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList } from '../../../web/console/list.tsx';
import { formatNumber } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { newsCopy } from './news-copy.ts';

export type ShownState = keyof (typeof newsCopy)['en']['states'];

export type NewsListPageProps = {
  frame: ConsoleFrame;
  href: string;
  mayWrite: boolean;
  mails: { id: number; subject: string; state: ShownState; people: number; sent: number; when: string }[];
  next: string | null;
  first: string | null;
};

export function NewsListPage({ frame, href, mayWrite, mails, next, first }: NewsListPageProps) {
  const { shell, formToken } = frame;
  const { language } = shell;
  const words = newsCopy[language];
  const { columns } = words;
  return (
    <ConsolePage frame={frame} title={words.title}>
      <div class="flow">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        {mayWrite && (
          <ConsoleForm shell={shell} formToken={formToken} action={href}>
            <Button working={words.working}>{words.write}</Button>
          </ConsoleForm>
        )}
        <ConsoleList
          shell={shell}
          caption={words.caption}
          empty={words.empty}
          columns={[
            { label: columns.mail },
            { label: columns.state },
            { label: columns.people, numeric: true },
            { label: columns.sent, numeric: true },
            { label: columns.when },
          ]}
          rows={mails.map(({ id, subject, state, people, sent, when }) => [
            <a href={linkFrom(shell, `${href}/${id}`)}>
              <bdi>{subject || words.untitled}</bdi>
            </a>,
            words.states[state],
            state === 'draft' ? '–' : formatNumber(people, language),
            formatNumber(sent, language),
            when,
          ])}
          pager={{ next, first }}
        />
      </div>
    </ConsolePage>
  );
}
