/** 首页: who is here, what this workbook holds of the desk's books, what else can be opened, and what was left unfinished. */
import { Button, Spinner } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { BoundSheet } from '../../sync/filling.ts';
import { useAsked } from '../asked.ts';
import { usePane } from '../pane.ts';
import { Act } from '../parts/act.tsx';
import { BookList } from '../parts/book-list.tsx';
import { BoundCard } from '../parts/bound-card.tsx';
import { Note } from '../parts/note.tsx';
import { Page, Section } from '../parts/page.tsx';
import { TroubleBar } from '../parts/trouble.tsx';
import { useSignOut } from '../sign-out.ts';
import { useStyles } from '../styles.ts';

/** What was sent may be of any worksheet; where there is only one, it is that. */
const soleName = (bound: readonly BoundSheet[] | null): string =>
  bound?.length === 1 ? (bound[0]?.worksheet ?? '') : '';

export function HomeScreen() {
  const { t, filling, who, askWho, go, send, sent, turn } = usePane();
  const styles = useStyles();
  const signOut = useSignOut();
  const about = `${who?.person ?? ''} ${turn} ${sent?.done === null}`;
  // Where the sign-in ends meanwhile, the list stays, and what was pressed says why it could not be done.
  const asker = useRef('');
  if (who !== null) asker.current = who.person;
  const books = useAsked(asker.current, async () => (who === null ? { ok: true, value: [] } : await filling.books()));
  // What was just listed is newer than what the workbook keeps.
  const listed = (books.value ?? []).map(({ note, readOnly }) => `${note.zh} ${readOnly?.zh}`).join();
  const bound = useAsked(`${about} ${listed}`, () => filling.bound());
  const unfinished = useAsked(about, () => filling.unfinished());

  // A token that has run out shows in the first answer.
  useEffect(askWho, [books.trouble, askWho]);

  return (
    <Page title={t.homePage.title}>
      {who === null ? (
        <Note actions={<Button onClick={() => go({ at: 'sign-in' })}>{t.signInAgain}</Button>}>
          {t.homePage.notSignedIn}
        </Note>
      ) : (
        <div className={styles.section}>
          <p className={styles.text}>
            <span className={styles.strong}>{t.homePage.who(who.name, who.departmentName)}</span>
            <br />
            <span className={styles.quiet}>{who.office}</span>
          </p>
          <Act size="small" onAct={() => void signOut()}>
            {t.helpPage.signOut}
          </Act>
        </div>
      )}
      {(unfinished.value ?? 0) > 0 && sent?.done !== null && (
        <Note
          intent="warning"
          actions={
            <Act
              appearance="primary"
              onAct={() => void send('resume', soleName(bound.value), (step) => filling.resume(step))}
            >
              {t.homePage.resume}
            </Act>
          }
        >
          <span className={styles.strong}>{t.homePage.unfinished(unfinished.value ?? 0)}</span>{' '}
          {t.homePage.unfinishedWhat}
        </Note>
      )}

      <Section title={t.homePage.sheets}>
        <TroubleBar trouble={bound.trouble} again={bound.again} />
        {bound.value === null && bound.busy && <Spinner size="tiny" label={t.loading} />}
        {bound.value?.length === 0 && <p className={styles.quiet}>{t.homePage.noSheets}</p>}
        <ul className={styles.list}>
          {bound.value?.map((sheet) => (
            <li key={sheet.worksheet}>
              <BoundCard sheet={sheet} />
            </li>
          ))}
        </ul>
        <Button className={styles.start} onClick={() => go({ at: 'adopt' })}>
          {t.homePage.adopt}
        </Button>
      </Section>

      {(who !== null ||
        (books.trouble !== null && books.trouble.kind !== 'signed-out') ||
        (books.value ?? []).length > 0) && (
        <Section title={t.homePage.books}>
          {/* Who is not signed in is told so above, once. */}
          <TroubleBar
            trouble={who === null && books.trouble?.kind === 'signed-out' ? null : books.trouble}
            again={books.again}
          />
          {books.value === null && books.busy && <Spinner size="tiny" label={t.loading} />}
          {books.value !== null && !books.busy && books.trouble === null && books.value.length === 0 && (
            <p className={styles.quiet}>{t.homePage.noBooks}</p>
          )}
          <BookList books={books.value ?? []} bound={bound.value ?? []} opened={bound.again} />
        </Section>
      )}

      <Section title={t.homePage.tools}>
        <div className={styles.row}>
          <Button onClick={() => go({ at: 'draws' })}>{t.homePage.draws}</Button>
          <Button onClick={() => go({ at: 'figures' })}>{t.homePage.figures}</Button>
        </div>
      </Section>
    </Page>
  );
}
