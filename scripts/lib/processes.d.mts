import type { ChildProcess } from 'node:child_process';

export declare function stop(child: ChildProcess): Promise<void>;
