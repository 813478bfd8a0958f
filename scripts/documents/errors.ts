import { ERROR_ADVICE } from '../../src/contract/error-advice.ts';
import { type ErrorCode, ERRORS } from '../../src/contract/errors.ts';
import { cell, type GeneratedDocument, madeFrom, table } from './document.ts';

const INTRODUCTION = `Philo POS refuses with a sentence for people and a code for programs. The sentence may get better from version to version; the
code stays. A refusal changes nothing, unless its line below says so: what was there before is there after.

Over HTTP the answer is \`{"detail": ..., "code": ...}\` with the status of the table. With \`invalid_input\`, \`detail\` is a list that names each
field. See [troubleshooting](troubleshooting.md) for signs that come without a code.`;

/** Every code by which a call can be refused, in the order of its name, so that one is found by eye. */
export const errorsDocument: GeneratedDocument = {
  file: 'docs/errors.md',
  make: () => {
    const codes = (Object.keys(ERRORS) as ErrorCode[]).sort();
    const rows = codes.map((code) => [`\`${code}\``, String(ERRORS[code].status), cell(ERRORS[code].when), cell(ERROR_ADVICE[code])]);
    return (
      [
        '# Errors, and what to do',
        madeFrom('src/contract/errors.ts and error-advice.ts'),
        INTRODUCTION,
        table(['Code', 'HTTP', 'When it happens', 'What to do'], rows),
      ].join('\n\n') + '\n'
    );
  },
};
