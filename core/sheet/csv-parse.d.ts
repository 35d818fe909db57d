/**
 * What `csv.ts` uses of csv-parse 7. Its own declarations pull in all types of Node, and then core could name the network
 * and the clock without the compiler's objection; `core/tsconfig.json` therefore points the module's name here.
 */
export interface CsvOptions {
  readonly delimiter: string;
  readonly relax_column_count: boolean;
  readonly relax_quotes: boolean;
  readonly skip_empty_lines: boolean;
  readonly to: number;
}
export declare function parse(input: string, options: CsvOptions): string[][];
