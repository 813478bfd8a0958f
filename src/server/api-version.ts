/** The version of /api/v1 that /health and the documents name; old clients look for it (ORIGINAL.md section 1). */
export const API_VERSION = '1.0.0';
