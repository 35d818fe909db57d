/** The desks that many tests begin with: each is made through the verbs once in each worker, and its files are copied for each test. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk, DeskOptions } from '../bot/desk/desk.ts';
import { backup } from '../db/backup.ts';

const database = 'desk.db';
const key = `${database}.key`;

/** Opens the desk at this place and does what makes it the model. */
export type Making = (place: Pick<DeskOptions, 'database' | 'keyFile'>) => Promise<Desk>;

/** Kept for all files that a worker runs; put away when it ends. */
const models = new Map<string, Promise<string>>();
let shelf: string | null = null;

/**
 * Puts the model's database, `desk.db`, and its key into a folder.
 * @param name says all that the model depends on: whoever gives the same name gets the same desk
 */
export async function copyModel(name: string, folder: string, make: Making): Promise<void> {
  const model = models.get(name) ?? modelOf(make);
  models.set(name, model);
  const from = await model;
  for (const file of [database, key]) copyFileSync(join(from, file), join(folder, file));
}

async function modelOf(make: Making): Promise<string> {
  const folder = join(onShelf(), String(models.size));
  mkdirSync(folder);
  const desk = await make({ database: `file:${join(folder, 'making.db')}`, keyFile: join(folder, key) });
  // One file without a log beside it, so that a copy of it is whole.
  const made = await backup(desk.db, join(folder, database));
  desk.close();
  if (!made.ok) throw new Error(`no copy of a desk could be made: ${made.error.reason}`);
  return folder;
}

function onShelf(): string {
  if (shelf === null) {
    const folder = mkdtempSync(join(tmpdir(), 'mingchou-models-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    shelf = folder;
  }
  return shelf;
}
