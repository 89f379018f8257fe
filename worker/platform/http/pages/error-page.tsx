import { Layout } from '../../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../../web/shell.ts';
import { copy } from './copy.ts';

export type ErrorKind =
  | 'not-found'
  | 'gone'
  | 'wrong-method'
  | 'too-large'
  | 'wrong-type'
  | 'bad-request'
  | 'limit'
  | 'failed'
  | 'overloaded'
  | 'read-only';

export type ErrorPageProps = {
  shell: Shell;
  kind: ErrorKind;
  /** Where to go on; the campaign's page or the home page when left out. */
  back?: { href: string; label: string };
};

export function ErrorPage({ shell, kind, back }: ErrorPageProps) {
  const words = copy[shell.language];
  const { title, text } = words.kinds[kind];
  const { campaign } = shell;
  const next =
    back ??
    (campaign
      ? { href: `/campaigns/${campaign.slug}`, label: words.campaign }
      : { href: '/', label: words.home });
  return (
    <Layout shell={shell} title={title} noindex>
      <div class="flow column">
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        <p>
          <a href={linkFrom(shell, next.href)}>{next.label}</a>
        </p>
      </div>
    </Layout>
  );
}
