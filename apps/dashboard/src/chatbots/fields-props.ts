/** `about`: the field; its letters are undone together. */
export type ChangeBlock<Block> = (block: Block, about?: string) => void;

/** What the fields of one kind of block are given. */
export interface FieldsProps<Block> {
  readonly block: Block;
  readonly onChange: ChangeBlock<Block>;
}
