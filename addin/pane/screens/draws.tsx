/** 核验抽取: the draws whose records may be had. */
import { Button, Link, Spinner } from '@fluentui/react-components';
import { useAsked } from '../asked.ts';
import { usePane } from '../pane.ts';
import { Note } from '../parts/note.tsx';
import { Page } from '../parts/page.tsx';
import { TroubleBar } from '../parts/trouble.tsx';
import { useStyles } from '../styles.ts';

export default function DrawsScreen() {
  const { t, say, filling, go, who, about } = usePane();
  const styles = useStyles();
  const draws = useAsked(who?.person ?? '', () => filling.draws());
  return (
    <Page title={t.draws.title}>
      <p className={styles.text}>{t.draws.what}</p>
      <TroubleBar trouble={draws.trouble} again={draws.again} />
      {draws.value === null && draws.busy && <Spinner size="tiny" label={t.loading} />}
      {draws.value?.length === 0 && <Note>{t.draws.none}</Note>}
      <ul className={styles.list}>
        {draws.value?.map(({ no, title, date, record, why }) => (
          <li key={no}>
            <article className={styles.card} aria-label={say(title)}>
              <h2 className={styles.subheading}>{say(title)}</h2>
              <p className={styles.quiet}>
                {t.draws.no(no)} · {date}
              </p>
              {record ? (
                <Button
                  className={styles.start}
                  aria-label={t.draws.verifyNamed(say(title))}
                  onClick={() => go({ at: 'draw', no })}
                >
                  {t.draws.verify}
                </Button>
              ) : (
                <>
                  <p className={styles.text}>{why === null ? t.draws.heldPlain : t.draws.held(say(why))}</p>
                  <p className={styles.quiet}>{t.draws.whoNow}</p>
                  <p className={styles.quiet}>{t.draws.already}</p>
                  <Link href={`${about.site}/draws/${no}`} target="_blank" rel="noopener" className={styles.wide}>
                    {t.draws.publicPage(`${about.site}/draws/${no}`)}
                  </Link>
                </>
              )}
            </article>
          </li>
        ))}
      </ul>
    </Page>
  );
}
