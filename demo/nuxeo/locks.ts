/** Who locked a document, and when. */
export interface DocumentLock {
  readonly owner: string;
  readonly created: Date;
}

interface WopiLock {
  readonly documentId: string;
  value: string;
  /** ms since 1970 */
  refreshed: number;
}

/**
 * Locks on documents (one each, in a user's name) and, beside them, WOPI locks on files (one each, a value that the
 * WOPI client chose). Removing a document's lock removes its WOPI locks. A WOPI lock that was not refreshed for
 * `lifetime` ms is gone, and with it the document's lock.
 */
export class Locks {
  private readonly documents = new Map<string, DocumentLock>();
  private readonly files = new Map<string, WopiLock>();

  constructor(private readonly lifetime: number) {}

  /** The document's lock, if there is one. */
  of(documentId: string): DocumentLock | undefined {
    this.expire();
    return this.documents.get(documentId);
  }

  lock(documentId: string, owner: string): void {
    this.documents.set(documentId, { owner, created: new Date() });
  }

  unlock(documentId: string): void {
    this.documents.delete(documentId);
    for (const [fileId, lock] of this.files) {
      if (lock.documentId === documentId) this.files.delete(fileId);
    }
  }

  /** The value of the WOPI lock on a file, if there is one. */
  wopiLock(fileId: string): string | undefined {
    this.expire();
    return this.files.get(fileId)?.value;
  }

  /** Whether any file of the document has a WOPI lock. */
  hasWopiLock(documentId: string): boolean {
    this.expire();
    return [...this.files.values()].some((lock) => lock.documentId === documentId);
  }

  /** Sets or replaces the WOPI lock on a file, and starts its lifetime anew. */
  setWopiLock(fileId: string, documentId: string, value: string): void {
    this.files.set(fileId, { documentId, value, refreshed: Date.now() });
  }

  /** Starts the lifetime of the file's WOPI lock anew. */
  refreshWopiLock(fileId: string): void {
    const lock = this.files.get(fileId);
    if (lock) lock.refreshed = Date.now();
  }

  /** Removes the file's WOPI lock, and the document's lock with its last one. */
  removeWopiLock(fileId: string): void {
    const documentId = this.files.get(fileId)?.documentId;
    this.files.delete(fileId);
    if (documentId !== undefined && !this.hasWopiLock(documentId)) this.unlock(documentId);
  }

  private expire(): void {
    for (const lock of this.files.values()) {
      if (Date.now() - lock.refreshed > this.lifetime) this.unlock(lock.documentId);
    }
  }
}
