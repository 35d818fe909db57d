/** A long list, the first rows only and more when asked: 20,000 rows must not hold up the pane. */
import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { usePane } from '../pane.ts';
import { useStyles } from '../styles.ts';

const portion = 200;

interface CappedProps<T> {
  readonly label: string;
  readonly all: readonly T[];
  readonly keyOf: (each: T) => string;
  readonly children: (each: T) => ReactNode;
}

export function Capped<T>({ label, all, keyOf, children }: CappedProps<T>) {
  const { t } = usePane();
  const styles = useStyles();
  const [most, setMost] = useState(portion);
  const left = all.length - most;
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {all.slice(0, most).map((each) => (
          <li key={keyOf(each)}>{children(each)}</li>
        ))}
      </ul>
      {left > 0 && (
        <div className={styles.row}>
          <span className={styles.quiet}>{t.shown(most, all.length)}</span>
          <Button onClick={() => setMost(most + portion)}>{t.more(Math.min(portion, left))}</Button>
        </div>
      )}
    </>
  );
}
