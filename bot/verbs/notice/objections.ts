/** 异议 as they stand, and who may decide them. */
import { type Objection, objectionOf } from '../../../core/notice/objection.ts';
import type { Db } from '../../../db/database.ts';
import { dossiersOf } from '../../../db/dossier.ts';
import type { Deps } from '../../deps.ts';
import { may } from '../../rights.ts';
import { roll } from '../people/roll.ts';

/** Persons who may decide what concerns this department. */
export const decidersOf = async (deps: Pick<Deps, 'db'>, department: string): Promise<readonly string[]> =>
  (await roll(deps))
    .filter((each) => !each.ended && may(each, 'decide-objection', { department }).ok)
    .map(({ person }) => person);

/** All objections, oldest first. */
export const objections = async (db: Db): Promise<readonly Objection[]> =>
  [...(await dossiersOf(db, 'objection')).values()]
    .flatMap((entries) => objectionOf(entries) ?? [])
    .sort((a, b) => a.objection - b.objection);
