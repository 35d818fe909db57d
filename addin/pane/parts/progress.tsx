/** How far an act has come: the step in words and rows of all; a bar without an end where nobody knows yet. */
import { ProgressBar } from '@fluentui/react-components';
import { usePane, useRunning } from '../pane.ts';
import { useStyles } from '../styles.ts';
import type { Running } from '../work.ts';

export function Progress({ label }: { readonly label: string }) {
  const running = useRunning();
  return <ProgressOf running={running} label={label} />;
}

export function ProgressOf({ running, label }: { readonly running: Running | null; readonly label: string }) {
  const { t } = usePane();
  const styles = useStyles();
  const text =
    running === null || running.step === null
      ? `${label}……`
      : t.progress(label, t.steps[running.step], running.done, running.all);
  const part = running !== null && running.all > 0 ? Math.min(1, running.done / running.all) : null;
  return (
    <div className={styles.section}>
      <p className={styles.text}>{text}</p>
      <ProgressBar aria-label={label} {...(part === null ? {} : { value: part })} aria-valuetext={text} />
    </div>
  );
}
