/** What a statement can be written out as. */
export const EXPORT_FORMATS = ['text', 'html', 'docx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The usual ending of a file's name, without dot. */
export const EXTENSIONS: Readonly<Record<ExportFormat, string>> = { text: 'txt', html: 'html', docx: 'docx' };
