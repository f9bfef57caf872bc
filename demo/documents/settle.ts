import JSZip from 'jszip';

const moment = new Date('2025-01-31T09:00:00Z');

/**
 * Takes the moment of writing out of an Office file, so that the same script makes the same bytes.
 * @param file .docx, .xlsx or .pptx
 */
export async function settle(file: Uint8Array): Promise<Buffer> {
  const archive = await JSZip.loadAsync(file);
  const settled = new JSZip();
  for (const name of Object.keys(archive.files).sort(byPackageOrder)) {
    const entry = archive.files[name];
    if (!entry || entry.dir) continue;
    const content = await entry.async('nodebuffer');
    settled.file(name, name === 'docProps/core.xml' ? withFixedDates(content) : content, {
      date: moment,
      createFolders: false,
    });
  }
  return settled.generateAsync({
    type: 'nodebuffer',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
  });
}

/** Office wants the content types first. */
function byPackageOrder(a: string, b: string): number {
  const rank = (name: string): string => (name === '[Content_Types].xml' ? '' : name);
  return rank(a) < rank(b) ? -1 : 1;
}

function withFixedDates(core: Buffer): string {
  const date = moment.toISOString().replace(/\.\d+/, '');
  return core.toString().replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}`);
}
