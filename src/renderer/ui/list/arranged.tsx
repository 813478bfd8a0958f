import { DndContext, type DragEndEvent, type Modifier, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { arrayMove, SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { IconGripVertical } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './list.module.css';

/** Rows whose order is the shop's own. */
export interface Arranging {
  readonly ids: readonly number[];
  /** The new order of all rows shown. */
  readonly onMove: (ids: readonly number[]) => void;
}

/** The order after moving a row by so many places; null where it cannot go. */
export const movedBy = (ids: readonly number[], id: number, by: number): readonly number[] | null => {
  const from = ids.indexOf(id);
  const to = from + by;
  return from < 0 || to < 0 || to >= ids.length ? null : arrayMove([...ids], from, to);
};

const onlyVertical: Modifier = ({ transform }) => ({ ...transform, x: 0 });
// What is moved is told by the page in its own language, and moving by keyboard has keys of its own.
const SILENT = { onDragStart: () => undefined, onDragOver: () => undefined, onDragEnd: () => undefined, onDragCancel: () => undefined };

/** A table whose rows can be dragged by their handles. */
export const Arranged = ({ arranging, children }: { arranging: Arranging; children: ReactNode }) => {
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const { ids, onMove } = arranging;
    if (!over || active.id === over.id) return;
    onMove(arrayMove([...ids], ids.indexOf(Number(active.id)), ids.indexOf(Number(over.id))));
  };
  return (
    <DndContext
      sensors={sensors}
      modifiers={[onlyVertical]}
      onDragEnd={onDragEnd}
      accessibility={{ announcements: SILENT, container: document.body }}
    >
      <SortableContext items={[...arranging.ids]} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
};

interface RowProps {
  readonly id: number;
  readonly marks: Readonly<Record<`data-${string}`, true | undefined>>;
  readonly children: ReactNode;
}

/** A row with a handle to drag it by. */
export const ArrangedRow = ({ id, marks, children }: RowProps) => {
  const { listeners, setNodeRef, transform, transition, isDragging } = useSortable({ id });
  return (
    <tr
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      data-key={id}
      data-dragged={isDragging || undefined}
      {...marks}
    >
      <td className={classes.lead} aria-hidden="true">
        <span className={classes.handle} data-testid="handle" {...listeners}>
          <IconGripVertical size={20} />
        </span>
      </td>
      {children}
    </tr>
  );
};

export const PlainRow = ({ id, marks, children }: RowProps) => (
  <tr data-key={id} {...marks}>
    {children}
  </tr>
);
