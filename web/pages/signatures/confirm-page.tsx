import type { Shell } from '../../shell.ts';
import type { FieldError } from './errors.ts';
import type { District } from './sign-form.tsx';

export type ConfirmState =
  | 'unconfirmed'
  | 'confirmed'
  | 'duplicate-same-person'
  | 'duplicate-shared-inbox'
  | 'flagged'
  | 'withdrawn'
  | 'invalidated'
  | 'petition-closed';

export type ConfirmPageProps = {
  shell: Shell;
  /** The page's own address, /confirm/:token. */
  action: string;
  petition: { slug: string; title: string };
  state: ConfirmState;
  /** null once erased. */
  signature: { name: string; zip: string; placeLabel: string | null; shownName: string | null } | null;
  /** Where the ZIP leaves it open: posts `district`. `options` are the candidates. */
  districtQuestion: { options: District[]; value: string; lookupUrl: string | null } | null;
  errors: FieldError[];
  /** /my/:token of this signature. */
  myHref: string | null;
};
export function ConfirmPage(_props: ConfirmPageProps) {
  return <></>;
}
