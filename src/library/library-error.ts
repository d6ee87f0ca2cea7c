/** Why a library does not do what it was asked for; whoever shows it has the words. */
export type LibraryProblem =
  /** The archive is no zip, or nothing of it can be read. */
  | { readonly code: 'not-an-archive' }
  /** The archive is a zip, but not one that a library was written to. */
  | { readonly code: 'no-list'; readonly found: readonly string[]; readonly more: number }
  /** The list in it is none, or too large. */
  | { readonly code: 'bad-list' }
  /** A later version has written it. */
  | { readonly code: 'later-version' }
  /** What is to be kept is not what is in the player. */
  | { readonly code: 'changed' }
  /** The recording has been deleted, in another tab as it may be. */
  | { readonly code: 'gone' };

export class LibraryError extends Error {
  override readonly name = 'LibraryError';

  constructor(readonly problem: LibraryProblem) {
    super(problem.code);
  }
}
