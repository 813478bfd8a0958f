import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/main/command-line.ts';

describe("the desktop app's arguments", () => {
  it.each([
    [[], null],
    [['.', '--data', 'shop'], '/work/shop'],
    [['--data=/srv/shop'], '/srv/shop'],
    [['--data'], null],
    [['--data='], null],
    [['--data', '--no-sandbox'], null],
    [['--inspect=0', '--data', 'a b'], '/work/a b'],
  ])('%j name the data folder %j', (argv, dataDir) => {
    expect(readArguments(argv, '/work')).toEqual({ dataDir });
  });
});
