import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWindowState, writeWindowState } from '../../src/main/window-state.ts';
import { tempFolder } from '../support/test-app.ts';

const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }];
const first = { bounds: null, maximized: true };

describe('where the window opens', () => {
  it('is where it was closed', () => {
    const file = join(tempFolder(), 'window.json');
    const state = { bounds: { x: 100, y: 50, width: 1280, height: 800 }, maximized: false };
    writeWindowState(file, state);
    expect(readWindowState(file, screens)).toEqual(state);
  });

  it("is the system's choice when it was on a screen that is gone", () => {
    const file = join(tempFolder(), 'window.json');
    writeWindowState(file, { bounds: { x: 2500, y: 50, width: 1280, height: 800 }, maximized: false });
    expect(readWindowState(file, screens)).toEqual({ bounds: null, maximized: false });
  });

  it.each(['', 'no json', 'null', '[]', '{"bounds":{"x":"1"}}', '{"bounds":{"x":0,"y":0,"width":-5,"height":5},"maximized":1}'])(
    'is the first one when the file says %j',
    (text) => {
      const file = join(tempFolder(), 'window.json');
      writeFileSync(file, text);
      expect(readWindowState(file, screens)).toEqual(first);
      expect(readWindowState(join(tempFolder(), 'none.json'), screens)).toEqual(first);
    },
  );
});
