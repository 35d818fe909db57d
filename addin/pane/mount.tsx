/** Puts the pane into a page, and takes it out again. */
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import type { PaneDeps } from './pane.ts';

/** @returns how to take it out */
export function mount(place: HTMLElement, deps: PaneDeps): () => void {
  const style = pageStyle();
  const root = createRoot(place);
  root.render(<App {...deps} />);
  return () => {
    root.unmount();
    style.remove();
  };
}

/** What no component can say: the page around them, and people's wish for stillness. */
function pageStyle(): HTMLStyleElement {
  const style = document.createElement('style');
  style.textContent = `
    html { color-scheme: light dark; }
    body { margin: 0; overflow-y: scroll; }
    .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    @media (prefers-reduced-motion: reduce) {
      *, *::before, *::after { animation-duration: 0.01ms !important; transition-duration: 0.01ms !important; scroll-behavior: auto !important; }
    }`;
  document.head.append(style);
  return style;
}
