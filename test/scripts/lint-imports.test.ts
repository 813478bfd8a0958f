import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFile, checkHouse, importsOf } from '../../scripts/lint-imports.ts';

const messages = (file: string, text: string) => checkFile(file, text).map((fault) => fault.message);

describe('the house’s import rules', () => {
  it('are kept by every file', () => {
    expect(checkHouse(join(import.meta.dirname, '../..'))).toEqual([]);
  });

  it.each([
    ['src/domain/money.ts', "import { x } from '../core/app.ts';", 'domain may not import core'],
    ['src/domain/money.ts', "import fs from 'node:fs';", 'node:fs may not be imported here'],
    ['src/contract/orders.ts', "export { x } from '../renderer/app.tsx';", 'contract may not import renderer'],
    ['src/renderer/app/app.tsx', "const core = await import('../../core/app.ts');", 'renderer may not import core'],
    ['src/core/app.ts', "import { app } from 'electron';", 'electron may not be imported here'],
    ['src/core/modules/orders/placing.ts', "import Fastify from 'fastify';", 'fastify may not be imported here'],
    ['src/core/modules/catalog/items.ts', "import { moveStock } from '../stock/index.ts';", 'catalog may not import stock'],
    ['src/core/modules/discounts/x.ts', "import { openShiftId } from '../shifts/index.ts';", 'discounts may not import shifts'],
    [
      'src/core/modules/orders/placing.ts',
      "import { moveStock } from '../stock/ledger.ts';",
      'stock is imported only through its index.ts',
    ],
    ['src/preload/index.ts', "import { contract } from '../contract/index.ts';", 'preload imports types only'],
    ['src/core/modules/orders/placing.ts', "import Database from 'better-sqlite3';", 'better-sqlite3 may not be imported here'],
    ['src/main/window.ts', 'ipcMain.handle("x", () => {})', 'ipcMain belongs in src/main/ipc.ts'],
    ['src/server/server.ts', "import { x } from '../../test/support/test-app.ts';", 'leads out of src'],
  ])('catch in %s: %s', (file, text, expected) => {
    expect(messages(file, text).join('; ')).toContain(expected);
  });

  it('let pass what goes down the house', () => {
    expect(
      messages(
        'src/core/modules/orders/placing.ts',
        "import { moveStock } from '../stock/index.ts';\nimport { x } from '../../../domain/money.ts';",
      ),
    ).toEqual([]);
    expect(messages('src/preload/index.ts', "import type { EventName } from '../contract/events.ts';")).toEqual([]);
  });

  it('see imports over several lines, with their line', () => {
    expect(importsOf("import {\n  a,\n  b,\n} from './x.ts';\n\nimport type { C } from './y.ts';\nimport './z.css';")).toEqual([
      { from: './x.ts', line: 4, typeOnly: false },
      { from: './y.ts', line: 6, typeOnly: true },
      { from: './z.css', line: 7, typeOnly: false },
    ]);
  });
});
