import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GENERATED } from '../../scripts/documents/all.ts';
import { apiGuide } from '../../scripts/documents/api-guide.ts';
import { inRepository } from '../support/repository.ts';

// The guide is run in a test of its own.
const documents = GENERATED.filter((document) => document !== apiGuide);

test.each(documents.map((document) => [document.file, document] as const))('%s is what the code says', async (file, { make }) => {
  const written = readFileSync(inRepository(file), 'utf8').replaceAll('\r\n', '\n');
  expect(written === (await make()), `${file} is out of date: run \`npm run documents\` and commit what it writes`).toBe(true);
});
