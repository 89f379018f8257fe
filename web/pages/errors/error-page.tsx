import type { Shell } from '../../shell.ts';

export type ErrorKind =
  | 'not-found'
  | 'gone'
  | 'wrong-method'
  | 'too-large'
  | 'wrong-type'
  | 'limit'
  | 'failed'
  | 'overloaded'
  | 'bad-request';

export type ErrorPageProps = {
  shell: Shell;
  kind: ErrorKind;
  /** Where to go on; the campaign's page or the home page when left out. */
  back?: { href: string; label: string };
};
export function ErrorPage(_props: ErrorPageProps) {
  return <></>;
}
