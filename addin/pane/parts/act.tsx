/** A button of an act: it waits while another act runs and keeps the focus meanwhile. */
import { Button, type ButtonProps, mergeClasses } from '@fluentui/react-components';
import { usePane, useRunning } from '../pane.ts';
import { useStyles } from '../styles.ts';

type ActProps = Pick<ButtonProps, 'appearance' | 'size' | 'aria-label' | 'children'> & {
  readonly onAct: () => void;
  /** Why it cannot be done now, in words. */
  readonly not?: string | null;
};

export function Act({ onAct, not = null, children, ...rest }: ActProps) {
  const { t } = usePane();
  const styles = useStyles();
  const why = useRunning() !== null ? t.waitForWork : not;
  return (
    <Button
      {...rest}
      className={mergeClasses(styles.wide, styles.start)}
      disabledFocusable={why !== null}
      {...(why === null ? {} : { title: why })}
      onClick={onAct}
    >
      {children}
    </Button>
  );
}
