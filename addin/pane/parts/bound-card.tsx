/** One worksheet of this workbook that belongs to a book: what is known of its rows, and what can be done with it. */
import { Button, mergeClasses } from '@fluentui/react-components';
import type { BoundSheet } from '../../sync/filling.ts';
import { type Counts, usePane } from '../pane.ts';
import { useStyles } from '../styles.ts';

export function BoundCard({ sheet: { worksheet, ref, line } }: { readonly sheet: BoundSheet }) {
  const { t, say, go, counts } = usePane();
  const styles = useStyles();
  const known = counts.get(worksheet);
  const acts = [
    { at: 'check', word: t.homePage.check, may: true },
    { at: 'preview', word: t.homePage.submit, may: line !== null && line.readOnly === null },
    { at: 'refresh', word: t.homePage.refresh, may: line !== null },
    { at: 'conflicts', word: t.homePage.conflicts, may: line !== null && line.readOnly === null },
  ] as const;
  return (
    <article className={styles.card} aria-label={worksheet}>
      <h3 className={styles.subheading}>{line === null ? worksheet : say(line.title)}</h3>
      <p className={styles.quiet}>{line === null ? t.sheets[ref.sheet] : t.homePage.inWorksheet(worksheet)}</p>
      {line !== null && <p className={styles.text}>{say(line.note)}</p>}
      {line === null && <p className={styles.quiet}>{t.homePage.lineGone}</p>}
      {line?.readOnly != null && <p className={styles.quiet}>{t.homePage.readOnly(say(line.readOnly))}</p>}
      <Known counts={known} />
      <div className={styles.row}>
        {acts
          .filter(({ may }) => may)
          .map(({ at, word }) => (
            <Button
              key={at}
              size="small"
              appearance={at === 'check' ? 'primary' : 'secondary'}
              style={{ minWidth: 'auto' }}
              aria-label={t.homePage.named(word, worksheet)}
              onClick={() => go({ at, worksheet })}
            >
              {word}
            </Button>
          ))}
      </div>
    </article>
  );
}

function Known({ counts }: { readonly counts: Counts | undefined }) {
  const { t } = usePane();
  const styles = useStyles();
  if (counts === undefined) return <p className={styles.quiet}>{t.homePage.unchecked}</p>;
  const { refused, look, blank, changed } = counts;
  return (
    <p className={mergeClasses(styles.row, styles.text)}>
      {refused > 0 && <span className={styles.danger}>{t.homePage.errors(refused)}</span>}
      {look > 0 && <span className={styles.warning}>{t.homePage.looks(look)}</span>}
      {refused === 0 && look === 0 && blank === 0 && <span className={styles.good}>{t.homePage.clean}</span>}
      {blank > 0 && <span className={styles.quiet}>{t.homePage.blank(blank)}</span>}
      {changed !== null && (
        <span className={styles.quiet}>{changed > 0 ? t.homePage.changed(changed) : t.homePage.nothingChanged}</span>
      )}
    </p>
  );
}
