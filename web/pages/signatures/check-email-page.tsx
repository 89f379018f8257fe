import type { Shell } from '../../shell.ts';
import type { FieldError } from './errors.ts';

export type CheckEmailPageProps = {
  shell: Shell;
  petition: { slug: string; title: string };
  /** The address our mail comes from, without the name. */
  sender: string;
  sentAgain: boolean;
  /** Of the "send it again" form, whose one field is `email`. */
  values: { email: string };
  errors: FieldError[];
};
export function CheckEmailPage(_props: CheckEmailPageProps) {
  return <></>;
}
