import { signInKind } from './ask-for-link.ts';

export const organizerMailKinds = [signInKind, 'organizer-invite', 'organizer-waiting'] as const;
