import { FramedOpening } from '../../../web/components/framed-opening.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Progress } from '../../../web/components/progress.tsx';
import { Layout } from '../../../web/layout.tsx';
import type { Frame } from '../../../web/shell.ts';
import { petitionWords } from '../kind-copy.ts';
import { copy } from './copy.ts';
import type { PetitionPageProps } from './petition-view.ts';
import { SignForm } from './sign-form.tsx';

type FramedPetitionProps = PetitionPageProps & { frame: Frame };

/** The petition in a frame: its ask, how many have signed, the form. */
export function FramedPetition({ shell, frame, petition, form, notice }: FramedPetitionProps) {
  const { language } = shell;
  const words = copy[language];
  const { state, counts, thresholds, nextThreshold } = petition;
  const isCounted = frame.hasProgress && !frame.isCompact && (state === 'open' || state === 'closed');
  return (
    <Layout shell={shell} title={petition.title} isError={form !== null && form.errors.length > 0} noindex>
      {notice && <Notice news>{words.notice[notice]}</Notice>}
      <FramedOpening
        shell={shell}
        frame={frame}
        words={{ ...petitionWords[language], goesTo: words.addressedTo }}
        action={petition}
      />
      {isCounted && (
        <Progress
          confirmed={counts.confirmed}
          thresholds={thresholds}
          next={nextThreshold}
          isOver={state === 'closed'}
          language={language}
        />
      )}
      {form && <SignForm form={{ ...form, isFramed: true }} shell={shell} />}
    </Layout>
  );
}
