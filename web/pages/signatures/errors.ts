export type FieldName =
  | 'given_name'
  | 'family_name'
  | 'email'
  | 'zip'
  | 'district'
  | 'street'
  | 'comment'
  | 'show_name'
  | 'keep_informed'
  | 'source'
  | 'form_token'
  | 'website';

export type ErrorCode =
  | 'missing'
  | 'too-long'
  | 'bad-characters'
  | 'not-an-address'
  | 'not-a-zip'
  | 'not-one-of'
  | 'sent-twice'
  | 'stale'
  | 'too-quick'
  | 'leave-empty'
  | 'not-verified'
  | 'limit';

/** Unknown fields and codes get a general sentence. */
export type FieldError = { field: string; code: string };
