/** The page of the practice workspace. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'slack-blocks-to-jsx/dist/style.css';
import './frame.css';
import './side.css';
import './post.css';
import './block.css';
import './form.css';
import './tour.css';
import './narrow.css';
import { Page } from './page.tsx';

const place = document.getElementById('page');
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
}
