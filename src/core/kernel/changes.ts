/**
 * What a PATCH really changes: the fields that are present in it and differ from the row. Presence counts, null is a
 * value, and a change to the same value is none (ORIGINAL.md section 1).
 */
export const changedFields = <R extends object>(row: R, patch: { readonly [K in keyof R]?: R[K] | undefined }): Partial<R> => {
  const changes: Partial<R> = {};
  for (const key of Object.keys(patch) as (keyof R)[]) {
    const value = patch[key];
    if (value !== undefined && value !== row[key]) changes[key] = value;
  }
  return changes;
};

export const hasChanges = (changes: object): boolean => Object.keys(changes).length > 0;

/** What a delete answers (ORIGINAL.md section 1). */
export const deletedAnswer = (entity: string, id: number) => ({
  message: `${entity} ${id} deleted successfully`,
  success: true as const,
});
