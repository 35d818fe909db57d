/** What a cell holds: a blank one says so, a very long one is cut; signs that turn writing round turn nothing beside it. */
import { usePane } from '../pane.ts';
import { useStyles } from '../styles.ts';

const most = 300;

export function ValueText({ text }: { readonly text: string }) {
  const { t } = usePane();
  const styles = useStyles();
  if (text === '') return <span className={styles.quiet}>{t.blank}</span>;
  return (
    <bdi style={{ whiteSpace: 'pre-wrap' }}>{text.length > most ? `${text.slice(0, most).toWellFormed()}…` : text}</bdi>
  );
}
