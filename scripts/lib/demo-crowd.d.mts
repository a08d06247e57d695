import type { ChildProcess } from 'node:child_process';

export declare function startCrowd(root: string, url: string, size: number): Promise<ChildProcess>;
