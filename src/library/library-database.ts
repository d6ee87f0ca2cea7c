/** The name of the database that recordings are kept in. */
export const LIBRARY = 'portable-replay-library';

/** Whether there may be a database of a name: Firefox tells since version 126. */
export async function mayExist(name: string): Promise<boolean> {
  // Asked in a sandbox, which has none, Chrome reports an error that nobody can catch.
  if (origin === 'null') return false;
  const { databases = null } = indexedDB as Partial<Pick<IDBFactory, 'databases'>>;
  const found = await databases?.call(indexedDB);
  return found?.some((database) => database.name === name) ?? true;
}
