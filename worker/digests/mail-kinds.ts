export const digestMailKinds = ['digest', 'staff-link', 'frequency', 'frequency-contact'] as const;
