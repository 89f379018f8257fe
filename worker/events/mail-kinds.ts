/** Triggers put the first into the outbox: see the migration. */
export const movedUpKind = 'event-moved-up';
export const reminderKind = 'event-reminder';
export const cancelledKind = 'event-cancelled';
export const changedKind = 'event-changed';

export const eventMailKinds = [movedUpKind, reminderKind, cancelledKind, changedKind];
