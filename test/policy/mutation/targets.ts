/**
 * What is mutated, and which tests must notice. Another table (who may do what, for one) is another line here: a module that
 * exports plain data, and the tests that state the same in their own words.
 */
export interface Target {
  readonly file: string;
  readonly exported: string;
  /** `cited`: only inside cited values, and the values as wholes. `all`: every leaf of the data. */
  readonly parts: 'cited' | 'all';
  readonly tests: readonly string[];
}

const policy = (file: string, exported: string, ...tests: readonly string[]): Target => ({
  file: `core/policy/${file}.ts`,
  exported,
  parts: 'cited',
  tests: tests.map((name) => `test/policy/${name}.test.ts`),
});

/** `cited.test.ts` is left out on purpose: each value must be missed by a test that says what it should be. */
export const targets: readonly Target[] = [
  policy('sanming-2025', 'sanming2025', 'sanming', 'sanming-rules'),
  policy('shishi-2024', 'shishi2024', 'shishi'),
  policy('fuan-2018', 'fuan2018', 'fuan', 'fuan-rules'),
  policy('wannian-2022', 'wannian2022', 'wannian', 'wannian-plan', 'wannian-rules'),
  policy('ganzhou-2023', 'ganzhou2023', 'ganzhou', 'ganzhou-rules'),
  policy('national', 'national', 'national'),
  { file: 'bot/rights.ts', exported: 'rights', parts: 'all', tests: ['test/rights.test.ts'] },
];
