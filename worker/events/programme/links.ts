/** The program as a page to print. */
export function programPath(event: string): string {
  return `/events/${event}/program`;
}
