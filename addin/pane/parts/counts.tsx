/** Numbers of one thing, side by side: word and number read together by a screen reader. */
import { mergeClasses } from '@fluentui/react-components';
import { useStyles } from '../styles.ts';

export interface Count {
  readonly word: string;
  readonly sign?: '✓' | '✗' | '！';
  readonly n: number;
}

export function CountList({ label, counts }: { readonly label: string; readonly counts: readonly Count[] }) {
  const styles = useStyles();
  const tone = { '✓': styles.good, '✗': styles.danger, '！': styles.warning };
  return (
    <dl className={styles.counts} aria-label={label}>
      {counts.map(({ word, sign, n }) => (
        <div key={word} className={styles.count}>
          <dt className={styles.countWord}>{sign === undefined ? word : `${sign} ${word}`}</dt>
          <dd className={mergeClasses(styles.countNumber, sign !== undefined && n > 0 && tone[sign])}>{n}</dd>
        </div>
      ))}
    </dl>
  );
}
