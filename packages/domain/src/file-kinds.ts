/** What a file is, as found out from its name and its bytes. */
export interface FileKind {
  readonly mediaType: string;
  /** Browsers may show it in place without running anything. */
  readonly picture: boolean;
}

/** Bytes that are enough to tell. */
export const HEAD_BYTES = 4_096;
export const TAIL_BYTES = 65_536;

type Family = 'picture' | 'film' | 'pdf' | 'old-office' | 'office' | 'text';

/** C4: the kinds of files that are taken, by the end of their name. HTML and SVG run scripts and are not among them. */
const FAMILY_OF: Readonly<Record<string, Family>> = {
  ...{ png: 'picture', jpg: 'picture', jpeg: 'picture', jfif: 'picture', gif: 'picture', webp: 'picture' },
  ...{ avif: 'picture', heic: 'picture', heif: 'picture', mp4: 'film', m4v: 'film', mov: 'film', pdf: 'pdf' },
  ...{ doc: 'old-office', xls: 'old-office', ppt: 'old-office', pps: 'old-office' },
  ...{ docx: 'office', xlsx: 'office', pptx: 'office', ppsx: 'office', txt: 'text', csv: 'text', xml: 'text' },
};

/** Of documents, which hold no sign of their own kind at their beginning. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  pps: 'application/vnd.ms-powerpoint',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ppsx: 'application/vnd.openxmlformats-officedocument.presentationml.slideshow',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xml: 'application/xml',
};

/** Where in an Office file its own parts lie (ECMA-376 part 2: a zip with parts by name). */
const OFFICE_PARTS: Readonly<Record<string, string>> = { docx: 'word/', xlsx: 'xl/', pptx: 'ppt/', ppsx: 'ppt/' };

/**
 * What kind of file this is; null: not one that is taken. The name's ending has to be on the list, and the bytes have to be
 * of its family; what a browser claims is not asked. A picture is the kind its bytes say, whatever its name.
 * @param head the first `HEAD_BYTES` bytes, @param tail the last `TAIL_BYTES`
 */
export function fileKind(name: string, head: Uint8Array, tail: Uint8Array): FileKind | null {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const family = Object.hasOwn(FAMILY_OF, ending) ? FAMILY_OF[ending] : undefined;
  switch (family) {
    case undefined:
      return null;
    case 'picture':
      return pictureKind(head);
    case 'film':
      return filmKind(head);
    case 'pdf':
      return ascii(head).slice(0, 1_024).includes('%PDF-') ? { mediaType: 'application/pdf', picture: false } : null;
    case 'old-office':
      return startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) ? document(ending) : null;
    case 'office':
      return isOffice(ending, head, tail) ? document(ending) : null;
    case 'text':
      return looksLikeText(head) ? document(ending) : null;
  }
}

const document = (ending: string): FileKind => ({ mediaType: DOCUMENTS[ending] ?? '', picture: false });

function pictureKind(head: Uint8Array): FileKind | null {
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return picture('png');
  if (startsWith(head, [0xff, 0xd8, 0xff])) return picture('jpeg');
  const text = ascii(head.subarray(0, 32));
  if (/^GIF8[79]a/.test(text)) return picture('gif');
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return picture('webp');
  const brand = brandOf(text);
  if (brand === 'avif' || brand === 'avis') return picture('avif');
  // Only Safari shows it; to everybody else it is a file to download.
  return brand !== null && /^(?:hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand)
    ? { mediaType: 'image/heic', picture: false }
    : null;
}

const picture = (type: string): FileKind => ({ mediaType: `image/${type}`, picture: true });

function filmKind(head: Uint8Array): FileKind | null {
  const text = ascii(head.subarray(0, 32));
  const brand = brandOf(text);
  if (brand === 'qt' || /^.{4}(?:moov|mdat|wide|free|skip|pnot)/s.test(text)) {
    return { mediaType: 'video/quicktime', picture: false };
  }
  return brand !== null && /^(?:iso.|mp4.|avc1|M4V|MSNV|dash|mmp4|3gp.)$/.test(brand)
    ? { mediaType: 'video/mp4', picture: false }
    : null;
}

/** The major brand of an ISO base media file (ISO/IEC 14496-12), without the spaces behind it. */
function brandOf(text: string): string | null {
  return text.slice(4, 8) === 'ftyp' ? text.slice(8, 12).trimEnd() : null;
}

/** A zip names its parts in the directory at its end. */
function isOffice(ending: string, head: Uint8Array, tail: Uint8Array): boolean {
  const directory = ascii(tail);
  const part = OFFICE_PARTS[ending] ?? '';
  return (
    startsWith(head, [0x50, 0x4b, 0x03, 0x04]) && directory.includes('[Content_Types].xml') && directory.includes(part)
  );
}

/** UTF-16 with its mark, or no byte that text does not have. */
function looksLikeText(head: Uint8Array): boolean {
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) return true;
  return head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/** One letter per byte. In pieces: a call takes only so many arguments. */
function ascii(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  }
  return pieces.join('');
}
