/** Stands before the message of an error that the author of a statement raised. */
export const userError = 'feature-sql raise_error: ';

/** Stands before the name of what a macro finds that it cannot do for the types that it is given. */
export const unsupportedError = 'feature-sql not supported: ';

/** Stands before what a row has that a feature or a model does not take. */
export const dataError = 'feature-sql data: ';
