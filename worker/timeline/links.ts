export function timelinePath(campaign: string): string {
  return `/campaigns/${campaign}/timeline`;
}
