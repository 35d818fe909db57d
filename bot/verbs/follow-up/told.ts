/** Departments that are told of something, by code or name, one or several. */
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { departmentNamed } from '../registry/departments.ts';

/** @returns codes, each once, in the order given */
export async function departmentsTold(db: Db, names: readonly string[]): Promise<Result<readonly string[], Refusal>> {
  const codes: string[] = [];
  for (const name of names.map((each) => each.trim()).filter((each) => each !== '')) {
    const found = await departmentNamed(db, name);
    if (found === null) return refuse('follow-up', { reason: 'no-receiver', to: name.slice(0, 60) });
    codes.push(found.code);
  }
  return ok([...new Set(codes)]);
}
