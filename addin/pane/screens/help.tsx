/** 关于与帮助: what runs where, where data go, the keyboard, signing out, and digests of evidence. */
import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { usePane } from '../pane.ts';
import { Act } from '../parts/act.tsx';
import { Evidence } from '../parts/evidence.tsx';
import { Page, Section } from '../parts/page.tsx';
import { useStyles } from '../styles.ts';

export default function HelpScreen() {
  const { t, say, host, about, who, filling, askWho, announce, go } = usePane();
  const styles = useStyles();
  const program = useProgram(host.kind);
  const signOut = async (): Promise<void> => {
    await filling.signOut();
    askWho();
    announce(t.helpPage.signedOut);
    go({ at: 'sign-in' });
  };
  return (
    <Page title={t.helpPage.title}>
      <Section title={t.helpPage.evidence}>
        <Evidence />
      </Section>
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
      <Section title={t.helpPage.data}>
        {t.helpPage.dataWords.map((words) => (
          <p key={words} className={styles.text}>
            {words}
          </p>
        ))}
      </Section>
      <Section title={t.helpPage.keyboard}>
        <ul className={styles.list}>
          {t.helpPage.keys.map((words) => (
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
    </Page>
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
