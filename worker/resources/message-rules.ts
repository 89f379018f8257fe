/** The characters of which a text message takes 160. With any other it takes 70. */
const short = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/;

/** What keeps a text from being one message; null if it is one. */
export function messageProblem(text: string): string | null {
  const most = short.test(text) ? 160 : 70;
  if (text.length <= most) return null;
  return most === 160
    ? 'must fit into one message of 160 characters'
    : 'must fit into one message: with letters such as á, í, ó and ú it has 70 characters, without them 160';
}
