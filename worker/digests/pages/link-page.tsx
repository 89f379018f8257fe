import { message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';

export type LinkPageProps = {
  shell: Shell;
  /** 'replaced': just now, by the reader. 'gone': the reader came with an earlier link, to the page or to stop mail. */
  about:
    | { kind: 'replaced' | 'gone' | 'gone-delivery'; committee: string }
    | { kind: 'unknown' }
    | { kind: 'no-week'; token: string };
};

export function LinkPage({ shell, about }: LinkPageProps) {
  const { title, lines } = say({ shell, about });
  const [lead, ...others] = lines;
  return (
    <Layout shell={shell} title={title} noindex forStaff>
      <div class="flow">
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        {others.map((text) => (
          <p>{text}</p>
        ))}
        {about.kind === 'no-week' && (
          <p>
            <a href={linkFrom(shell, `/tallies/${about.token}`)}>{copy[shell.language].noWeek.back}</a>
          </p>
        )}
      </div>
    </Layout>
  );
}

function say({ shell, about }: LinkPageProps): { title: string; lines: string[] } {
  const { language, campaign } = shell;
  const words = copy[language];
  if (about.kind === 'unknown') return { title: words.unknown.title, lines: [words.unknown.text] };
  if (about.kind === 'no-week') return { title: words.noWeek.title, lines: [words.noWeek.text] };
  const { committee } = about;
  const texts = {
    replaced: words.replaced.text,
    gone: words.gone.text,
    'gone-delivery': words.gone.delivery,
  };
  const text = message(texts[about.kind], { committee }, language);
  if (about.kind === 'replaced') return { title: words.replaced.title, lines: [text] };
  const ask = campaign ? words.gone.ask : words.gone.askOffice;
  return {
    title: words.gone.title,
    lines: [text, message(ask, { contact: campaign?.contactEmail ?? '' }, language)],
  };
}
