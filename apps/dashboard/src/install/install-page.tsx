export function InstallPage() { return null; }
