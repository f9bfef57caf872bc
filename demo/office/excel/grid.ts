import type { Changes, Surface, SurfaceHost } from '../shared/editor-page.js';
import type { ShownCell, ShownSheet } from '../shared/sheet.js';

interface Change {
  sheet: number;
  cell: string;
  value: string;
}

/** A workbook's sheets: one at a time as a table of inputs, the others behind tabs. */
export class Grid implements Surface {
  readonly merges = true;
  private sheets: readonly ShownSheet[] = [];
  private current = 0;
  private changes: Change[] = [];
  /** the cell with the focus, and what was in it before */
  private open: { input: HTMLInputElement; before: string } | undefined;
  private readonly inputs = new Map<string, HTMLInputElement>();
  private readonly scroller = document.createElement('div');
  private readonly tabs = document.createElement('div');

  constructor(private readonly host: SurfaceHost) {
    this.scroller.className = 'sheet';
    this.tabs.className = 'tabs';
    this.tabs.setAttribute('role', 'tablist');
    this.tabs.setAttribute('aria-label', 'Sheets');
    host.element.append(this.scroller, this.tabs);
  }

  async show(content: Response): Promise<void> {
    const before = this.shape();
    this.sheets = (await content.json()) as ShownSheet[];
    if (this.shape() !== before) this.build();
    this.fill();
  }

  collect(): Promise<Changes | undefined> {
    const { changes } = this;
    if (changes.length === 0) return Promise.resolve(undefined);
    const settle = (): void => {
      this.changes = this.changes.filter((change) => !changes.includes(change));
    };
    return Promise.resolve({ body: asBlob(changes), settle });
  }

  get isChanging(): boolean {
    return this.open !== undefined && this.open.input.value !== this.open.before;
  }

  finish(): void {
    if (!this.open || !this.isChanging) return;
    const { input } = this.open;
    const change = { sheet: this.current, cell: addressOf(input), value: input.value };
    this.changes = [...this.changes, change];
    this.open = { input, before: input.value };
    this.host.handleChange();
  }

  collectAtOnce(): Blob | undefined {
    return this.changes.length > 0 ? asBlob(this.changes) : undefined;
  }

  private get sheet(): ShownSheet | undefined {
    return this.sheets[this.current];
  }

  /** Everything that the table's and tabs' markup depends on. */
  private shape(): string {
    const { rows, columns, widths } = this.sheet ?? {};
    return JSON.stringify([this.current, rows, columns, widths, this.sheets.map(({ name }) => name)]);
  }

  private build(): void {
    const { sheet } = this;
    if (!sheet) return;
    this.inputs.clear();
    this.scroller.replaceChildren(this.buildTable(sheet));
    this.tabs.replaceChildren(...this.sheets.map(({ name }, index) => this.buildTab(name, index)));
  }

  private buildTab(name: string, index: number): HTMLElement {
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.textContent = name;
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-selected', String(index === this.current));
    tab.addEventListener('click', () => {
      this.current = index;
      this.build();
      this.fill();
      this.tabs.querySelectorAll('button')[index]?.focus();
    });
    return tab;
  }

  private buildTable({ name, rows, columns, widths }: ShownSheet): HTMLElement {
    const table = document.createElement('table');
    table.setAttribute('aria-label', name);
    const letters = Array.from({ length: columns }, (_, index) => String.fromCharCode(65 + index));
    const head = table.createTHead().insertRow();
    head.append(document.createElement('td'), ...letters.map((letter) => heading(letter, 'col')));
    letters.forEach((_, index) => {
      const column = head.cells[index + 1];
      if (column) column.style.width = `${(widths[index] ?? 9) * 8}px`;
    });
    const body = table.createTBody();
    for (let number = 1; number <= rows; number += 1) {
      const row = body.insertRow();
      row.append(heading(String(number), 'row'));
      for (const letter of letters) row.insertCell().append(this.buildInput(letter + number));
    }
    return table;
  }

  private buildInput(address: string): HTMLInputElement {
    const input = document.createElement('input');
    input.type = 'text';
    input.ariaLabel = address;
    input.autocomplete = 'off';
    input.spellcheck = false;
    input.readOnly = !this.host.canEdit;
    input.addEventListener('focus', () => this.enter(input));
    input.addEventListener('click', ({ detail }) => {
      if (detail === 1 && !this.isChanging) input.select();
    });
    input.addEventListener('input', () => this.host.handleChange());
    input.addEventListener('blur', () => {
      this.finish();
      this.open = undefined;
      this.fillCell(address, input);
    });
    input.addEventListener('keydown', (event) => this.handleKey(event, input, address));
    this.inputs.set(address, input);
    return input;
  }

  private handleKey(event: KeyboardEvent, input: HTMLInputElement, address: string): void {
    const steps: Record<string, number> = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (event.key === 'Escape') {
      this.enter(input);
      this.host.handleChange();
    }
    if (step === undefined) return;
    event.preventDefault();
    const next = this.inputs.get(address.slice(0, 1) + (Number(address.slice(1)) + step));
    if (next) next.focus();
    else input.blur();
  }

  /** Shows in a cell what one types to get what is in it; as in Excel, typing replaces it. */
  private enter(input: HTMLInputElement): void {
    const before = this.inputOf(addressOf(input));
    input.value = before;
    input.select();
    this.open = { input, before };
  }

  private fill(): void {
    for (const [address, input] of this.inputs) {
      if (input !== this.open?.input) this.fillCell(address, input);
    }
    if (this.open && !this.isChanging) this.enter(this.open.input);
  }

  private fillCell(address: string, input: HTMLInputElement): void {
    const cell = this.sheet?.cells[address];
    input.value = this.waiting(address) ?? cell?.text ?? '';
    input.classList.toggle('bold', cell?.isBold ?? false);
    input.classList.toggle('number', cell?.isNumber ?? false);
    input.title = cell?.input?.startsWith('=') ? cell.input : '';
  }

  /** What one types to get what is in the cell. */
  private inputOf(address: string): string {
    const cell: ShownCell | undefined = this.sheet?.cells[address];
    return this.waiting(address) ?? cell?.input ?? cell?.text ?? '';
  }

  /** What has been typed there that the office server has not taken yet. */
  private waiting(address: string): string | undefined {
    return this.changes.findLast(({ sheet, cell }) => sheet === this.current && cell === address)?.value;
  }
}

function addressOf(input: HTMLInputElement): string {
  return input.ariaLabel ?? '';
}

function heading(text: string, scope: string): HTMLElement {
  const cell = document.createElement('th');
  cell.scope = scope;
  cell.textContent = text;
  return cell;
}

function asBlob(changes: readonly Change[]): Blob {
  return new Blob([JSON.stringify(changes)]);
}
