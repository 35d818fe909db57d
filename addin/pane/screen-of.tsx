/** Screen by name. The first two come with the pane, the others when they are first asked for. */
import { lazy } from 'react';
import { never } from '../../core/result.ts';
import type { Screen } from './screen.ts';
import { HomeScreen } from './screens/home.tsx';
import { SignInScreen } from './screens/sign-in.tsx';

const AdoptScreen = lazy(() => import('./screens/adopt.tsx'));
const CheckScreen = lazy(() => import('./screens/check.tsx'));
const PreviewScreen = lazy(() => import('./screens/preview.tsx'));
const SentScreen = lazy(() => import('./screens/sent.tsx'));
const ConflictsScreen = lazy(() => import('./screens/conflicts.tsx'));
const RefreshScreen = lazy(() => import('./screens/refresh.tsx'));
const DrawsScreen = lazy(() => import('./screens/draws.tsx'));
const DrawScreen = lazy(() => import('./screens/draw.tsx'));
const FiguresScreen = lazy(() => import('./screens/figures.tsx'));
const HelpScreen = lazy(() => import('./screens/help.tsx'));

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
