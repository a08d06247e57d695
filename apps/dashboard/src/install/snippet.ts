/**
 * What goes on every page of the site: the account's key, a stand-in function that keeps the calls made before the
 * script arrives, and the script.
 *
 * @param origin of the server, without a slash at the end
 */
export function snippetFor(key: string, origin: string): string {
  return `<script>
  window._vetrina = { key: '${key}' };
  window.vetrina = window.vetrina || function () { (vetrina._ = vetrina._ || []).push(arguments); };
</script>
<script async src="${origin}/loader.js"></script>`;
}
