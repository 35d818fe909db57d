/** 退出登录, from wherever: what comes next is signing in, and then the first page. */
import { usePane } from './pane.ts';

export function useSignOut(): () => Promise<void> {
  const { t, filling, askWho, announce, go } = usePane();
  return async () => {
    await filling.signOut();
    askWho();
    announce(t.helpPage.signedOut);
    go({ at: 'home' });
    go({ at: 'sign-in' });
  };
}
