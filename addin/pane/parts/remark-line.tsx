/** One remark: its weight in sign and word, the cell as a button that goes there, what stands there, and what would be right. */
import { Link, mergeClasses } from '@fluentui/react-components';
import type { Remark } from '../../../core/sheet/check.ts';
import { cellAddress } from '../../../core/sheet/grid.ts';
import { usePane } from '../pane.ts';
import { useStyles } from '../styles.ts';

interface RemarkLineProps {
  readonly row: number;
  readonly remark: Remark;
  readonly show: () => void;
}

export function RemarkLine({ row, remark, show }: RemarkLineProps) {
  const { t, say } = usePane();
  const styles = useStyles();
  const { column, header, value, weight, words } = remark;
  const address = column < 0 ? t.row(row + 1) : cellAddress(row, column);
  return (
    <p className={styles.text}>
      <span className={mergeClasses(styles.strong, weight === 'refused' ? styles.danger : styles.warning)}>
        {t.check.weights[weight]}
      </span>{' '}
      <Link as="button" inline onClick={show} aria-label={`${t.check.goTo(address)} ${header}`}>
        {address}
      </Link>{' '}
      {header === '' ? t.check.wholeRow : header}
      <br />
      {say(words)}
      {value !== '' && (
        <>
          <br />
          <span className={styles.quiet}>
            {t.check.value}
            {t.colon}
            <bdi>{value.length > 120 ? `${value.slice(0, 120)}…` : value}</bdi>
          </span>
        </>
      )}
    </p>
  );
}
