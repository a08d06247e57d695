import type { Plugin } from 'vite';

export function precompress(folder: string): void;
export function precompressed(): Plugin;
