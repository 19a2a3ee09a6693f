/**
 * What no text column holds as it came: NUL is refused by PostgreSQL, and half a surrogate pair is stored as another
 * character, so that quotes and the audit's hash would no longer match their row.
 */
const unstorable = /\0|\p{Surrogate}/u;

export const isStorable = (text: string): boolean => !unstorable.test(text);
