import { bodyLimit } from 'hono/body-limit';
import { largestBody, tooLarge } from './readBody';

export const limitBody = bodyLimit({
  maxSize: largestBody,
  onError: () => {
    throw tooLarge();
  },
});
