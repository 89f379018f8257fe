/**
 * Replaces the parser of incoming mail in the mail service's SDK (wrangler.toml, alias). We receive no mail, and the
 * parser is a tenth of the bundle.
 */
export default {
  parse(): never {
    throw new Error('this deployment takes in no mail');
  },
};
