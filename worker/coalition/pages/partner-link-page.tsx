import { message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import type { Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';

export type PartnerLinkPageProps = {
  shell: Shell;
  /** 'gone': the reader came with an earlier link. */
  about: { kind: 'gone'; partner: string; contact: string } | { kind: 'unknown' };
};

export function PartnerLinkPage({ shell, about }: PartnerLinkPageProps) {
  const words = copy[shell.language][about.kind];
  const values = about.kind === 'gone' ? { partner: about.partner, contact: about.contact } : {};
  return (
    <Layout shell={shell} title={words.title} noindex>
      <div class="flow">
        <h1>{words.title}</h1>
        <p class="lead">{message(words.text, values, shell.language)}</p>
      </div>
    </Layout>
  );
}
