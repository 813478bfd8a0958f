import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { apiGuide, commandsOf, withAnswers } from '../../scripts/documents/api-guide.ts';
import { inRepository } from '../support/repository.ts';
import { documents } from './markdown.ts';

const works = (program: string): boolean => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const guide = readFileSync(inRepository(apiGuide.file), 'utf8').replaceAll('\r\n', '\n');

describe('the API guide', () => {
  test.skipIf(!works('bash') || !works('curl'))('every command is answered as printed', async () => {
    expect(await withAnswers(guide)).toBe(guide);
  });

  test.skipIf(!works('bash') || !works('curl'))('another answer than the printed one is found', async () => {
    const command = '```sh\ncurl -s "$SHOP/health" | grep -o healthy\n```\n\n```text\n';
    expect(await withAnswers(`${command}ill\n\`\`\`\n`)).toBe(`${command}healthy\n\`\`\`\n`);
  });

  test('no line with curl is left out, here or in another document', () => {
    const run = commandsOf(guide).join('\n');
    const lines = documents().flatMap(({ file, text }) =>
      [...text.matchAll(/^(?:curl|.*\| *curl|.*\$\(curl)\b.*$/gm)].map((found) => [file, found[0]] as const),
    );
    expect(lines.length).toBeGreaterThan(15);
    expect(lines.filter(([, line]) => !run.includes(line))).toEqual([]);
  });
});
