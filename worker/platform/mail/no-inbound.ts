/**
 * Stands in for the parser of incoming mail that the mail service's SDK brings along (wrangler.toml, alias): no mail
 * comes in here, and the parser is a tenth of the bundle.
 */
export default {
  parse(): never {
    throw new Error('this deployment takes in no mail');
  },
};
