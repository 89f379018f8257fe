import { Button } from '../../../web/components/button.tsx';
import { formatDate, message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { CarefulPage } from './frame.tsx';
import { inviteCopy } from './invite-copy.ts';

export type InvitedRow = {
  id: string;
  number: number;
  on: string;
  state: 'invited' | 'over' | 'begun' | 'ended';
  /** The link to hand over, while it works. */
  link: string | null;
  until: string | null;
};

type InvitePageProps = {
  shell: Shell;
  href: string;
  /** The newest number: two presses of the button make one link. */
  seen: number;
  rows: readonly InvitedRow[];
};

export function InvitePage({ shell, href, seen, rows }: InvitePageProps) {
  const { language } = shell;
  const words = inviteCopy[language];
  return (
    <CarefulPage shell={shell} title={words.title} noindex>
      <div class="flow column">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <ul>
          {words.rules.map((rule) => (
            <li>{rule}</li>
          ))}
        </ul>
        <form method="post" action={linkFrom(shell, href)}>
          <input type="hidden" name="seen" value={String(seen)} />
          <Button working={words.working}>{words.button}</Button>
        </form>
        <h2>{words.list}</h2>
        {rows.length === 0 && <p>{words.none}</p>}
        {rows.map((row) => (
          <Row shell={shell} href={href} row={row} />
        ))}
        <p class="small">{words.stop}</p>
      </div>
    </CarefulPage>
  );
}

function Row({ shell, href, row }: Pick<InvitePageProps, 'shell' | 'href'> & { row: InvitedRow }) {
  const { language } = shell;
  const words = inviteCopy[language];
  const { number, on, until, link, id } = row;
  const date = until ? formatDate(until, language) : '';
  return (
    <section class="flow" aria-labelledby={`story-${number}`}>
      <h3 id={`story-${number}`}>
        {message(words.number, { number: String(number), date: formatDate(on, language) }, language)}
      </h3>
      <p>{message(words.states[row.state], { date }, language)}</p>
      {link && (
        <>
          <p>
            <code class="address">{link}</code>
          </p>
          <form method="post" action={linkFrom(shell, `${href}/${id}/cancel`)}>
            <Button secondary working={words.canceling}>
              {words.cancel}
            </Button>
          </form>
        </>
      )}
    </section>
  );
}

/** On the partner's own page. */
export function InviteLink({ shell, href }: { shell: Shell; href: string }) {
  const words = inviteCopy[shell.language];
  return (
    <>
      <h2>{words.heading}</h2>
      <p>{words.part}</p>
      <p>
        <a href={linkFrom(shell, href)}>{words.link}</a>
      </p>
    </>
  );
}
