/** First program of the page: Office.js comes in while the pane itself is still on its way. */
import { officeAsLoaded } from './office.ts';

void officeAsLoaded();
