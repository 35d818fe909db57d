/** Screen by name. The first two come with the pane, the others after it or when they are first asked for. */
import { lazy } from 'react';
import { never } from '../../core/result.ts';
import type { Screen } from './screen.ts';
import { HomeScreen } from './screens/home.tsx';
import { SignInScreen } from './screens/sign-in.tsx';

const filling = {
  adopt: () => import('./screens/adopt.tsx'),
  check: () => import('./screens/check.tsx'),
  preview: () => import('./screens/preview.tsx'),
  sent: () => import('./screens/sent.tsx'),
  conflicts: () => import('./screens/conflicts.tsx'),
  refresh: () => import('./screens/refresh.tsx'),
} as const;
const AdoptScreen = lazy(filling.adopt);
const CheckScreen = lazy(filling.check);
const PreviewScreen = lazy(filling.preview);
const SentScreen = lazy(filling.sent);
const ConflictsScreen = lazy(filling.conflicts);
const RefreshScreen = lazy(filling.refresh);
const DrawsScreen = lazy(() => import('./screens/draws.tsx'));
const DrawScreen = lazy(() => import('./screens/draw.tsx'));
const FiguresScreen = lazy(() => import('./screens/figures.tsx'));
const HelpScreen = lazy(() => import('./screens/help.tsx'));

/** Brings the screens of filling in ahead of time: a line that breaks in mid-submission must not take away the one that says how to go on. */
export async function bringScreens(): Promise<void> {
  await Promise.allSettled(Object.values(filling).map((bring) => bring()));
}

export function ScreenOf({ screen }: { readonly screen: Screen }) {
  switch (screen.at) {
    case 'sign-in':
      return <SignInScreen />;
    case 'home':
      return <HomeScreen />;
    case 'adopt':
      return <AdoptScreen />;
    case 'check':
      return <CheckScreen worksheet={screen.worksheet} />;
    case 'preview':
      return <PreviewScreen worksheet={screen.worksheet} />;
    case 'sent':
      return <SentScreen />;
    case 'conflicts':
      return <ConflictsScreen worksheet={screen.worksheet} />;
    case 'refresh':
      return <RefreshScreen worksheet={screen.worksheet} />;
    case 'draws':
      return <DrawsScreen />;
    case 'draw':
      return <DrawScreen no={screen.no} />;
    case 'figures':
      return <FiguresScreen />;
    case 'help':
      return <HelpScreen />;
    default:
      return never(screen);
  }
}
