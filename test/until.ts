/** Waits for something that no page tells of, such as what is stored. @throws Error when it does not come in time */
export async function until(condition: () => boolean | Promise<boolean>, seconds = 30): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Not true in time: ${String(condition)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
