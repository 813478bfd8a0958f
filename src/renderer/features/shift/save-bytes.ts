/** Hands a file to the browser's or the desktop's own saving. */
export const saveBytes = (bytes: Uint8Array, name: string, mediaType: string): void =>
  saveBlob(new Blob([new Uint8Array(bytes)], { type: mediaType }), name);

export const saveBlob = (blob: Blob, name: string): void => {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The saving has begun by then, or the user is still being asked where to; it holds the bytes itself.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
