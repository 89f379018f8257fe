export const reminderKind = 'tactic-reminder';
