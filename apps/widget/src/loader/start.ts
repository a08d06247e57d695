import { guard, type PageWindow } from './page-window.ts';
import { runLoader } from './run-loader.ts';

guard(() => runLoader(window as unknown as PageWindow, (address) => import(/* @vite-ignore */ address)))();
