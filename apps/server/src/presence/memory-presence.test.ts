import { presenceContract } from '../../test/presence-contract.ts';
import { MemoryPresence } from './memory-presence.ts';

presenceContract('memory', (clock) => new MemoryPresence(clock));
