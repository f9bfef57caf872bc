/** What can stand beside the editor: who may do what with the document, its versions. */
export type PanelName = 'permissions' | 'history';

/** Where a person can go from the editor; what a panel shows is on a page of the document, too. */
export type Destination = 'back' | 'elsewhere' | 'edit' | PanelName;
