/** Packed CMaps in base64, by name; the build makes this module (scripts/build/pdf-library.ts). */
export declare const characterMaps: Readonly<Record<string, string>>
