/** Whether a web address has a user name or a password in it: on a page, it would tell them to everybody. */
export function hasSignIn(typed: string): boolean {
  const found = URL.parse(typed);
  return found !== null && found.username + found.password !== '';
}
