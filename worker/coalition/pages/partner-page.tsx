import type { Child } from 'hono/jsx';
import assets from '../../../web/assets.gen.json';
import { Notice } from '../../../web/components/notice.tsx';
import { message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import type { Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';
import {
  AskedAboutNorms,
  Downloads,
  type DownloadsProps,
  Norms,
  type NormsProps,
  ThisLink,
} from './partner-foot.tsx';

export type PartnerPageProps = {
  shell: Shell;
  partner: { name: string; role: string; retired: boolean };
  contactEmail: string;
  norms: Omit<NormsProps, 'shell'>;
  downloads: Omit<DownloadsProps, 'shell'>;
  /** The parts of the features: the numbers first, then what comes after the norms. */
  numbers: Child[];
  tools: Child[];
};

export function PartnerPage({ shell, partner, contactEmail, ...props }: PartnerPageProps) {
  const { language } = shell;
  const words = copy[language];
  const title = message(words.title, { partner: partner.name }, language);
  return (
    <Layout shell={shell} title={title} noindex head={<link rel="stylesheet" href={assets.reports} />}>
      <div class="tally flow">
        <h1>{title}</h1>
        <p class="lead">{words.intro}</p>
        <p>{message(words.role, { role: partner.role }, language)}</p>
        {partner.retired && <Notice>{words.retired}</Notice>}
        <AskedAboutNorms shell={shell} {...props.norms} />
        {props.numbers}
        <Norms shell={shell} {...props.norms} />
        {props.tools}
        <Downloads shell={shell} {...props.downloads} />
        <ThisLink shell={shell} contactEmail={contactEmail} />
      </div>
    </Layout>
  );
}
