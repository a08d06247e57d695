import { type ShownNotice, showNotice, takeBack } from './show-notice.ts';

/**
 * Shows a notice by the system: through the service worker where there is one, because phones have no other way and because it
 * then takes the place of the same one from a push. `follow`: it was pressed, where no worker hears of that.
 */
export async function showOnSystem(notice: ShownNotice, follow: () => void): Promise<void> {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration?.active) return showNotice(registration, notice);
  const { title, body, tag } = notice;
  const shown = new Notification(title, { body, tag, icon: '/favicon.svg' });
  shown.onclick = () => {
    window.focus();
    shown.close();
    follow();
  };
}

/** What it says is on screen now. */
export async function takeBackFromSystem(tag: string): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration) await takeBack(registration, tag);
}
