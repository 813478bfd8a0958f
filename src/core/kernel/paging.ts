/** A list's page: which rows to read and the envelope around them (ORIGINAL.md section 1). */
export interface PageRequest {
  readonly page: number;
  readonly per_page: number;
}

export const offsetOf = (request: PageRequest): number => (request.page - 1) * request.per_page;

export const pageEnvelope = <T>(items: T[], total: number, request: PageRequest) => ({
  items,
  total,
  page: request.page,
  per_page: request.per_page,
  total_pages: total > 0 ? Math.ceil(total / request.per_page) : 1,
});
