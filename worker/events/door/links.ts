/** After `/organize/campaigns/:campaign`. */
export function doorPath(event: string, time: string): string {
  return `/events/${event}/door?time=${encodeURIComponent(time)}`;
}
