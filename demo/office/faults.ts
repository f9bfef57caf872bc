/** What tests switch on, and off by `delete`. */
export interface OfficeFaults {
  /** the editor's page is never answered */
  hang?: true;
  /** the editor's page comes, but can't load the file */
  loadFails?: true;
  /** ms before the file is written */
  saveDelay?: number;
}
