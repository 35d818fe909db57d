import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { policies } from '../../core/policy/index.ts';
import { national } from '../../core/policy/national.ts';
import { bare, citedIn, numbersIn, says } from './cited.ts';
import { clausesOf } from './clause-at.ts';

const seeds = new URL('../../../shared/seeds/', import.meta.url);
const data = new URL('../../../shared/data/', import.meta.url);
const absent = !existsSync(seeds); // ../shared holds the documents; a copy of the project alone has none to read

const prefixes: { readonly [id: string]: string } = {
  'sanming-2025': '000',
  'shishi-2024': '001',
  'fuan-2018': '002',
  'wannian-2022': '003',
  'ganzhou-2023': '004',
};

const read = (folder: URL, starts: string): string =>
  readdirSync(folder)
    .filter((name) => name.startsWith(starts) && /\.(txt|md)$/.test(name))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');

describe.each(policies)('$name.zh: every value stands in its document', (policy) => {
  const found = citedIn(policy);

  it.skipIf(absent)('every quote is found in the document, word for word', () => {
    const text = bare(read(seeds, prefixes[policy.id] ?? '?'));
    const missing = found.filter(({ cited }) => !text.includes(bare(cited.quote)));
    expect(missing.map(({ at, cited }) => `${at}: ${cited.quote}`)).toEqual([]);
  });

  it.skipIf(absent)('every quote stands in the clause that is cited for it', () => {
    const text = read(seeds, prefixes[policy.id] ?? '?');
    const elsewhere = found
      .filter(({ cited }) => /^[一二三四五]/.test(cited.clause))
      .map(({ at, cited }) => ({ at, cited, stands: clausesOf(text, cited.quote) }))
      .filter(({ cited, stands }) => !stands.includes(cited.clause));
    expect(elsewhere.map(({ at, cited, stands }) => `${at}: ${cited.clause}, not ${stands.join(' ')}`)).toEqual([]);
  });

  it('every number of a value is said in its quote', () => {
    const unsaid = found.flatMap(({ at, cited }) =>
      // A standing scheme's first year is our reading of dates that the quote gives only in part.
      at === 'term' || at === 'head.date'
        ? []
        : numbersIn(cited.value)
            .filter((number) => !says(cited.quote, number))
            .map(({ key, n }) => `${at}: ${key} ${n} not in ${cited.quote}`),
    );
    expect(unsaid).toEqual([]);
  });

  it('every citation names the document, a clause and its words', () => {
    const bareOnes = found.filter(
      ({ cited }) => cited.document === '' || cited.clause === '' || bare(cited.quote).length < 2,
    );
    expect(bareOnes).toEqual([]);
    expect(new Set(found.map(({ cited }) => cited.document)).size).toBe(1);
  });
});

describe('the national layer stands in the laws and notices', () => {
  const found = citedIn(national);

  it.skipIf(absent)('every quote is found in a law or an excerpt', () => {
    const text = bare(read(new URL('laws/', data), '') + read(data, 'policy_excerpts'));
    const missing = found.filter(({ cited }) => !text.includes(bare(cited.quote)));
    expect(missing.map(({ at, cited }) => `${at}: ${cited.quote}`)).toEqual([]);
  });

  it('every number of a value is said in its quote', () => {
    const unsaid = found.flatMap(({ at, cited }) =>
      numbersIn(cited.value)
        .filter((number) => !(says(cited.quote, number) || (number.n === 2 && cited.quote.includes('两'))))
        .map(({ key, n }) => `${at}: ${key} ${n} not in ${cited.quote}`),
    );
    expect(unsaid).toEqual([]);
  });
});
