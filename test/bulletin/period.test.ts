/** The span of a yearly bulletin is the document's own year. */
import { expect, it } from 'vitest';
import { bulletinPeriod, inPolicyYear } from '../../core/bulletin/period.ts';
import { policyCalled } from '../../core/policy/index.ts';

const spanOf = (policy: string, typed: string) => {
  const [found, period] = [policyCalled(policy), bulletinPeriod(typed)];
  if (found === null || period === null) throw new Error('no such policy or period');
  const { from, to } = inPolicyYear(period, found);
  return { from, to };
};

it('S3-01: the first yearly bulletin of a scheme that came in August runs from its first day to the end of the next year', () => {
  expect(spanOf('wannian-2022', '2023 全年')).toEqual({ from: '2022-08-10', to: '2023-12-31' });
  expect(spanOf('wannian-2022', '2024 全年')).toEqual({ from: '2024-01-01', to: '2024-12-31' });
  expect(spanOf('sanming-2025', '2025 全年')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  expect(spanOf('wannian-2022', '2023-2')).toEqual({ from: '2023-04-01', to: '2023-06-30' });
});
