/** What a reading needs to know besides the file, all of it stated by the importer or held already. */
import type { Department } from '../registry/department.ts';
import { type DepartmentNames, departmentNames } from './department-names.ts';

export interface Context {
  readonly departments: DepartmentNames;
  /** The year of a window that names only months; null refuses to read one. */
  readonly year: number | null;
  /** Field name → cell text for columns that the file lacks: stated by the importer, and repeated in the report. */
  readonly assume: Readonly<Record<string, string>>;
  /** Names of fields that a policy demands beyond those always required (福安 二(一)1 asks nine of an item). */
  readonly demand: readonly string[];
}

/** A context of what is stated; what is left out is neither known nor assumed. */
export const contextOf = (stated: {
  readonly departments?: readonly Department[];
  readonly year?: number;
  readonly assume?: Readonly<Record<string, string>>;
  readonly demand?: readonly string[];
}): Context => ({
  departments: departmentNames(stated.departments ?? []),
  year: stated.year ?? null,
  assume: stated.assume ?? {},
  demand: stated.demand ?? [],
});
