/** What stands around every screen: the way back, language and help, what is running elsewhere, and the workbook where it is a file. */
import { Button, Link, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { Broken } from './broken.tsx';
import { usePane, useRunning } from './pane.ts';
import { Note } from './parts/note.tsx';
import { ProgressOf } from './parts/progress.tsx';
import type { Screen } from './screen.ts';
import { ScreenOf } from './screen-of.tsx';
import { useStyles } from './styles.ts';
import { otherLanguage } from './words/language.ts';

const FileStrip = lazy(() => import('./file/file-strip.tsx'));

const useShell = makeStyles({
  bar: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  name: { fontWeight: tokens.fontWeightSemibold, marginRight: 'auto', paddingLeft: tokens.spacingHorizontalXS },
  notes: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} 0`,
    ':empty': { padding: 0 },
  },
  file: {
    maxWidth: '1120px',
    margin: '0 auto',
    '@media (min-width: 860px)': {
      display: 'grid',
      gridTemplateColumns: 'minmax(260px, 340px) minmax(0, 1fr)',
      gap: tokens.spacingHorizontalXL,
      alignItems: 'start',
    },
  },
  small: { minWidth: 'auto' },
});

export function Shell() {
  const { t, file, screen, language, setLanguage, go, back, who, notice } = usePane();
  const styles = useShell();
  const inside = (
    <main>
      <Notes />
      <Broken key={keyOf(screen)}>
        <Suspense fallback={<Loading />}>
          <ScreenOf screen={screen} />
        </Suspense>
      </Broken>
    </main>
  );
  return (
    <>
      <header className={styles.bar}>
        {back !== null && (
          <Button size="small" appearance="subtle" onClick={back} className={styles.small}>
            ← {t.back}
          </Button>
        )}
        <span className={styles.name}>{t.app}</span>
        {screen.at !== 'home' && (
          <Button size="small" appearance="subtle" className={styles.small} onClick={() => go({ at: 'home' })}>
            {t.home}
          </Button>
        )}
        <Button
          size="small"
          appearance="subtle"
          className={styles.small}
          aria-label={`${t.language} · ${t.languageLabel}`}
          onClick={() => setLanguage(otherLanguage(language))}
        >
          {t.language}
        </Button>
        {screen.at !== 'help' && (
          <Button size="small" appearance="subtle" className={styles.small} onClick={() => go({ at: 'help' })}>
            {t.help}
          </Button>
        )}
      </header>
      {(who?.practice === true || notice !== null) && (
        <div className={styles.notes}>
          {notice === 'excel-failed' && <Note intent="warning">{t.file.excelFailed}</Note>}
          {who?.practice === true && <Note>{t.practice}</Note>}
        </div>
      )}
      {file === null ? (
        inside
      ) : (
        <div className={styles.file}>
          <Broken>
            <Suspense fallback={<Loading />}>
              <FileStrip file={file} />
            </Suspense>
          </Broken>
          {inside}
        </div>
      )}
    </>
  );
}

/** A submission that goes on, or has ended, while another screen is shown. */
function Notes() {
  const { t, sent, screen, go } = usePane();
  const styles = useShell();
  const shared = useStyles();
  const running = useRunning();
  if (sent === null || sent.seen || screen.at === 'sent') return null;
  const see = (
    <Link as="button" onClick={() => go({ at: 'sent' })}>
      {t.sent.see}
    </Link>
  );
  return (
    <div className={mergeClasses(styles.notes)}>
      {sent.done === null ? (
        <div className={shared.card}>
          <ProgressOf running={running} label={`${t.sent.running} ${sent.worksheet}`} />
          <div>{see}</div>
        </div>
      ) : (
        <Note intent={sent.done.ok ? 'success' : 'warning'}>
          {sent.done.ok ? t.sent.ready(sent.worksheet) : t.sent.notReady(sent.worksheet)} {see}
        </Note>
      )}
    </div>
  );
}

function Loading() {
  const { t } = usePane();
  return <Spinner size="small" label={t.loading} style={{ padding: 24 }} />;
}

const keyOf = (screen: Screen): string => JSON.stringify(screen);
