import { Button } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { PrivacyLink } from '../../../web/components/privacy-link.tsx';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { newLinkCopy } from './new-link-copy.ts';

export type LinkReplacedPageProps = {
  shell: Shell;
  submitTo: string;
  /** The new link was asked for, just now. */
  isSent: boolean;
};

export function LinkReplacedPage({ shell, submitTo, isSent }: LinkReplacedPageProps) {
  const words = newLinkCopy[shell.language].replaced;
  return (
    <Layout shell={shell} title={words.title} noindex>
      <div class="flow column">
        {isSent && <Notice news>{words.sent}</Notice>}
        <h1>{words.title}</h1>
        <p class="lead">{words.text}</p>
        <p>{words.todo}</p>
        <form method="post" action={linkFrom(shell, submitTo)}>
          <Button working={words.working} secondary={isSent}>
            {words.button}
          </Button>
          <PrivacyLink shell={shell} />
        </form>
        <p class="small">{words.cap}</p>
      </div>
    </Layout>
  );
}
