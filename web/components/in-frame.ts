import { createContext } from 'hono/jsx';

/** Whether a page stands in a frame on another site, where a browser refuses `autofocus` and says so in the console. */
export const InFrame = createContext(false);
