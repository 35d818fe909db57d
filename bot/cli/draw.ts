/** draw: the ceremony, step by step. Each lock has its file. */
import type { Command } from 'commander';
import type { Door } from './door.ts';
import { filing } from './draw-file.ts';
import { freezing } from './draw-freeze.ts';
import { ending, opening } from './draw-open.ts';
import { sealing } from './draw-secrets.ts';
import { takingIn } from './draw-take-in.ts';

export const drawCommands = (program: Command, door: Door): void => {
  const group = program.command('draw').description('随机抽取：三锁一开 · the ceremony of a draw');
  freezing(group, door);
  takingIn(group, door);
  sealing(group, door);
  opening(group, door);
  ending(group, door);
  filing(group, door);
};
