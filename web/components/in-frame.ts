import { createContext } from 'hono/jsx';

/** Whether the page is shown in a frame on another site. There a browser refuses `autofocus` and logs an error. */
export const InFrame = createContext(false);
