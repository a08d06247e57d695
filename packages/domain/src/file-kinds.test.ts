import { expect, test } from 'vitest';
import { fileKind } from './file-kinds.ts';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part)),
  );
const PNG = bytes([0x89], 'PNG\r\n', [0x1a], '\n', [0, 0, 0, 13]);
const JPEG = bytes([0xff, 0xd8, 0xff, 0xe0]);
const OLE = bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ZIP = bytes('PK', [3, 4], '....');
const brand = (name: string) => bytes([0, 0, 0, 24], 'ftyp', name);
const parts = (name: string) => bytes('PK', [1, 2], '[Content_Types].xml', 'PK', [1, 2], name);

test.each([
  ['a.png', PNG, 'image/png', true],
  ['A.PNG', PNG, 'image/png', true],
  ['really-a-photo.png', JPEG, 'image/jpeg', true],
  ['a.jpg', JPEG, 'image/jpeg', true],
  ['a.gif', bytes('GIF89a'), 'image/gif', true],
  ['a.webp', bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 '), 'image/webp', true],
  ['a.avif', brand('avif'), 'image/avif', true],
  ['a.heic', brand('heic'), 'image/heic', false],
  ['a.mp4', brand('isom'), 'video/mp4', false],
  ['a.mov', brand('qt  '), 'video/quicktime', false],
  ['a.pdf', bytes('%PDF-1.7'), 'application/pdf', false],
  ['a.doc', OLE, 'application/msword', false],
  ['a.pps', OLE, 'application/vnd.ms-powerpoint', false],
  ['a.txt', bytes('ciao\r\n'), 'text/plain; charset=utf-8', false],
  ['a.csv', bytes('a;b\n', [0xe8]), 'text/csv; charset=utf-8', false],
  ['a.xml', bytes('<a/>'), 'application/xml', false],
])('C4: %s is taken by its bytes', (name, head, mediaType, picture) => {
  expect(fileKind(name, head, head)).toEqual({ mediaType, picture });
});

test.each([
  ['docx', 'word/document.xml'],
  ['xlsx', 'xl/workbook.xml'],
  ['pptx', 'ppt/presentation.xml'],
  ['ppsx', 'ppt/presentation.xml'],
])('C4: %s is a zip that holds %s', (ending, part) => {
  expect(fileKind(`a.${ending}`, ZIP, parts(part))?.mediaType).toMatch(/openxmlformats/);
  expect(fileKind(`a.${ending}`, ZIP, parts('payload.exe'))).toBeNull();
  expect(fileKind(`a.${ending}`, PNG, parts(part))).toBeNull();
});

test.each([
  ['a.svg', bytes('<svg/>')],
  ['a.html', bytes('<html>')],
  ['a.htm', bytes('<html>')],
  ['a.exe', bytes('MZ')],
  ['a.zip', ZIP],
  ['a.js', bytes('alert(1)')],
  ['a', PNG],
  ['', PNG],
  ['a.png', bytes('<svg onload=alert(1)>')],
  ['a.png', bytes('')],
  ['a.pdf', bytes('<html>')],
  ['a.mp4', brand('avif')],
  ['a.doc', ZIP],
  ['a.txt', bytes('MZ', [0, 1, 2])],
  ['a.png.exe', PNG],
  ['a.constructor', PNG],
])('C4: %j is refused', (name, head) => {
  expect(fileKind(name, head, head)).toBeNull();
});
