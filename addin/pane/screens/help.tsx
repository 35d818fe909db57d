/** 帮助: how to fill in, what marks and buttons mean, whom to ask; then signing out, where data go, the keyboard, and digests of evidence. */
import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { usePane } from '../pane.ts';
import { Act } from '../parts/act.tsx';
import { Evidence } from '../parts/evidence.tsx';
import { Page, Section } from '../parts/page.tsx';
import { useSignOut } from '../sign-out.ts';
import { useStyles } from '../styles.ts';

export default function HelpScreen() {
  const { t, say, host, about, who, go } = usePane();
  const styles = useStyles();
  const program = useProgram(host.kind);
  const signOut = useSignOut();
  return (
    <Page title={t.helpPage.title}>
      <Section title={t.helpPage.how}>
        <ol className={styles.numbered}>
          {t.helpPage.howSteps.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ol>
      </Section>
      <Paragraphs title={t.helpPage.marks} all={t.helpPage.markWords} />
      <Paragraphs title={t.helpPage.acts} all={t.helpPage.actWords} />
      <Paragraphs title={t.helpPage.ask} all={t.helpPage.askWords} />
      <Section title={t.helpPage.account}>
        {who === null ? (
          <Button className={styles.start} onClick={() => go({ at: 'sign-in' })}>
            {t.signInAgain}
          </Button>
        ) : (
          <>
            <p className={styles.text}>{t.homePage.who(who.name, who.departmentName)}</p>
            <Act onAct={() => void signOut()}>{t.helpPage.signOut}</Act>
          </>
        )}
      </Section>
      <Paragraphs title={t.helpPage.data} all={t.helpPage.dataWords} />
      <Section title={t.helpPage.keyboard}>
        <ul className={styles.list}>
          {[...(host.kind === 'excel' ? t.helpPage.keysInExcel : []), ...t.helpPage.keys].map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </Section>
      <Section title={t.helpPage.about}>
        <p className={styles.quiet}>
          {t.helpPage.version(about.version)}
          <br />
          {t.helpPage.host(say(host.called))}
          {program !== '' && ` · ${program}`}
          <br />
          {host.workbook() !== '' && t.helpPage.workbook(host.workbook())}
          <br />
          {t.helpPage.site(about.site)}
        </p>
      </Section>
      <Section title={t.helpPage.evidence}>
        <Evidence />
      </Section>
    </Page>
  );
}

function Paragraphs({ title, all }: { readonly title: string; readonly all: readonly string[] }) {
  const styles = useStyles();
  return (
    <Section title={title}>
      {all.map((words) => (
        <p key={words} className={styles.text}>
          {words}
        </p>
      ))}
    </Section>
  );
}

/** Which Excel it is, as its own library calls it: whoever reports trouble is asked for it. */
function useProgram(kind: 'excel' | 'file'): string {
  const [name, setName] = useState('');
  useEffect(() => {
    if (kind !== 'excel') return;
    import('../../host/excel/office-helpers.ts').then(
      ({ hostName }) => setName(hostName()),
      () => setName(''),
    );
  }, [kind]);
  return name;
}
