/** What a name before an `@` may look like, and no longer than it may be (RFC 5321 4.5.3.1.1). */
const ADDRESS = /([^\s<>"'(),;:@])[^\s<>"'(),;:@]{0,63}@/gu;

/** E-mail addresses as logs may have them: `a…@shop.example`. Mail servers repeat the address they refuse. */
export function maskAddresses(text: string): string {
  return text.replace(ADDRESS, '$1…@');
}
