/** Stands before the message of an error that the author of a statement raised. */
export const userError = 'feature-sql raise_error: ';
