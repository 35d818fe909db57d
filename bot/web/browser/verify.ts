/** The program of `/verify`. */
import './older.ts';
import { found } from './element.ts';
import { offerRecheck } from './recheck.ts';

offerRecheck(found(document, '#recheck', HTMLElement));
