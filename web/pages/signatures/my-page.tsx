import type { Shell } from '../../shell.ts';
import type { FieldError } from './errors.ts';
import type { DistrictQuestion } from './sign-form.tsx';

export type MySignature = {
  petition: { slug: string; title: string };
  state: 'unconfirmed' | 'confirmed' | 'duplicate' | 'flagged' | 'withdrawn' | 'invalidated';
  reason:
    | 'same-person'
    | 'shared-inbox'
    | 'same-street'
    | 'never-confirmed'
    | 'struck-off'
    | 'bounced'
    | null;
  givenName: string;
  familyName: string;
  email: string;
  zip: string;
  street: string | null;
  /** "District 4", "outside the city", in the reader's language; null while unknown. */
  placeLabel: string | null;
  comment: string;
  shownName: string | null;
  keepInformed: boolean;
  sourceName: string | null;
  receivedAt: Date;
  confirmedAt: Date | null;
  receipt: string | null;
};

export type MyNotice =
  | 'corrected'
  | 'unchanged'
  | 'withdrawn'
  | 'already-withdrawn'
  | 'erased'
  | 'confirmed-first';

export type MyPageProps = {
  shell: Shell;
  /** For /my/:token/{correct,withdraw,erase,data.json}. */
  token: string;
  timeZone: string;
  /** null once erased: we hold nothing. */
  signature: MySignature | null;
  /** The correction form; null where nothing can be corrected (withdrawn, duplicate, petition closed). */
  correction:
    | (DistrictQuestion & {
        values: Record<string, string>;
        errors: FieldError[];
        showDistrict: boolean;
      })
    | null;
  mayWithdraw: boolean;
  notice: MyNotice | null;
};
export function MyPage(_props: MyPageProps) {
  return <></>;
}
