import { COUNTER } from './counter-scenes.ts';
import { OFFICE } from './office-scenes.ts';
import type { Scene } from './scene.ts';

/** Every picture of a shop that is running, in the order in which they are taken. */
export const SCENES: readonly Scene[] = [...COUNTER, ...OFFICE];
