/** 登录: a one-time code from the chat. Nothing but the code is typed, and nothing of it stays in the workbook. */
import { Button, Field, Input } from '@fluentui/react-components';
import { type FormEvent, useRef, useState } from 'react';
import type { Trouble } from '../../sync/filling.ts';
import { usePane } from '../pane.ts';
import { Page } from '../parts/page.tsx';
import { TroubleBar } from '../parts/trouble.tsx';
import { typedCode } from '../sign-in-code.ts';
import { useStyles } from '../styles.ts';
import { settled } from '../work.ts';

export function SignInScreen() {
  const { t, filling, file, askWho, back, go } = usePane();
  const styles = useStyles();
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<'empty' | 'form' | 'several' | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);

  const leave = back ?? (() => go({ at: 'home' }));
  const signIn = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const read = typedCode(code);
    setTrouble(null);
    setWrong(read.kind === 'code' ? null : read.kind);
    if (read.kind !== 'code') return field.current?.focus();
    setBusy(true);
    const done = await settled(filling.signIn(read.code));
    setBusy(false);
    askWho();
    if (done.ok) return leave();
    setTrouble(done.trouble);
    field.current?.focus();
    field.current?.select();
  };

  return (
    <Page title={t.signIn.title}>
      <p className={styles.text}>{t.signIn.what}</p>
      <form onSubmit={signIn} className={styles.section} noValidate>
        <Field
          label={t.signIn.code}
          hint={t.signIn.hint}
          required
          {...(wrong === null ? {} : { validationMessage: t.signIn[wrong] })}
        >
          <Input
            input={{ ref: field }}
            value={code}
            onChange={(_, { value }) => {
              setCode(value.slice(0, 2000));
              setWrong(null);
            }}
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            name="code"
          />
        </Field>
        <Button type="submit" appearance="primary" disabledFocusable={busy} className={styles.start}>
          {busy ? t.signIn.going : t.signIn.go}
        </Button>
      </form>
      <TroubleBar trouble={trouble} />
      <p className={styles.quiet}>{t.signIn.noSecret}</p>
      <Button appearance="transparent" onClick={leave} className={styles.start}>
        {file?.state().name === null ? t.signIn.later : t.signIn.offlineWork}
      </Button>
    </Page>
  );
}
