import { z } from 'zod';

// Zod compiles schemas with `new Function` unless told otherwise, which the Content-Security-Policy forbids. Imported
// before anything that makes a schema.
z.config({ jitless: true });
