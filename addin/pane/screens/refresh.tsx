/** 刷新: what the desk holds now comes into the worksheet; what was changed here stays. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Refreshed, Trouble } from '../../sync/filling.ts';
import { usePane, useRunning } from '../pane.ts';
import { Act } from '../parts/act.tsx';
import { CountList } from '../parts/counts.tsx';
import { Note } from '../parts/note.tsx';
import { Page } from '../parts/page.tsx';
import { Progress } from '../parts/progress.tsx';
import { TroubleBar } from '../parts/trouble.tsx';
import { useStyles } from '../styles.ts';

export default function RefreshScreen({ worksheet }: { readonly worksheet: string }) {
  const { t, filling, run, go, announce } = usePane();
  const styles = useStyles();
  const running = useRunning();
  const [result, setResult] = useState<Refreshed | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const refresh = async (): Promise<void> => {
    setTrouble(null);
    const done = await run('refresh', worksheet, (step) => filling.refresh(worksheet, step));
    if (!done.ok) return setTrouble(done.trouble);
    setResult(done.value);
    announce(t.refresh.done);
  };
  return (
    <Page title={`${t.refresh.title} · ${worksheet}`}>
      <p className={styles.text}>{t.refresh.what}</p>
      <Act appearance="primary" onAct={() => void refresh()}>
        {result === null ? t.refresh.go : t.refresh.again}
      </Act>
      {running?.kind === 'refresh' && <Progress label={t.refresh.running} />}
      <TroubleBar trouble={trouble} again={() => void refresh()} />
      {result !== null && (
        <Result worksheet={worksheet} result={result} go={() => go({ at: 'conflicts', worksheet })} />
      )}
    </Page>
  );
}

interface ResultProps {
  readonly worksheet: string;
  readonly result: Refreshed;
  readonly go: () => void;
}

function Result({ result, go }: ResultProps) {
  const { t } = usePane();
  const { created, updated, withdrawn, kept, conflicts } = result;
  const isNothing = created + updated + withdrawn + conflicts.length === 0;
  return (
    <>
      <Note intent="success">{isNothing ? t.refresh.none : t.refresh.done}</Note>
      <CountList
        label={t.refresh.result}
        counts={[
          { word: t.refresh.created, n: created },
          { word: t.refresh.updated, n: updated },
          { word: t.refresh.withdrawn, n: withdrawn },
          { word: t.refresh.kept, n: kept },
        ]}
      />
      {conflicts.length > 0 && (
        <Note intent="warning" actions={<Button onClick={go}>{t.sent.toConflicts}</Button>}>
          {t.refresh.conflicts}
          {t.colon}
          {conflicts.length}
        </Note>
      )}
    </>
  );
}
