/** The year's holiday notice that is not known yet, asked of the office where days that somebody owes rest on it (DESIGN: 暂定). */
import { keyOf, type Owed } from './owed.ts';

/** The State Council gives notice of the next year's holidays in November; before that nobody can load it. */
const known = '11-15';

export function fromCalendar(owed: readonly Pick<Owed, 'missing' | 'unsure'>[]): readonly Owed[] {
  const years = new Set(owed.flatMap(({ missing, unsure }) => [...missing, ...unsure]));
  return [...years].map(
    (year): Owed => ({
      key: keyOf('holidays', [year], 'office', null),
      matter: { kind: 'holidays', year },
      by: 'office',
      waits: null,
      due: null,
      until: null,
      missing: [],
      unsure: [],
      rule: null,
      rounds: [{ name: 'waiting', from: `${year - 1}-${known}`, to: null }],
    }),
  );
}
