/** Who receives what is said about inspectors: the persons of the discipline body on the roll. */
import type { Db } from '../../../db/database.ts';
import { roll } from '../people/roll.ts';

export const disciplineOn = async (db: Db): Promise<readonly string[]> =>
  (await roll({ db })).filter(({ ended, roles }) => !ended && roles.includes('discipline')).map(({ person }) => person);
