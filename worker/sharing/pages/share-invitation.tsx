import { ShareKitLink } from '../../../web/components/share-kit-link.tsx';
import type { Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';

/** On the campaign's page: the link to the share kit, and the hashtags. */
export function ShareInvitation({ shell, hashtags }: { shell: Shell; hashtags: string[] }) {
  return (
    <div>
      <h3>{copy[shell.language].invitation}</h3>
      <ShareKitLink shell={shell} />
      {hashtags.length > 0 && (
        <p>{hashtags.map((tag) => (tag.startsWith('#') ? tag : `#${tag}`)).join(' ')}</p>
      )}
    </div>
  );
}
