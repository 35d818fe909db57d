/** 提交前预览: what would change at the desk, cell by cell, before anything does. */
import { Button } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Preview, RowState, Trouble } from '../../sync/filling.ts';
import { usePane, useRunning } from '../pane.ts';
import { Act } from '../parts/act.tsx';
import { Changes } from '../parts/changes.tsx';
import { CountList } from '../parts/counts.tsx';
import { Missing } from '../parts/missing.tsx';
import { Note } from '../parts/note.tsx';
import { Page } from '../parts/page.tsx';
import { Progress } from '../parts/progress.tsx';
import { Reason } from '../parts/reason.tsx';
import { Renamed } from '../parts/renamed.tsx';
import { TroubleBar } from '../parts/trouble.tsx';
import { useRecheck } from '../recheck-when.ts';
import { useStyles } from '../styles.ts';

export default function PreviewScreen({ worksheet }: { readonly worksheet: string }) {
  const { t, filling, run, setCounts } = usePane();
  const styles = useStyles();
  const running = useRunning();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isStale, setStale] = useState(false);

  const compare = useCallback(async (): Promise<void> => {
    const done = await run('preview', worksheet, (step) => filling.preview(worksheet, step));
    setTrouble(done.ok ? null : done.trouble);
    if (!done.ok) return;
    setPreview(done.value);
    setStale(false);
    setCounts(worksheet, countsOf(done.value));
  }, [run, filling, worksheet]);

  useEffect(() => void compare(), [compare]);
  useRecheck(worksheet, async () => setStale(true));

  return (
    <Page title={`${t.preview.title} · ${worksheet}`}>
      <p className={styles.text}>{preview?.compared === 'kept' ? t.preview.whatKept : t.preview.what}</p>
      {running?.kind === 'preview' && <Progress label={t.preview.running} />}
      <TroubleBar trouble={trouble} again={() => void compare()} />
      {trouble?.renamed !== undefined && <Renamed renamed={trouble.renamed} answered={() => void compare()} />}
      {isStale && (
        <Note intent="warning" actions={<Act onAct={() => void compare()}>{t.preview.again}</Act>}>
          {t.preview.stale}
        </Note>
      )}
      {preview !== null && <Choice key={keyOf(preview)} preview={preview} />}
    </Page>
  );
}

/** Another comparison begins with nothing chosen. */
const keyOf = (preview: Preview): string => preview.missing.map(({ id }) => id).join(' ');

const countsOf = ({ rows, counts }: Preview) => ({
  refused: counts['cannot-be-sent'],
  look: rows.filter(({ remarks }) => remarks.some(({ weight }) => weight !== 'refused')).length,
  blank: rows.filter(({ what, filled }) => what === 'unchanged' && !filled).length,
  changed: counts.new + counts.changed,
});

function Choice({ preview }: { readonly preview: Preview }) {
  const { t, say, filling, send, go } = usePane();
  const styles = useStyles();
  const { sheet, counts, missing, copied, remarks } = preview;
  const { line, worksheet } = sheet;
  const [withdraw, setWithdraw] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const reasonField = useRef<HTMLTextAreaElement>(null);

  const rows = counts.new + counts.changed + withdraw.size;
  const needsReason = line?.reason === true;
  const submit = (): void => {
    if (needsReason && reason.trim() === '') {
      setAsked(true);
      reasonField.current?.focus();
      return;
    }
    const choice = { reason: reason.trim(), withdraw: [...withdraw] };
    void send('submit', worksheet, (step) => filling.submit(preview, choice, step));
  };
  const kinds: readonly { readonly what: RowState['what']; readonly sign?: '✗' }[] = [
    { what: 'new' },
    { what: 'changed' },
    { what: 'cannot-be-sent', sign: '✗' },
    { what: 'unchanged' },
  ];
  return (
    <>
      <CountList
        label={t.preview.summary}
        counts={kinds.map(({ what, sign }) => ({
          word: t.preview.counts[what],
          n: counts[what],
          ...(sign === undefined ? {} : { sign }),
        }))}
      />
      {remarks.map(({ weight, words }) => (
        <Note key={words.zh} intent={weight === 'refused' ? 'error' : 'warning'}>
          {t.check.weights[weight]} {say(words)}
        </Note>
      ))}
      {copied > 0 && <Note>{t.preview.copied(copied)}</Note>}
      {counts['cannot-be-sent'] > 0 && (
        <Note
          intent="warning"
          actions={<Button onClick={() => go({ at: 'check', worksheet })}>{t.preview.toCheck}</Button>}
        >
          {t.preview.someCannot(counts['cannot-be-sent'], counts.new + counts.changed)}
        </Note>
      )}
      <Missing
        missing={missing}
        withdrawable={line?.withdrawable === true && line.readOnly === null}
        chosen={withdraw}
        choose={setWithdraw}
      />
      {needsReason && (
        <Reason reason={reason} give={setReason} isMissing={isAsked && reason.trim() === ''} field={reasonField} />
      )}
      {line?.readOnly != null ? (
        <Note>{t.preview.readOnly(say(line.readOnly))}</Note>
      ) : (
        <div className={styles.row}>
          <Act appearance="primary" not={rows === 0 ? t.preview.nothing : null} onAct={submit}>
            {t.preview.submit(rows)}
          </Act>
          {rows === 0 && <span className={styles.quiet}>{t.preview.nothing}</span>}
        </div>
      )}
      <Changes preview={preview} />
    </>
  );
}
